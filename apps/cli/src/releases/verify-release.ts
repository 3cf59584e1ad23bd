import type { Issue } from "@tributary/core";
import { inspectManifest } from "../store/manifest-reader.ts";
import { checkForm } from "./check-forms.ts";
import { checkHashes } from "./check-hashes.ts";
import { checkPackages } from "./check-packages.ts";
import { checkResults } from "./check-results.ts";
import { checkTables } from "./check-tables.ts";
import { checkNames } from "./known-files.ts";

/** What was looked at, and what is wrong. */
export interface Verification {
  id: string;
  files: number;
  /** Files whose bytes are held against a hash. */
  hashed: number;
  /** Whether one list of hashes names everything, as that of a frozen release does. */
  isFrozen: boolean;
  issues: Issue[];
}

/**
 * Hold every file of a release against its hash and its schema, and what files say against one another: the fields of
 * the manifest, arrays against the axes, tables against what the manifest states of them, results against tables.
 *
 * @throws {InputError} `no-release`, `bad-manifest`.
 */
export function verifyRelease(folder: string): Verification {
  const { manifest, sha256, issues } = inspectManifest(folder);
  const { files, isFrozen, hashed } = checkHashes(folder, issues);
  checkNames(files, manifest, issues);
  for (const path of files) checkForm(folder, path, issues);
  checkPackages(folder, manifest, files, issues);
  const models = checkTables(folder, manifest, issues);
  if (files.some((file) => file.startsWith("results/")))
    checkResults({ folder, manifest, sha256, files, models }, issues);
  return { id: manifest.id, files: files.length, hashed, isFrozen, issues: dropRepeated(issues) };
}

/** Two checks may find the same. */
function dropRepeated(issues: readonly Issue[]): Issue[] {
  const known = new Map(issues.map((issue) => [[issue.code, issue.where, issue.message].join("\n"), issue]));
  return [...known.values()];
}
