import { join } from "node:path";
import { recoverFolder } from "./recover-folder.ts";

/** What is written as a whole of its own inside a release. */
const PARTS = ["results", "results/scenarios"];

/**
 * Mend what killed runs left of a release: of its folder, its results and its gallery. Every reader of a release does
 * this first, so that none finds the gap between the two renames of a replacement.
 */
export function recoverRelease(folder: string): void {
  recoverFolder(folder);
  for (const part of PARTS) recoverFolder(join(folder, part));
}
