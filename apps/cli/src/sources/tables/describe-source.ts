import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { basename } from "node:path";
import { InputError, type SourceRecord, sourceRecordSchema } from "@tributary/core";
import { showPath } from "../../paths.ts";
import { describeMismatch } from "../../schema-message.ts";
import { parseYaml } from "../yaml-text.ts";

const UNKNOWN = "not stated";
const describedSchema = sourceRecordSchema.omit({ files: true, id: true });

/**
 * Record of origin of an imported table: what a YAML file says of it, and the hashes of the files that were read.
 *
 * Without such a file nothing is known of its licence, so that it may not be passed on.
 *
 * @throws {InputError} `bad-record` with every field that does not fit.
 */
export function describeSource(id: string, files: readonly string[], described: string | undefined): SourceRecord {
  const unknown = { producer: UNKNOWN, citation: UNKNOWN, url: null, date: UNKNOWN, licence: UNKNOWN };
  const record = described
    ? readDescription(described)
    : { ...unknown, title: files.map((file) => basename(file)).join(", "), redistributable: false };
  return { id, ...record, files: files.map((path) => ({ path: basename(path), sha256: hashFile(path) })) };
}

function readDescription(path: string): Omit<SourceRecord, "files" | "id"> {
  const text = parseYaml(readFileSync(path, "utf8"));
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
  const file = openSync(path, "r");
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}
