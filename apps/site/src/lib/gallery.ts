import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { galleryIndexSchema, type ScenarioResult, scenarioResultSchema } from "@tributary/scenarios";
import { RELEASE_DIR, readChecked, readResults } from "./data.ts";

/** Files that are published with the page of every scenario. */
const SCENARIO_FILES = ["cities.csv", "cities.parquet", "iamc.csv", "levers.csv", "result.json", "scenario.yaml"];

/** Files that are published with the page of a scenario: also payments and draws, where it has any. */
export const listScenarioFiles = ({ ledgers, draws }: ScenarioResult): string[] =>
  [...SCENARIO_FILES, ...(ledgers.length > 0 ? ["ledgers.csv"] : []), ...(draws ? ["draws.csv"] : [])].sort();

let gallery: readonly ScenarioResult[] | undefined;

/**
 * What every scenario of the gallery does, read once per build; none where the release has no results of them.
 *
 * @throws {Error} If a file does not fit its schema, or the results are of another release.
 */
export function readGallery(): readonly ScenarioResult[] {
  if (gallery !== undefined) return gallery;
  gallery = existsSync(resolve(RELEASE_DIR, "results/scenarios/index.json")) ? readAll() : [];
  return gallery;
}

function readAll(): ScenarioResult[] {
  const { release, sha256, scenarios } = readChecked("scenarios/index.json", galleryIndexSchema);
  const { id, sha256: own } = readResults().summary.release;
  if (release !== id || (sha256 !== undefined && sha256 !== own))
    throw new Error(
      `The scenarios were run on ${release}, the release is ${id}. Run them again: tributary scenario gallery`,
    );
  return scenarios.map((scenario) => readChecked(`scenarios/${scenario}/result.json`, scenarioResultSchema));
}

/** Bytes of a file of a scenario. */
export const readScenarioFile = (id: string, name: string): Buffer =>
  readFileSync(resolve(RELEASE_DIR, "results/scenarios", id, name));
