import { resolve } from "node:path";
import type { Command } from "commander";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { createProgress } from "../progress.ts";
import { findFolder } from "../releases/open-side.ts";
import { planPackage, writePackage } from "../releases/package-release.ts";
import { refuseDamaged } from "../releases/refuse-damaged.ts";
import { encodeJson } from "../store/json.ts";
import { readManifest } from "../store/manifest-reader.ts";
import { checkNewFile } from "../store/new-file.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";

interface Flags {
  out?: string;
  dryRun?: boolean;
  json?: boolean;
}

/** `tributary release package`: a release as one file to pass on. */
export function addReleasePackage(parent: Command, context: Context): void {
  const command = parent
    .command("package")
    .summary("write a release as a Frictionless data package, one archive with hashes")
    .description(
      "Write a release as a Frictionless data package: one archive with a description and the hash of every file. Holds nothing that a licence forbids to pass on.",
    );
  addExamples(command, ["release package open-2026.2", "release package releases/mine --out mine.zip --dry-run"]);
  command.argument("[release]", "folder of a release, or id of a frozen one (default: releases/current)");
  command.option("--out <file>", "archive to write (default: <id>.zip here)");
  command.option("--dry-run", "check the licences and count the files, write nothing");
  command.option("--json", "report as JSON");
  command.action((typed: string | undefined, flags: Flags) => runPackage(typed, flags, context));
}

async function runPackage(typed: string | undefined, { out, dryRun, json }: Flags, { output }: Context): Promise<void> {
  const folder = findFolder(typed ?? DEFAULT_PATHS.release);
  const { manifest } = readManifest(folder);
  refuseDamaged(folder);
  const { files, leftOut } = planPackage(folder, manifest);
  const target = resolve(out ?? `${manifest.id}.zip`);
  checkNewFile(target);
  const progress = createProgress(output);
  progress.step(dryRun ? "Check" : "Pack");
  if (!dryRun) await writePackage(folder, manifest, files, target);
  progress.end();
  if (json) {
    output.data(
      encodeJson({ id: manifest.id, files: files.length, leftOut, out: showPath(target), written: !dryRun }, 2),
    );
    return;
  }
  if (leftOut.length > 0)
    output.message(`${leftOut.length} tables stay out: their sources do not allow that they are passed on.`);
  output.message(`${dryRun ? "Would write" : "Wrote"} ${files.length} files of ${manifest.id} to ${showPath(target)}.`);
}
