import { constants, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { hashFile, listFiles } from "../store/folder-files.ts";
import { encodeSums, SUMS } from "../store/hash-list.ts";
import { digestBytes } from "../store/write-into.ts";

/** What a frozen release is, for messages. It replaces nothing: a release is published once. */
export const FROZEN = { marker: SUMS, what: "frozen release" } as const;

/** Files of a release that are kept: all, or all but its arrays. */
export function listKept(folder: string, withModel: boolean): string[] {
  return listFiles(folder).filter((path) => path !== SUMS && (withModel || !path.startsWith("model/")));
}

/**
 * Copy files of a release into an empty folder, with a list of their hashes.
 *
 * @returns SHA-256 of the list, which stands for every file.
 */
export async function freezeRelease(from: string, files: readonly string[], to: string): Promise<string> {
  const hashes = new Map<string, string>();
  for (const path of files) {
    const copy = join(to, path);
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(join(from, path), copy, constants.COPYFILE_FICLONE);
    hashes.set(path, hashFile(copy));
    await turn();
  }
  const list = Buffer.from(encodeSums(hashes));
  writeFileSync(join(to, SUMS), list);
  return digestBytes(list).sha256;
}
