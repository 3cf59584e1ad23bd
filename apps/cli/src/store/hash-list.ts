import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError, type Issue } from "@tributary/core";
import { showPath } from "../paths.ts";

/** List of the hashes of everything that is written together, as `sha256sum` reads it. */
export const SUMS = "SHA256SUMS";

/** SHA-256 of each file by its path below the folder. */
export type Hashes = ReadonlyMap<string, string>;

/** Text of a list: a line a file, by path; the same files give the same bytes. */
export function encodeSums(hashes: Hashes): string {
  const lines = [...hashes].map(([path, hash]) => `${hash}  ${path}\n`);
  return lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join("");
}

/**
 * The list of a folder; null where it has none.
 *
 * @throws {InputError} `bad-sums` with every line that is no hash and path, or names a file again.
 */
export function readSums(folder: string): Hashes | null {
  const path = join(folder, SUMS);
  if (!existsSync(path)) return null;
  const issues: Issue[] = [];
  const sums = new Map<string, string>();
  const refuse = (i: number, message: string) =>
    issues.push({ severity: "error", code: "bad-sums", where: `${showPath(path)}:${i + 1}`, message });
  const text = lstatSync(path).isFile() ? readFileSync(path, "utf8") : "";
  for (const [i, line] of text.replace(/\n$/, "").split("\n").entries()) {
    const [, hash, file] = /^([0-9a-f]{64}) {2}([^\\]+)$/.exec(line) ?? [];
    if (!hash || !file || file.startsWith("/") || file.split("/").includes(".."))
      refuse(i, `is no hash and path: "${line.slice(0, 80)}"`);
    else if (sums.has(file)) refuse(i, `names ${file} again`);
    else sums.set(file, hash);
  }
  if (issues.length > 0) throw new InputError("bad-sums", "The list of hashes cannot be used.", issues);
  return sums;
}
