import { join, resolve } from "node:path";
import {
  InputError,
  runAccounts,
  runStudy,
  type Stressor,
  type TableSummary,
  TONNE_MEASURES,
  type TonneMeasure,
  type YearAccounts,
} from "@tributary/core";
import { type Command, InvalidArgumentError, Option } from "commander";
import { oneOf } from "../did-you-mean.ts";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { createProgress, type Progress } from "../progress.ts";
import { checkReplaceable, checkWritable, writeFolder } from "../store/atomic-folder.ts";
import { encodeJson } from "../store/json.ts";
import { frameRelease, type OpenedRelease, readRelease } from "../store/release-reader.ts";
import { RESULTS } from "../store/release-store.ts";
import { encodeCityAccounts, writeAccounts, writeResults } from "../store/results-writer.ts";
import { watchRelease } from "../store/watch-release.ts";
import { createSolvePool, type SolvePool } from "../workers/solve-pool.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";
import { listFirst } from "./list-first.ts";
import { collect } from "./option-parsers.ts";
import { sayMadeOf } from "./say-made-of.ts";

interface Flags {
  release: string;
  out?: string;
  years?: number[];
  measure?: TonneMeasure;
  priceBasis?: string;
  stressor?: string[];
  dryRun?: boolean;
  json?: boolean;
}

/** `tributary model run`: a release to its results. */
export function addModelRun(parent: Command, context: Context): void {
  const text = "compute the results of a release: accounts, mitigation, decomposition, classes";
  const command = parent.command("run").summary(text).description(`${text}.`);
  addExamples(command, [
    "model run",
    "model run --measure frozen-intensity --out other-results",
    "model run --release releases/wider-reach --json",
  ]);
  command.addOption(folderOption("--release <dir>", "release to read", DEFAULT_PATHS.release));
  command.addOption(folderOption("--out <dir>", "folder of the results (default: results, inside the release)"));
  command.addOption(
    new Option("--years <years>", "first and last year, such as 2012,2017, or one year alone").argParser(parseYears),
  );
  command.addOption(new Option("--measure <id>", "measure shown first, in tonnes").argParser(oneOf(TONNE_MEASURES)));
  command.option("--price-basis <id>", "price basis shown first (default: the release's own)");
  command.addOption(
    new Option(
      "--stressor <names>",
      "what is accounted, with commas between; the first is shown first (default: all)",
    ).argParser(collect),
  );
  command.option("--dry-run", "compute everything, write nothing");
  command.option("--json", "report as JSON");
  command.action((flags: Flags) => runModel(flags, context));
}

async function runModel(flags: Flags, { output }: Context): Promise<void> {
  const { release: folder, out, dryRun, json } = flags;
  const progress = createProgress(output);
  progress.step("Read the release");
  const checkUnchanged = watchRelease(folder);
  const opened = readRelease(folder, flags.years);
  const { id } = opened.manifest;
  sayMadeOf(opened.manifest, output);
  const target = { path: resolve(out ?? join(folder, "results")), ...RESULTS };
  checkReplaceable(target);
  if (!dryRun) checkWritable(target);
  const pool = createSolvePool();
  // Before anything is written: threads hold the tables laid out.
  const write = await solveResults(opened, flags, pool, progress).finally(() => pool.close());
  progress.step(dryRun ? "Encode" : "Write");
  let summary: TableSummary | undefined;
  const fill = (path: string) => {
    summary = write(path);
    checkUnchanged();
  };
  if (!dryRun) await writeFolder(target, fill);
  progress.end();
  if (summary) sayStressors(summary, opened, flags, output);
  output.message(`${dryRun ? "Would write" : "Wrote"} the results of ${id} to ${showPath(target.path)}.`);
  if (json) output.data(encodeJson({ release: id, out: showPath(target.path), written: !dryRun, summary }, 2));
}

/** Solve everything that the years of the release allow: one has accounts, two have what compares them as well. */
async function solveResults(
  opened: OpenedRelease,
  { measure, priceBasis, stressor }: Pick<Flags, "measure" | "priceBasis" | "stressor">,
  pool: SolvePool,
  progress: Progress,
): Promise<(folder: string) => TableSummary> {
  progress.step("Solve");
  const frame = frameRelease(opened, stressor && splitNames(stressor, opened.manifest.stressors));
  if (frame.years.length === 1) {
    if (measure || priceBasis)
      throw new InputError("one-year", "Measures and price bases compare two years; this release has one.");
    const accounts = await runAccounts(frame, opened.release, pool.solve, progress.update);
    return (folder) => writeAccounts(folder, accounts, opened.manifest, progress.update);
  }
  let halves: string[] | undefined;
  const whileOpen = (accounts: YearAccounts) => {
    halves = encodeCityAccounts(accounts);
  };
  const options = { measure, priceBasis, whileOpen };
  const study = await runStudy(frame, opened.release, pool.solve, progress.update, options);
  return (folder) => writeResults(folder, study, halves, opened.manifest, progress.update);
}

/** What is shown first of the stressors of an imported table, and what is accounted beside it. */
function sayStressors(
  { stressor, stressors }: TableSummary,
  { manifest }: OpenedRelease,
  flags: Flags,
  output: Context["output"],
): void {
  if (manifest.form === "factored") return;
  const left = manifest.stressors.filter(({ name }) => !stressors.some((each) => each.name === name));
  if (!flags.stressor && left.length > 0)
    output.message(`Left out, for not all years have them: ${listFirst(left.map(({ name }) => name))}.`);
  const rest = stressors.slice(1).map(({ name }) => name);
  const others = rest.length > 0 ? ` Also accounted, in stressors.csv: ${listFirst(rest)}.` : "";
  output.message(`Shown first: ${stressor.name}, in ${stressor.unit} (${stressor.kind}).${others}`);
}

/** Names with commas between; a name that holds commas itself is taken whole. */
function splitNames(typed: readonly string[], known: readonly Stressor[]): string[] {
  const isKnown = (text: string) => known.some(({ name }) => name === text);
  return typed.flatMap((text) => (isKnown(text) ? [text] : text.split(",").map((name) => name.trim())));
}

function parseYears(typed: string): number[] {
  const years = typed.split(",").map((year) => year.trim());
  if (years.length <= 2 && years.every((year) => /^\d{4}$/.test(year))) return years.map(Number).sort();
  throw new InvalidArgumentError("One year, or two with a comma between, such as 2012,2017.");
}
