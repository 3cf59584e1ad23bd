import { LEVERS, scenarioSchema } from "@tributary/scenarios";
import { type Command, InvalidArgumentError, Option } from "commander";
import { oneOf } from "../did-you-mean.ts";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { encodeJson } from "../store/json.ts";
import { readManifest } from "../store/manifest-reader.ts";
import { writeNewFile } from "../store/new-file.ts";
import { openResults } from "../store/results-reader.ts";
import { encodeScenarioYaml } from "../store/scenario-yaml.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { findCity } from "./find-city.ts";
import { folderOption } from "./folder-option.ts";
import { draftScenario } from "./scenario-draft.ts";

interface Flags {
  city?: string;
  lever?: string[];
  out?: string;
  release: string;
  dryRun?: boolean;
  json?: boolean;
}

/** `tributary scenario new`: a commented file to begin with. */
export function addScenarioNew(parent: Command, { output }: Context): void {
  const command = parent
    .command("new")
    .summary("write a commented scenario to begin with")
    .description("Write a commented scenario to begin with.");
  addExamples(command, [
    "scenario new my-idea",
    "scenario new greener-steel --city 长沙 --lever upstream-decarbonisation --lever supplier-shift",
  ]);
  command.argument("<id>", "lower-case words joined by hyphens; the name of the file too", parseId);
  command.option("--city <city>", "code or name of the region to begin with (default: the first of the release)");
  command.addOption(
    new Option("--lever <id>", `repeat for several: ${[...LEVERS.keys()].join(", ")}`).argParser(collectLevers),
  );
  command.option("--out <file>", "file to write (default: <id>.yaml)");
  command.addOption(folderOption("--release <dir>", "release that it starts from", DEFAULT_PATHS.release));
  command.option("--dry-run", "print it, write nothing");
  command.option("--json", "report as JSON");
  command.action((id: string, flags: Flags) => {
    const text = makeText(id, flags);
    const out = flags.out ?? `${id}.yaml`;
    if (flags.dryRun && !flags.json) return output.data(text);
    if (!flags.dryRun) writeNewFile(out, text);
    if (flags.json) output.data(encodeJson({ id, out: showPath(out), written: !flags.dryRun, text }, 2));
    else output.message(`Wrote ${showPath(out)}. Next: tributary scenario validate ${showPath(out)}`);
  });
}

function makeText(id: string, { release, city, lever = [[...LEVERS.keys()][0]] }: Flags): string {
  const results = openResults(release);
  const { summary, cities } = results;
  const { code } = city === undefined ? cities[0] : findCity(results, city);
  const table = readManifest(release).manifest;
  const base = { release: summary.release.id, year: summary.years.at(-1)! };
  const { scenario, remarks } = draftScenario({ id, base, city: code, levers: lever, table });
  return encodeScenarioYaml(scenario, remarks);
}

function parseId(typed: string): string {
  if (scenarioSchema.shape.id.safeParse(typed).success) return typed;
  throw new InvalidArgumentError("It must be lower-case words and digits, joined by hyphens, such as my-idea.");
}

function collectLevers(typed: string, before: readonly string[] = []): string[] {
  return [...before, oneOf([...LEVERS.keys()])(typed)];
}
