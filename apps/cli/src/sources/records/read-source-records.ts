import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError, type Issue, type SourceRecord, sourceRecordSchema } from "@tributary/core";
import { showPath } from "../../paths.ts";
import { describeMismatch } from "../../schema-message.ts";
import { readInput, readInputText } from "../../store/input-file.ts";
import { IssueList } from "../issue-list.ts";
import { parseYaml } from "../yaml-text.ts";

/** Source records with the hashes of the files as they are, and what has changed since they were written down. */
export interface SourceReport {
  records: SourceRecord[];
  /** Files edited since their source record: figures are there to be edited, so this does not stop a build. */
  warnings: Issue[];
}

/**
 * Read one record per origin and compare its hashes with the files of the facts.
 *
 * @param facts Folder to which the paths in the records are relative.
 * @throws {InputError} `bad-sources` with every field that does not fit, every repeated id and every file that no
 *   record names: figures of unknown origin are not published.
 */
export function readSourceRecords(folder: string, facts: string): SourceReport {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new InputError("no-sources", `There is no folder of source records at ${showPath(folder)}.`);
  const issues = new IssueList();
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort();
  const records = files.flatMap((file) => readRecord(folder, file, issues) ?? []);
  checkCovered(records, facts, issues);
  issues.refuse("bad-sources", "The source records cannot be used");
  const warnings = records.flatMap((record) => compareHashes(record, facts));
  return { records: records.map((record) => withHashes(record, facts)), warnings };
}

function readRecord(folder: string, file: string, issues: IssueList): SourceRecord | null {
  const before = issues.count;
  const content = readYaml(folder, file, issues);
  if (issues.count > before) return null;
  const parsed = sourceRecordSchema.safeParse(content);
  if (!parsed.success) {
    for (const issue of parsed.error.issues)
      issues.error(
        { file, column: issue.path.join(".") || undefined },
        { code: "bad-record", message: describeMismatch(issue), hint: "tributary schema print source" },
      );
    return null;
  }
  const { id } = parsed.data;
  if (`${id}.yaml` === file) return parsed.data;
  issues.error({ file, column: "id" }, { code: "bad-record", message: `"${id}" is not the name of the file` });
  return null;
}

function readYaml(folder: string, file: string, issues: IssueList): unknown {
  const parsed = parseYaml(readInputText(join(folder, file)));
  if ("value" in parsed) return parsed.value;
  const { line, message } = parsed.problem;
  issues.error({ file, line }, { code: "not-yaml", message });
  return null;
}

function checkCovered(records: readonly SourceRecord[], facts: string, issues: IssueList): void {
  const named = new Set(records.flatMap(({ files }) => files.map(({ path }) => path)));
  for (const path of named)
    if (!existsSync(join(facts, path)))
      issues.error({ file: path }, { code: "missing-file", message: "a source record names it, but it is not there" });
  for (const file of readdirSync(facts).filter((each) => each.endsWith(".csv")))
    if (!named.has(file))
      issues.error(
        { file },
        { code: "no-source", message: "no source record names it", hint: "add one to data/sources" },
      );
}

function compareHashes({ id, files }: SourceRecord, facts: string): Issue[] {
  return files
    .filter(({ path, sha256 }) => hashFile(join(facts, path)) !== sha256)
    .map(({ path }) => ({
      severity: "warning",
      code: "edited",
      where: path,
      message: `edited since the source record ${id}`,
      hint: "if the change stays, say so in the record and update its sha256",
    }));
}

function withHashes(record: SourceRecord, facts: string): SourceRecord {
  return { ...record, files: record.files.map(({ path }) => ({ path, sha256: hashFile(join(facts, path)) })) };
}

function hashFile(path: string): string {
  return createHash("sha256").update(readInput(path)).digest("hex");
}
