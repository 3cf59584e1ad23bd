import { resolve } from "node:path";
import {
  DEVIATIONS,
  type DrawRecord,
  type DrawSource,
  type Draws,
  drawRecordSchema,
  type Facts,
  InputError,
  type Settings,
  selectRegions,
  summarizeDraws,
} from "@tributary/core";
import { type Command, Option } from "commander";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { createProgress } from "../progress.ts";
import { digestFacts } from "../sources/facts/digest-facts.ts";
import { readFacts } from "../sources/facts/read-facts.ts";
import { readSettings } from "../sources/read-settings.ts";
import { checkReplaceable, checkWritable, type FolderTarget, writeFolder } from "../store/atomic-folder.ts";
import { DRAWS, writeDraws } from "../store/draws-store.ts";
import { holdLock, lockOf } from "../store/hold-lock.ts";
import { openJournal, unfinishedPath } from "../store/journal.ts";
import { encodeJson } from "../store/json.ts";
import { followLinks } from "../store/recover-folder.ts";
import { VERSION } from "../version.ts";
import { makeDraws } from "../workers/draw-pool.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";
import { parseCount } from "./option-parsers.ts";

const DEFAULT_SEED = 20240701;
const DEFAULT_DRAWS = 200;
/** Draws of prices and intensities on each rebuilt estimate: 2,000 on 200. */
const VARIANTS = 10;

interface Flags {
  facts: string;
  settings?: string;
  draws: number;
  seed: number;
  out: string;
  dryRun?: boolean;
  json?: boolean;
}

/** `tributary estimate draws`: how certain the classes are. */
export function addEstimateDraws(parent: Command, context: Context): void {
  const text = "rebuild the estimate many times over the ranges of its settings: how certain each city's class is";
  const command = parent
    .command("draws")
    .summary(text)
    .description(`${text}. Takes minutes; goes on where it was interrupted.`);
  addExamples(command, [
    "estimate draws",
    "estimate draws --draws 20 --seed 7 --out my-draws",
    "estimate draws --dry-run",
  ]);
  command.addOption(folderOption("--facts <dir>", "public figures", DEFAULT_PATHS.facts));
  command.option("--settings <file>", "modelling constants about which draws are made, YAML or JSON");
  command.addOption(new Option("--draws <n>", "how often to rebuild").argParser(parseCount).default(DEFAULT_DRAWS));
  command.addOption(new Option("--seed <n>", "where random numbers begin").argParser(parseCount).default(DEFAULT_SEED));
  command.addOption(folderOption("--out <dir>", "folder of the draws", DEFAULT_PATHS.draws));
  command.option("--dry-run", "say what is to be done, do nothing");
  command.option("--json", "report as JSON");
  command.action((flags: Flags) => runDraws(flags, context));
}

async function runDraws(flags: Flags, { output }: Context): Promise<void> {
  const target = { path: resolve(flags.out), ...DRAWS };
  checkReplaceable(target);
  const settings = readSettings(flags.settings);
  const facts = readFacts(flags.facts);
  const source: DrawSource = {
    schema: "tributary.draws/v1",
    seed: flags.seed,
    variants: VARIANTS,
    base: { ...settings },
    facts: digestFacts(facts),
    version: VERSION,
  };
  if (flags.dryRun) {
    output.message(
      `Would make ${flags.draws} draws from seed ${flags.seed} and write them to ${showPath(target.path)}.`,
    );
    return;
  }
  checkWritable(target);
  const sayWaiting = (pid: string) =>
    output.message(`Waiting for other draws into ${showPath(target.path)} (process ${pid}) to end.`);
  const lock = lockOf(followLinks(target.path));
  await holdLock(lock, sayWaiting, () => makeAndWrite(target, { source, settings, facts }, flags, output));
}

/** What draws are made from. */
interface DrawInputs {
  source: DrawSource;
  settings: Settings;
  facts: Facts;
}

/** Make the draws that are not in the journal yet, and write them all. */
async function makeAndWrite(
  target: FolderTarget,
  { source, settings, facts }: DrawInputs,
  flags: Flags,
  output: Context["output"],
): Promise<void> {
  const journal = openJournal(unfinishedPath(target.path), source, drawRecordSchema);
  const wanted = Array.from({ length: flags.draws }, (_, draw) => draw);
  const open = wanted.filter((draw) => !journal.records.has(draw));
  if (open.length < wanted.length) output.message(`Going on after ${wanted.length - open.length} draws.`);
  const progress = createProgress(output);
  progress.step(`Make ${open.length} draws`);
  const plan = { seed: source.seed, base: settings, variants: source.variants };
  let done = 0;
  await makeDraws(facts, plan, open, (record) => {
    journal.add(record);
    progress.update(++done, open.length);
  });
  progress.step("Write");
  const made = wanted.flatMap((draw) => journal.records.get(draw) ?? []);
  const draws = assemble(source, made, facts);
  await writeFolder(target, (folder) => writeDraws(folder, draws, made));
  journal.remove();
  progress.end();
  report(draws, target.path, flags, output);
}

function assemble(source: DrawSource, records: readonly DrawRecord[], facts: Facts): Draws {
  const failed = records.flatMap(({ draw, failure }) => (failure === null ? [] : [{ draw, reason: failure }]));
  if (failed.length === records.length)
    throw new InputError(
      "no-draws",
      `None of ${records.length} draws gives an estimate. The first: ${failed[0].reason}`,
    );
  const codes = selectRegions(facts, source.base.cityCount).cities.map(({ code }) => code);
  const cities = summarizeDraws(records, codes);
  return { ...source, draws: records.length, failed, deviations: { ...DEVIATIONS }, cities };
}

function report(
  { draws, failed, cities, seed }: Draws,
  path: string,
  { json }: Flags,
  output: Context["output"],
): void {
  const uncertain = cities.filter(({ firm }) => !firm).length;
  if (json) {
    output.data(encodeJson({ out: showPath(path), draws, failed, seed, cities: cities.length, uncertain }, 2));
    return;
  }
  output.message(
    `Wrote ${draws} draws to ${showPath(path)}${failed.length > 0 ? `, ${failed.length} of which give no estimate` : ""}: the class of ${uncertain} of ${cities.length} cities is uncertain.`,
  );
}
