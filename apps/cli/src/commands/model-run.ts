import { join, resolve } from "node:path";
import { InputError, type RunSummary, runStudy, TONNE_MEASURES, type TonneMeasure } from "@tributary/core";
import { type Command, InvalidArgumentError, Option } from "commander";
import { oneOf } from "../did-you-mean.ts";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { createProgress } from "../progress.ts";
import { checkReplaceable, checkWritable, writeFolder } from "../store/atomic-folder.ts";
import { encodeJson } from "../store/json.ts";
import { readRelease } from "../store/release-store.ts";
import { RESULTS, writeResults } from "../store/results-writer.ts";
import { createSolvePool } from "../workers/solve-pool.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";

interface Flags {
  release: string;
  out?: string;
  years?: number[];
  measure?: TonneMeasure;
  priceBasis?: string;
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
  command.addOption(new Option("--years <years>", "first and last year, such as 2012,2017").argParser(parseYears));
  command.addOption(new Option("--measure <id>", "measure shown first, in tonnes").argParser(oneOf(TONNE_MEASURES)));
  command.option("--price-basis <id>", "price basis shown first (default: the release's own)");
  command.option("--dry-run", "compute everything, write nothing");
  command.option("--json", "report as JSON");
  command.action((flags: Flags) => runModel(flags, context));
}

async function runModel(
  { release, out, years, measure, priceBasis, dryRun, json }: Flags,
  { output }: Context,
): Promise<void> {
  const progress = createProgress(output);
  progress.step("Read the release");
  const { manifest, release: tables } = readRelease(release);
  const target = { path: resolve(out ?? join(release, "results")), ...RESULTS };
  checkReplaceable(target);
  if (!dryRun) checkWritable(target);
  if (years && years.join() !== manifest.years.join())
    throw new InputError(
      "unknown-year",
      `The release has ${manifest.years.join(" and ")}, not ${years.join(" and ")}.`,
    );
  const pool = createSolvePool();
  try {
    progress.step("Solve");
    const study = await runStudy(manifest, tables, pool.solve, progress.update, { measure, priceBasis });
    progress.step(dryRun ? "Encode" : "Write");
    let summary: RunSummary | undefined;
    const write = (folder: string) => {
      summary = writeResults(folder, study, progress.update);
    };
    if (!dryRun) await writeFolder(target, write);
    progress.end();
    output.message(`${dryRun ? "Would write" : "Wrote"} the results of ${manifest.id} to ${showPath(target.path)}.`);
    if (json)
      output.data(encodeJson({ release: manifest.id, out: showPath(target.path), written: !dryRun, summary }, 2));
  } finally {
    await pool.close();
  }
}

function parseYears(typed: string): number[] {
  const years = typed.split(",").map((year) => year.trim());
  if (years.length === 2 && years.every((year) => /^\d{4}$/.test(year))) return years.map(Number);
  throw new InvalidArgumentError("Two years with a comma between, such as 2012,2017.");
}
