import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { formatIssue, InputError, type Issue, type ReleaseRecord } from "@tributary/core";
import { type Command, InvalidArgumentError, Option } from "commander";
import type { Output } from "../output.ts";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { createProgress } from "../progress.ts";
import { encodeRecord, readArchive, recordPath } from "../releases/archive.ts";
import { FROZEN, freezeRelease, listKept } from "../releases/freeze-release.ts";
import { passGate } from "../releases/gate.ts";
import { describeBuild, findNewest, openSide } from "../releases/open-side.ts";
import { NEXT, readCauses, type StatedCauses } from "../releases/read-causes.ts";
import { refuseDamaged } from "../releases/refuse-damaged.ts";
import { checkWritable, writeFolder } from "../store/atomic-folder.ts";
import { encodeJson } from "../store/json.ts";
import { readManifest } from "../store/manifest-reader.ts";
import { checkNewFile, writeNewFile } from "../store/new-file.ts";
import { RESULTS } from "../store/release-store.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";
import { archiveOption, causesOption, thresholdOption } from "./release-options.ts";

interface Flags {
  release: string;
  archive: string;
  out?: string;
  since?: string;
  causes?: string;
  threshold: number;
  date: string;
  withModel?: boolean;
  dryRun?: boolean;
  json?: boolean;
}

/** `tributary release create`: freeze a release, and keep its headline figures for ever. */
export function addReleaseCreate(parent: Command, context: Context): void {
  const command = parent
    .command("create")
    .summary("publish a release: hold it against the last one, freeze it, keep its headline figures")
    .description(
      "Publish a release: hold it against the last one, freeze its files and keep its headline figures. Refuses moves without a stated cause, with exit code 6.",
    );
  addExamples(command, [
    "release create open-2026.2 --dry-run",
    "release create open-2026.2 --causes causes.yaml",
    "release create mine-1 --release releases/mine --archive releases/archive",
  ]);
  command.argument("<id>", "id of the release, as it was built");
  command.addOption(folderOption("--release <dir>", "release with its results", DEFAULT_PATHS.release));
  command.addOption(archiveOption());
  command.addOption(folderOption("--out <dir>", "folder of the frozen release (default: releases/<id>)"));
  command.option("--since <id>", "release to compare with (default: the newest of its kind)");
  command.addOption(causesOption());
  command.addOption(thresholdOption());
  command.addOption(new Option("--date <date>", "day of publication").argParser(parseDate).default(today(), "today"));
  command.option("--with-model", "freeze the arrays of an imported table too; those of the open estimate always are");
  command.option("--dry-run", "check everything, write nothing");
  command.option("--json", "report as JSON");
  command.action((id: string, flags: Flags) => runCreate(id, flags, context));
}

const today = (): string => new Date().toISOString().slice(0, 10);

function parseDate(typed: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(typed) && new Date(typed).toJSON()?.startsWith(typed)) return typed;
  throw new InvalidArgumentError("A day is needed, such as 2026-11-23.");
}

async function runCreate(id: string, flags: Flags, { output }: Context): Promise<void> {
  const { release: folder, dryRun } = flags;
  const { manifest } = readManifest(folder);
  if (manifest.id !== id)
    throw new InputError(
      "other-id",
      `${showPath(folder)} holds ${manifest.id}. Build it under its id first, which its pages print: tributary estimate --id ${id}.`,
    );
  if (id.includes("+"))
    throw new InputError("other-id", `${id} is work on a release. Build it under the id that it is to have: --id.`);
  const record = recordPath(flags.archive, id);
  checkNewFile(record);
  const target = { path: resolve(flags.out ?? join(DEFAULT_PATHS.releases, id)), ...FROZEN };
  checkFree(target.path);
  if (!dryRun) checkWritable(target);
  const progress = createProgress(output);
  progress.step("Verify");
  refuseDamaged(folder);
  if (!existsSync(join(folder, "results", RESULTS.marker)))
    throw new InputError("no-results", `${showPath(folder)} has no results. Run "tributary model run" first.`);
  progress.step("Compare");
  const { made, warnings, moved } = compare(folder, flags);
  for (const warning of warnings) output.message(`${output.colors.yellow("warning")} ${formatIssue(warning)}`);
  progress.step(dryRun ? "Count" : "Freeze");
  const files = listKept(folder, manifest.form === "factored" || flags.withModel === true);
  if (!dryRun) {
    let sums = "";
    await writeFolder(target, async (path) => {
      sums = await freezeRelease(folder, files, path);
    });
    writeNewFile(record, encodeRecord({ ...made, sums }));
  }
  progress.end();
  report(made, { files: files.length, moved, out: target.path, record }, flags, output);
}

/** What is frozen stays, whatever archive it is recorded in. @throws {InputError} `file-exists`. */
function checkFree(path: string): void {
  if (existsSync(path) && !(statSync(path).isDirectory() && readdirSync(path).length === 0))
    throw new InputError("file-exists", `${showPath(path)} is there already; choose another --out.`);
}

/** The record to keep, after the gate. */
function compare(folder: string, flags: Flags): { made: ReleaseRecord; warnings: Issue[]; moved: number } {
  const build = describeBuild(folder);
  const older = flags.since === undefined ? findNewest(build, flags.archive) : openSide(flags.since, flags.archive);
  const stated = readCauses(flags.causes ?? join(flags.archive, NEXT), flags.causes === undefined);
  const made = { ...build, published: flags.date, previous: older?.id ?? null, causes: older ? causesOf(stated) : [] };
  if (!older) return { made, warnings: [], moved: 0 };
  checkDate(made, flags.archive);
  const { moves, warnings } = passGate(older, made, stated, flags.threshold);
  return { made, warnings, moved: moves.length };
}

const causesOf = (stated: StatedCauses | null): ReleaseRecord["causes"] => [...(stated?.causes ?? [])];

/** Releases are told apart by their dates: a new one is not older than those before it. */
function checkDate({ published, kind }: ReleaseRecord, archive: string): void {
  const newest = readArchive(archive).find((record) => record.kind === kind);
  if (newest && newest.published > published)
    throw new InputError("too-early", `${newest.id} was published on ${newest.published}, after ${published}.`);
}

function report(
  { id, published, previous, causes }: ReleaseRecord,
  done: { files: number; moved: number; out: string; record: string },
  { dryRun, json }: Flags,
  output: Output,
): void {
  const [out, record] = [showPath(done.out), showPath(done.record)];
  if (json) {
    const counts = { files: done.files, moved: done.moved };
    output.data(encodeJson({ id, published, previous, causes, ...counts, out, record, written: !dryRun }, 2));
    return;
  }
  const since = previous === null ? "the first of its kind" : `${done.moved} figures moved since ${previous}`;
  output.message(
    `${dryRun ? "Would publish" : "Published"} ${id} (${since}): ${done.files} files in ${out}, headline figures in ${record}.`,
  );
}
