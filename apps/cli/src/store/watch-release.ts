import { existsSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "@tributary/core";
import { showPath } from "../paths.ts";
import { hashFile } from "./folder-files.ts";
import { recoverRelease } from "./recover-release.ts";
import { RELEASE } from "./release-store.ts";

/**
 * Remember which release is in a folder, before it is read.
 *
 * @returns Called before what was computed from it is put into its place.
 * @throws {InputError} By what is returned, `release-replaced` where another run has replaced the release meanwhile.
 */
export function watchRelease(folder: string): () => void {
  recoverRelease(folder);
  const before = hashManifest(folder);
  return () => {
    if (hashManifest(folder) === before) return;
    throw new InputError(
      "release-replaced",
      `${showPath(folder)} was replaced by another run meanwhile; nothing was written, since it would not belong to what is there now. Run this again.`,
    );
  };
}

function hashManifest(folder: string): string | null {
  const path = join(folder, RELEASE.marker);
  return existsSync(path) ? hashFile(path) : null;
}
