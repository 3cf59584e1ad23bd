import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { InputError } from "@tributary/core";
import { onInterrupt } from "../interrupt.ts";
import { explainWrite } from "./full-disk.ts";
import { followLinks, nameBeside, REMOVE, recoverFolder, tryRemove } from "./recover-folder.ts";

/** A folder that is written as a whole. */
export interface FolderTarget {
  path: string;
  /** File that every such folder holds. A folder without it is somebody else's and is not replaced. */
  marker: string;
  /** What the folder is, for messages: "release". */
  what: string;
}

/**
 * Write a folder as a whole: into a temporary one beside it, renamed when `fill` is done.
 *
 * An error or an interrupt leaves the folder as it was and no temporary one; what a killed run left behind is taken
 * away by the next.
 *
 * @throws {InputError} `not-replaceable` where `path` is a file, or a folder that holds something else; `disk-full`;
 *   `replaced-meanwhile` where another run replaced what the folder is in.
 */
export async function writeFolder(target: FolderTarget, fill: (folder: string) => Promise<void> | void): Promise<void> {
  recoverFolder(target.path);
  const path = followLinks(target.path);
  mkdirSync(dirname(path), { recursive: true });
  checkReplaceable({ ...target, path });
  const temporary = nameBeside(path, "new");
  const release = onInterrupt(() => rmSync(temporary, REMOVE));
  try {
    mkdirSync(temporary);
    await fill(temporary);
    syncFolder(temporary);
    // What was written in one go has kept an interrupt waiting: it counts until the folder is in its place. It is
    // heard in the next round of events, not in the one that is running.
    await turn();
    await turn();
    swap(temporary, path);
  } catch (error) {
    throw isMissing(error) && !existsSync(temporary) ? explainReplaced(path) : explainWrite(error, path);
  } finally {
    rmSync(temporary, REMOVE);
    release();
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ENOENT";

function explainReplaced(path: string): InputError {
  return new InputError(
    "replaced-meanwhile",
    `${path} could not be written: another run replaced ${dirname(path)} meanwhile. Run this again.`,
  );
}

/**
 * Refuse to replace what is not of this kind.
 *
 * @throws {InputError} `not-replaceable`.
 */
export function checkReplaceable({ path, marker, what }: FolderTarget): void {
  if (!existsSync(path)) return;
  const free =
    lstatSync(realpathSync(path)).isDirectory() && (existsSync(join(path, marker)) || readdirSync(path).length === 0);
  if (!free)
    throw new InputError(
      "not-replaceable",
      `${path} exists and is not a ${what} (no ${marker} in it); choose another --out.`,
    );
}

/**
 * Refuse, before a long computation and not after it, a place where nothing can be written.
 *
 * @throws {InputError} `not-replaceable` below a file.
 * @throws The error of the system where the folder above is closed.
 */
export function checkWritable({ path }: FolderTarget): void {
  let parent = dirname(existsSync(path) ? realpathSync(path) : resolve(path));
  while (!existsSync(parent)) parent = dirname(parent);
  if (!lstatSync(realpathSync(parent)).isDirectory())
    throw new InputError("not-replaceable", `${parent} is a file, not a folder; choose another --out.`);
  accessSync(parent, constants.W_OK);
}

function swap(temporary: string, path: string): void {
  const old = nameBeside(path, "old");
  const replaces = existsSync(path);
  if (replaces) renameSync(path, old);
  try {
    renameSync(temporary, path);
  } catch (error) {
    if (replaces) renameSync(old, path);
    throw error;
  }
  syncFolder(dirname(path));
  tryRemove(old);
}

/** Names in a folder reach the disk before the next step relies on them. Not every system can: then it is left out. */
function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
