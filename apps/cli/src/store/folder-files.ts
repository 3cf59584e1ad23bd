import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readdirSync, readSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { isTemporary } from "./recover-folder.ts";

/** Bytes read at a time. */
const CHUNK = 1 << 24;

/** Paths of everything below a folder that is no folder itself, with slashes, in the order of their names; without what a run is still writing or left. */
export function listFiles(folder: string): string[] {
  return listEntries(folder).map(({ path }) => path);
}

/** The same, with what is a file, and no link or pipe. */
export function listEntries(folder: string): { path: string; isFile: boolean }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      path: relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"),
      isFile: entry.isFile(),
    }))
    .filter(({ path }) => !path.split("/").some(isTemporary))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** SHA-256 of a file of any size. */
export function hashFile(path: string): string {
  const hash = createHash("sha256");
  const file = openSync(path, "r");
  try {
    const piece = new Uint8Array(Math.min(CHUNK, fstatSync(file).size || 1));
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}
