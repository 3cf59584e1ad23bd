import type { Command } from "commander";
import { EXIT } from "../exit-code.ts";
import { DEFAULT_PATHS, showPath } from "../paths.ts";
import { writeFileWhole } from "../store/atomic-file.ts";
import { encodeJson } from "../store/json.ts";
import { readRelease } from "../store/release-reader.ts";
import { findInTables, formatFinding, toJson } from "./check-findings.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";

interface Flags {
  release: string;
  report?: string;
  strict?: boolean;
  json?: boolean;
}

/** `tributary data validate`: the files and the tables of a release, without solving anything. */
export function addDataValidate(parent: Command, context: Context): void {
  const text = "check the files of a release and diagnose its tables";
  const command = parent.command("validate").summary(text).description(`${text}.`);
  addExamples(command, ["data validate --release releases/mine", "data validate --report report.json"]);
  command.addOption(folderOption("--release <dir>", "release to read", DEFAULT_PATHS.release));
  command.option("--report <file>", "write the findings as JSON");
  command.option("--strict", "warnings fail too");
  command.option("--json", "report as JSON");
  command.action((flags: Flags) => runValidate(flags, context));
}

function runValidate({ release, report, strict, json }: Flags, context: Context): void {
  const { output } = context;
  const findings = findInTables(readRelease(release));
  const text = encodeJson({ checks: findings.map(toJson) }, 2);
  if (report) writeFileWhole(report, text);
  output.data(json ? text : findings.map((finding) => `${formatFinding(finding)}\n`).join(""));
  if (report) output.message(`Wrote the findings to ${showPath(report)}.`);
  if (findings.some(({ status }) => status === "fail" || (strict && status === "warn")))
    context.exitCode = EXIT.validation;
}
