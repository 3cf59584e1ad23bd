import { InputError } from "@tributary/core";
import { type DrawTerms, INTENSITY_SPREAD, needsSolves, readDrawTerms, type Scenario } from "@tributary/scenarios";
import { type Command, Option } from "commander";
import { oneOf } from "../did-you-mean.ts";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { createProgress } from "../progress.ts";
import { checkScenarios, chooseScenario } from "../runs/choose-scenario.ts";
import { type ScenarioRun, ScenarioRunner } from "../runs/scenario-runner.ts";
import {
  encodeScenario,
  FILE_FORMATS,
  formatOfFile,
  scenarioTarget,
  writeScenarioFile,
  writeScenarioFolder,
} from "../runs/write-scenario.ts";
import { checkReplaceable, checkWritable } from "../store/atomic-folder.ts";
import { unfinishedPath } from "../store/journal.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";
import { parseCount, parseDraws, parseSeed } from "./option-parsers.ts";
import { sayMadeOf } from "./say-made-of.ts";
import { findCityCode } from "./scenario-cities.ts";
import { reportScenario } from "./scenario-report.ts";
import { joinShellWords } from "./shell-words.ts";

const FORMATS = ["table", ...FILE_FORMATS] as const;
type Format = (typeof FORMATS)[number];
interface Flags {
  release: string;
  stressor?: string;
  out?: string;
  format?: Format;
  city?: string;
  draws?: number;
  seed?: number;
  limit: number;
  json?: boolean;
  dryRun?: boolean;
}

/** `tributary scenario run`: what a scenario does to every city. */
export function addScenarioRun(parent: Command, context: Context): void {
  const command = parent
    .command("run")
    .summary("what a scenario does to every region")
    .description(
      "Run a scenario: accounts of every region before and after, who mitigates, leakage, classes. With --out, draws of inputs or demand that are done are kept beside it: after an interrupt the same command goes on.",
    );
  addExamples(command, [
    "scenario run cleaner-upstream-steel",
    "scenario run my-idea.yaml --city 430100 --out my-idea.csv",
    "scenario run my-idea.yaml --format iamc > my-idea-iamc.csv",
    "scenario run my-idea.yaml --draws 1000 --seed 7",
    "scenario run my-idea.yaml --out results-of-my-idea",
  ]);
  command.argument("<file>", "scenario, YAML or JSON, or the id of one in the gallery");
  command.addOption(folderOption("--release <dir>", "release to run it on", DEFAULT_PATHS.release));
  command.option("--stressor <name>", "one of the release that it is about (default: the first)");
  command.option("--city <city>", "code or name of the region to look at (default: that of the target)");
  command.addOption(
    new Option("--draws <n>", "draws, 0 for none (default: what the scenario asks for)").argParser(parseDraws),
  );
  command.addOption(
    new Option("--seed <n>", "seed of the draws (default: that of the scenario, or 1)").argParser(parseSeed),
  );
  command.option("--out <path>", "file that ends in .csv, .parquet or .json, or folder for everything");
  command.addOption(new Option("--format <format>", FORMATS.join(", ")).argParser(oneOf(FORMATS)));
  command.addOption(new Option("--limit <rows>", "rows of each printed table").argParser(parseCount).default(15));
  command.option("--json", "the same as --format json");
  command.option("--dry-run", "compute everything, write nothing");
  command.action((file: string, flags: Flags) => runScenario(file, flags, context));
}

async function runScenario(typed: string, flags: Flags, { output }: Context): Promise<void> {
  const { out, dryRun } = flags;
  const format = flags.json ? "json" : flags.format;
  checkTarget(out, format);
  const source = chooseScenario(typed);
  const { scenario } = source;
  const draws = chooseDraws(scenario, flags);
  const progress = createProgress(output);
  const runner = new ScenarioRunner(flags.release, progress, { stressor: flags.stressor });
  try {
    const { manifest } = runner;
    sayMadeOf(manifest, output);
    checkScenarios(runner, [source], output);
    const city = flags.city === undefined ? undefined : findCityCode(manifest, flags.city);
    const unfinished = out === undefined || dryRun ? undefined : unfinishedPath(out);
    if (unfinished === undefined && draws && needsSolves(draws))
      output.message("Each draw is solved anew. With --out, draws that are done are kept over an interrupt.");
    const run = await runner.run(scenario, { city, command: sayCommand(typed, flags), draws, unfinished });
    progress.end();
    if (out === undefined) output.data(print(run, format ?? "table", flags.limit));
    else {
      if (!dryRun) await write(out, run, manifest, format);
      output.message(`${dryRun ? "Would write" : "Wrote"} ${scenario.id} to ${showPath(out)}.`);
    }
    run.finish();
  } finally {
    await runner.close();
  }
}

const DEFAULT_SPREADS = { intensity: INTENSITY_SPREAD, requirements: 0, demand: 0 };

/** What the flags ask to be drawn, else what the scenario does. */
function chooseDraws(scenario: Scenario, { draws, seed }: Flags): DrawTerms | null {
  const stated = readDrawTerms(scenario);
  const count = draws ?? stated?.draws ?? 0;
  if (count === 0 && seed !== undefined)
    throw new InputError("no-draws", "--seed needs --draws: the scenario asks for none.");
  if (count === 0) return null;
  return { draws: count, seed: seed ?? stated?.seed ?? 1, spreads: stated?.spreads ?? DEFAULT_SPREADS };
}

/** The command that prints the same numbers, whatever file they are written to. */
function sayCommand(typed: string, { release, stressor, city, draws, seed }: Flags): string {
  const words = ["tributary", "scenario", "run", showPath(typed)];
  if (release !== DEFAULT_PATHS.release) words.push("--release", showPath(release));
  if (stressor !== undefined) words.push("--stressor", stressor);
  if (city !== undefined) words.push("--city", city);
  if (draws !== undefined) words.push("--draws", String(draws));
  if (seed !== undefined) words.push("--seed", String(seed));
  return joinShellWords(words);
}

/** Refuse, before the run, a place or a form that cannot be written. */
function checkTarget(out: string | undefined, format: Format | undefined): void {
  if (out === undefined) {
    if (format === "parquet") throw new InputError("no-out", "Parquet is written to a file: name it with --out.");
    return;
  }
  if (format === "table")
    throw new InputError("bad-format", "A table is printed; files are csv, parquet, json or iamc.");
  const ending = formatOfFile(out);
  if (!ending) checkReplaceable(scenarioTarget(out));
  else if (format && format !== ending && !(format === "iamc" && ending === "csv"))
    throw new InputError("bad-format", `${showPath(out)} is no file for ${format}.`);
  checkWritable({ path: out, marker: "", what: "" });
}

async function write(
  out: string,
  run: ScenarioRun,
  manifest: ScenarioRunner["manifest"],
  format?: Format,
): Promise<void> {
  const chosen = format === "table" ? undefined : format;
  const ending = formatOfFile(out);
  if (ending) writeScenarioFile(out, run, chosen ?? ending);
  else await writeScenarioFolder(out, run, manifest, chosen ? [chosen] : FILE_FORMATS);
}

function print(run: ScenarioRun, format: Format, limit: number): string {
  const { axes } = run.answer.accounts.state.baseline;
  if (format === "table") return reportScenario(run.result, axes, limit);
  return Buffer.from(encodeScenario(run, format)).toString();
}
