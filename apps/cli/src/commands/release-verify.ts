import { existsSync } from "node:fs";
import { formatIssue } from "@tributary/core";
import type { Command } from "commander";
import { EXIT } from "../exit-code.ts";
import { DEFAULT_PATHS } from "../paths.ts";
import { readArchive, recordPath } from "../releases/archive.ts";
import { checkRecord } from "../releases/check-record.ts";
import { findFolder } from "../releases/open-side.ts";
import { type Verification, verifyRelease } from "../releases/verify-release.ts";
import { encodeJson } from "../store/json.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { archiveOption } from "./release-options.ts";

interface Flags {
  archive: string;
  json?: boolean;
}

/** `tributary release verify`: is every file as it was made. */
export function addReleaseVerify(parent: Command, context: Context): void {
  const command = parent
    .command("verify")
    .summary("hold every file of a release against its hash and its schema")
    .description(
      "Hold every file of a release against its hash and its schema, and its results against what was published.",
    );
  addExamples(command, ["release verify", "release verify open-2026.2", "release verify releases/mine --json"]);
  command.argument("[release]", "folder of a release, or id of a frozen one (default: releases/current)");
  command.addOption(archiveOption());
  command.option("--json", "report as JSON");
  command.action((typed: string | undefined, flags: Flags) => {
    const folder = findFolder(typed ?? DEFAULT_PATHS.release);
    const found = verifyRelease(folder);
    const record = existsSync(recordPath(flags.archive, found.id))
      ? readArchive(flags.archive).find(({ id }) => id === found.id)
      : undefined;
    if (record && found.issues.length === 0) found.issues.push(...checkRecord(folder, record, found.isFrozen));
    if (found.issues.length > 0) context.exitCode = EXIT.validation;
    report(found, flags, context);
  });
}

function report({ id, files, hashed, issues }: Verification, { json }: Flags, { output }: Context): void {
  if (json) {
    output.data(encodeJson({ id, files, hashed, ok: issues.length === 0, issues }, 2));
    return;
  }
  for (const issue of issues) output.data(`${formatIssue(issue)}\n`);
  output.message(
    issues.length === 0
      ? `${id} is as it was made: ${files} files, ${hashed} of them held against a hash.`
      : `${id}: ${issues.length} problems in ${files} files.`,
  );
}
