import { constants, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { hashFile, listFiles } from "./folder-files.ts";
import { SUMS } from "./verify-release.ts";

/** What a frozen release is, so that nothing that somebody works on is replaced by one. */
export const FROZEN = { marker: SUMS, what: "frozen release" } as const;

/** Files of a release that are kept: all, or all but its arrays. */
export function listKept(folder: string, withModel: boolean): string[] {
  return listFiles(folder).filter((path) => path !== SUMS && (withModel || !path.startsWith("model/")));
}

/** Copy files of a release into an empty folder, with a list of their hashes. */
export async function freezeRelease(from: string, files: readonly string[], to: string): Promise<void> {
  const sums: string[] = [];
  for (const path of files) {
    const copy = join(to, path);
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(join(from, path), copy, constants.COPYFILE_FICLONE);
    sums.push(`${hashFile(copy)}  ${path}\n`);
    await turn();
  }
  writeFileSync(join(to, SUMS), sums.join(""));
}
