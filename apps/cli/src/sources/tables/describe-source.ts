import { createHash } from "node:crypto";
import { closeSync, existsSync, readSync } from "node:fs";
import { basename } from "node:path";
import { InputError, type SourceRecord, sourceRecordSchema } from "@tributary/core";
import { showPath } from "../../paths.ts";
import { describeMismatch } from "../../schema-message.ts";
import { openInput, readInputText } from "../../store/input-file.ts";
import { parseYaml } from "../yaml-text.ts";

const UNKNOWN = "not stated";
const describedSchema = sourceRecordSchema.omit({ files: true, id: true });

/** What somebody says of the origin of a table. */
type Description = Omit<SourceRecord, "files" | "id">;

/**
 * Record of origin of an imported table: what is said of it, and the hashes of the files that were read.
 *
 * Where nothing is said, nothing is known of its licence, so that it may not be passed on.
 */
export function describeSource(id: string, files: readonly string[], described: Description | null): SourceRecord {
  const unknown = { producer: UNKNOWN, citation: UNKNOWN, url: null, date: UNKNOWN, licence: UNKNOWN };
  const title = files.map((file) => basename(file)).join(", ");
  const record = described ?? { ...unknown, title, redistributable: false };
  return { id, ...record, files: files.map((path) => ({ path: basename(path), sha256: hashFile(path) })) };
}

/**
 * Read what a YAML file says of the origin of a table.
 *
 * @returns `null` without a file.
 * @throws {InputError} `no-file`; `bad-record` with every field that does not fit.
 */
export function readDescription(path: string | undefined): Description | null {
  if (path === undefined) return null;
  if (!existsSync(path)) throw new InputError("no-file", `There is no source record at ${showPath(path)}.`);
  const text = parseYaml(readInputText(path));
  const refuse = (where: string, message: string) => ({
    severity: "error" as const,
    code: "bad-record",
    where,
    message,
  });
  if (!("value" in text))
    throw new InputError("bad-record", "The source record is not YAML.", [
      refuse(`${showPath(path)}:${text.problem.line ?? 1}`, text.problem.message),
    ]);
  const parsed = describedSchema.safeParse(text.value);
  if (parsed.success) return parsed.data;
  throw new InputError(
    "bad-record",
    "The source record cannot be used.",
    parsed.error.issues.map((issue) => refuse(`${showPath(path)}:${issue.path.join(".")}`, describeMismatch(issue))),
  );
}

/** SHA-256 of a file of any size. */
function hashFile(path: string): string {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(1 << 22);
  const file = openInput(path);
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}
