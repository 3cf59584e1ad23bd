import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Issue } from "@tributary/core";
import { hashFile, listEntries } from "../store/folder-files.ts";
import { type Hashes, readSums, SUMS } from "../store/hash-list.ts";
import { collect, refuse } from "./collect-issues.ts";

/** Parts of a release that are written by themselves, each with a list of its own hashes. */
const PARTS = ["", "results/", "results/scenarios/"] as const;

/** Files of a release, and what is wrong with their bytes. */
export interface CheckedFiles {
  /** All but the lists of hashes. */
  files: string[];
  /** Whether one list names everything, as that of a frozen release does. */
  isFrozen: boolean;
  hashed: number;
}

/** Hold every file of a release against the lists of hashes: each is named with its bytes, and there is no other. */
export function checkHashes(folder: string, issues: Issue[]): CheckedFiles {
  const listed = new Map<string, string>();
  const lists = new Map<string, Hashes>();
  for (const part of PARTS) {
    const sums = existsSync(join(folder, part))
      ? collect(issues, part + SUMS, () => readSums(join(folder, part)))
      : null;
    if (sums) lists.set(part, sums);
    for (const [path, hash] of sums ?? []) addHash(part + path, hash, listed, issues);
  }
  const isFrozen = [...(lists.get("")?.keys() ?? [])].some((path) => path.startsWith("results/"));
  for (const part of PARTS)
    if (!lists.has(part) && existsSync(join(folder, part)) && !(isFrozen && part !== ""))
      issues.push(refuse("missing-sums", part + SUMS, "is not there, or cannot be read"));
  const entries = listEntries(folder);
  for (const { path, isFile } of entries)
    if (!isFile) issues.push(refuse("no-file", path, "is a link or something else that is no file"));
  const files = entries.filter(({ isFile }) => isFile).map(({ path }) => path);
  compareFiles(folder, files, listed, issues);
  return { files: files.filter((path) => !isList(path)), isFrozen, hashed: listed.size };
}

const isList = (path: string): boolean => PARTS.some((part) => path === part + SUMS);

function addHash(path: string, hash: string, listed: Map<string, string>, issues: Issue[]): void {
  const before = listed.get(path);
  if (before !== undefined && before !== hash)
    issues.push(refuse("hash-mismatch", path, "has two hashes in two lists"));
  listed.set(path, hash);
}

function compareFiles(folder: string, files: readonly string[], listed: Hashes, issues: Issue[]): void {
  const there = new Set(files);
  for (const [path, hash] of listed) {
    if (!there.has(path)) issues.push(refuse("missing-file", path, "is not there"));
    else if (hashFile(join(folder, path)) !== hash) issues.push(refuse("hash-mismatch", path, "has other bytes"));
  }
  for (const path of files)
    if (!listed.has(path) && !isList(path)) issues.push(refuse("unlisted-file", path, `is in no ${SUMS}`));
}
