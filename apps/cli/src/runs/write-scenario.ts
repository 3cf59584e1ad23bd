import { extname } from "node:path";
import { writeFileWhole } from "../store/atomic-file.ts";
import { type FolderTarget, writeFolder } from "../store/atomic-folder.ts";
import { makeDataPackage } from "../store/data-package.ts";
import { encodeJson } from "../store/json.ts";
import { nameQuantities } from "../store/name-quantities.ts";
import type { OpenedRelease } from "../store/release-reader.ts";
import { PACKAGE } from "../store/release-store.ts";
import { encodeScenarioYaml } from "../store/scenario-yaml.ts";
import { encodeCsv, encodeParquet } from "../store/table.ts";
import { digestBytes, writeInto } from "../store/write-into.ts";
import type { ScenarioRun } from "./scenario-runner.ts";
import { listCityChanges, listIamcColumns, listScenarioTables } from "./scenario-tables.ts";

/** Forms in which a run is written to a file or a folder. */
export const FILE_FORMATS = ["csv", "parquet", "json", "iamc"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** A file of a run and its bytes. */
type File = { path: string; bytes: Uint8Array };

/** Folder of a run: described by its data package. */
export function scenarioTarget(path: string): FolderTarget {
  return { path, marker: PACKAGE, what: "folder of a scenario's results" };
}

/** Format that the ending of a file name asks for. */
export function formatOfFile(path: string): FileFormat | undefined {
  return FILE_FORMATS.find((format) => extname(path) === `.${format}`);
}

/** A run in one form: all of it as JSON, its cities as a table. */
export function encodeScenario({ result, answer, quantities }: ScenarioRun, format: FileFormat): Uint8Array {
  const { axes } = answer.accounts.state.baseline;
  if (format === "json") return Buffer.from(encodeJson(result, 2));
  if (format === "iamc") return Buffer.from(encodeCsv(listIamcColumns(result, axes)));
  const columns = nameQuantities(quantities, listCityChanges(result, axes));
  return format === "csv" ? Buffer.from(encodeCsv(columns)) : encodeParquet(columns);
}

/** Write a run to one file, as a whole. */
export function writeScenarioFile(path: string, run: ScenarioRun, format: FileFormat): void {
  writeFileWhole(path, encodeScenario(run, format));
}

/** Write a run to a folder, as a whole: all tables in the formats asked for. */
export async function writeScenarioFolder(
  path: string,
  run: ScenarioRun,
  manifest: OpenedRelease["manifest"],
  formats: readonly FileFormat[] = FILE_FORMATS,
): Promise<void> {
  await writeFolder(scenarioTarget(path), (folder) => {
    for (const { path, bytes } of encodeScenarioFolder(run, manifest, formats)) writeInto(folder, path, bytes);
  });
}

/** Files of a run: `result.json`, `scenario.yaml`, the tables, `iamc.csv`, their description. */
export function encodeScenarioFolder(
  run: ScenarioRun,
  manifest: OpenedRelease["manifest"],
  formats: readonly FileFormat[] = FILE_FORMATS,
): File[] {
  const files = formats.flatMap((format) => listFiles(run, format));
  const stored = files.map(({ path, bytes }) => ({ path, ...digestBytes(bytes) }));
  const { axes } = run.answer.accounts.state.baseline;
  const tables = [...listScenarioTables(run), { path: "iamc", columns: listIamcColumns(run.result, axes) }];
  const description = encodeJson(makeDataPackage(manifest, stored, tables), 2);
  return [...files, { path: PACKAGE, bytes: Buffer.from(description) }];
}

function listFiles(run: ScenarioRun, format: FileFormat): File[] {
  if (format === "json")
    return [
      { path: "result.json", bytes: encodeScenario(run, format) },
      { path: "scenario.yaml", bytes: Buffer.from(encodeScenarioYaml(run.result.scenario)) },
    ];
  if (format === "iamc") return [{ path: "iamc.csv", bytes: encodeScenario(run, format) }];
  return listScenarioTables(run).map(({ path, columns }) => ({
    path: `${path}.${format}`,
    bytes: format === "csv" ? Buffer.from(encodeCsv(columns)) : encodeParquet(columns),
  }));
}
