import { existsSync, lstatSync, readdirSync, readlinkSync, realpathSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { isRunning, processMark } from "./process-mark.ts";

/** Name of a temporary folder: that of the folder, its role, the process, a number. */
const TEMPORARY = /^\.(.+)\.(new|old)-(\d+(?:\.\w+)?)-\d+$/;

/** How long a reader waits for another run that is between its two renames, and how often it looks, ms. */
const PATIENCE = 1_000;
const PAUSE = 20;

/** Processes that were just stopped may still make a last file. */
export const REMOVE = { recursive: true, force: true, maxRetries: 3 } as const;

/**
 * Mend what killed runs left beside `path`: a folder caught between two renames comes back under its name, and their
 * temporary folders go. Every reader and writer of such a folder calls this first.
 *
 * Where another run is between the two renames, its folder is waited for. What cannot be removed, as on a disk that can
 * only be read, stays: it harms nobody.
 */
export function recoverFolder(path: string): void {
  const place = followLinks(path);
  for (const end = Date.now() + PATIENCE; isBetweenRenames(place) && Date.now() < end; )
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  for (const { entry, role, mark } of listTemporary(place)) {
    if (isRunning(mark)) continue;
    if (role === "old" && !existsSync(place)) bringBack(entry, place);
    else tryRemove(entry);
  }
}

/** Names of files that are being written, of work that is not finished, and of locks. */
const TEMPORARY_FILE = /\.new-\d+(\.\w+)?$|\.unfinished\.jsonl$|^\..+\.lock$/;

/** Whether a name is that of what is being written, or what a killed run left: no part of the folder that it lies in. */
export const isTemporary = (name: string): boolean => TEMPORARY.test(name) || TEMPORARY_FILE.test(name);

const isBetweenRenames = (place: string): boolean =>
  !existsSync(place) && listTemporary(place).some(({ role, mark }) => role === "old" && isRunning(mark));

function listTemporary(place: string): { entry: string; role: string; mark: string }[] {
  const parent = dirname(place);
  if (!existsSync(parent)) return [];
  return readdirSync(parent).flatMap((name) => {
    const [, of, role, mark] = TEMPORARY.exec(name) ?? [];
    return of === basename(place) ? [{ entry: join(parent, name), role, mark }] : [];
  });
}

/** Two readers may do so at once: then the other one has. */
function bringBack(entry: string, place: string): void {
  try {
    renameSync(entry, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  }
}

/** Remove what harms nobody where it stays. */
export function tryRemove(path: string): void {
  try {
    rmSync(path, REMOVE);
  } catch {
    // The next run tries again.
  }
}

/** Where a path leads, though what it links to may be missing. */
export function followLinks(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const place = resolve(path);
  const link = lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink();
  return link ? resolve(dirname(place), readlinkSync(place)) : place;
}

let written = 0;

/** A name for a temporary folder beside another. */
export function nameBeside(path: string, role: "new" | "old"): string {
  return join(dirname(path), `.${basename(path)}.${role}-${processMark()}-${++written}`);
}
