import { resolve } from "node:path";
import {
  buildEstimate,
  CONSTANTS,
  describeEstimate,
  formatIssue,
  listArrays,
  type Manifest,
  releaseIdSchema,
} from "@tributary/core";
import { type Command, InvalidArgumentError, Option } from "commander";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { createProgress } from "../progress.ts";
import { chooseId } from "../releases/choose-id.ts";
import { digestFacts } from "../sources/facts/digest-facts.ts";
import { readFacts } from "../sources/facts/read-facts.ts";
import { readSettings } from "../sources/read-settings.ts";
import { readSourceRecords } from "../sources/records/read-source-records.ts";
import { checkReplaceable, checkWritable, writeFolder } from "../store/atomic-folder.ts";
import { copyDraws, holdsDraws } from "../store/draws-store.ts";
import { encodeJson } from "../store/json.ts";
import { encodeArrays, RELEASE, writeRelease } from "../store/release-store.ts";
import { SealedFolder } from "../store/sealed-folder.ts";
import { createSolvePool } from "../workers/solve-pool.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";
import { archiveOption } from "./release-options.ts";

interface Flags {
  facts: string;
  sources: string;
  settings?: string;
  draws: string;
  out: string;
  id?: string;
  archive: string;
  dryRun?: boolean;
  json?: boolean;
}

/** `tributary estimate`: public figures to a release of the open estimate. */
export function addEstimate(program: Command, context: Context): Command {
  const text = "build the open estimate from public figures";
  const command = program
    .command("estimate")
    .summary(text)
    .description(`${text}: modelled, not observed.`)
    .enablePositionalOptions();
  addExamples(command, [
    "estimate",
    "estimate --settings wider-reach.yaml --id wider-reach --out releases/wider-reach",
    "estimate --dry-run --json",
  ]);
  command.addOption(folderOption("--facts <dir>", "public figures", DEFAULT_PATHS.facts));
  command.addOption(folderOption("--sources <dir>", "source records of the figures", DEFAULT_PATHS.sources));
  command.option("--settings <file>", "modelling constants that differ from the defaults, YAML or JSON");
  command.addOption(
    folderOption("--draws <dir>", "draws to take over if they are of these figures and settings", DEFAULT_PATHS.draws),
  );
  command.addOption(folderOption("--out <dir>", "folder of the release", DEFAULT_PATHS.release));
  command.addOption(
    new Option(
      "--id <id>",
      "id of the release (default: that of the last published one if it has the same inputs, else that with +dev)",
    ).argParser(parseId),
  );
  command.addOption(archiveOption());
  command.option("--dry-run", "build and check everything, write nothing");
  command.option("--json", "report as JSON");
  return command.action((flags: Flags) => runEstimate(flags, context));
}

/** Packages of data allow no other letters in a name. */
function parseId(typed: string): string {
  if (releaseIdSchema.safeParse(typed).success) return typed;
  throw new InvalidArgumentError("Lower-case letters, digits, dots, hyphens and underscores, such as my-variant.");
}

async function runEstimate(flags: Flags, { output }: Context): Promise<void> {
  const target = { path: resolve(flags.out), ...RELEASE };
  checkReplaceable(target);
  if (!flags.dryRun) checkWritable(target);
  const progress = createProgress(output);
  progress.step("Read figures");
  const settings = readSettings(flags.settings);
  const facts = readFacts(flags.facts, flags.sources);
  const { records, warnings } = readSourceRecords(flags.sources, flags.facts);
  for (const warning of warnings) output.message(`${output.colors.yellow("warning")} ${formatIssue(warning)}`);
  progress.step("Build the estimate");
  const pool = createSolvePool();
  try {
    const estimate = await buildEstimate(facts, settings, pool.solve);
    progress.step(flags.dryRun ? "Encode" : "Write");
    const arrays = encodeArrays(listArrays(estimate.space, [estimate.tables[2012], estimate.tables[2017]]));
    const named = { id: flags.id ?? "unnamed", sources: records, arrays: arrays.records };
    const described = describeEstimate(estimate, facts, named);
    const manifest = { ...described, id: chooseId(described, flags.archive, flags.id) };
    const drawn = holdsDraws(flags.draws, { base: { ...settings }, facts: digestFacts(facts) });
    const write = (folder: string) => {
      const sealed = new SealedFolder(folder);
      if (drawn) copyDraws(flags.draws, sealed);
      writeRelease(sealed, manifest, arrays.files);
    };
    if (!flags.dryRun) await writeFolder(target, write);
    progress.end();
    report(manifest, target.path, flags, output);
  } finally {
    await pool.close();
  }
}

function report(manifest: Manifest, path: string, { dryRun, json }: Flags, output: Context["output"]): void {
  const { id, kind, calibration, checks, regions, sectors } = manifest;
  const written = !dryRun;
  const below = manifest.leftOut.filter(({ reason }) => reason === "below-cut").length;
  const failed = checks.filter(({ status }) => status !== "pass");
  if (json) {
    const size = { cities: regions.length, sectors: sectors.length };
    output.data(encodeJson({ id, kind, out: showPath(path), written, ...size, calibration, checks }, 2));
    return;
  }
  for (const check of failed) output.message(`${check.status} ${check.id}: ${check.note}`);
  if (below > 0)
    output.message(
      `${below} of ${regions.length + below} units with figures are left out, those of least value added: cityCount is ${manifest.settings.cityCount}, at most ${CONSTANTS.cityCount.high}.`,
    );
  const share = (100 * calibration.outsourcedShare).toFixed(1);
  output.message(
    `${written ? "Wrote" : "Would write"} ${id} to ${showPath(path)}: ${regions.length} cities, outsourced share ${calibration.year} ${share} % at scale ${calibration.scale.toFixed(3)} of friction.`,
  );
}
