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
import { basename, dirname, join, resolve } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { InputError } from "@tributary/core";
import { onInterrupt } from "../interrupt.ts";
import { explainWrite } from "./full-disk.ts";

/** A folder that is written as a whole. */
export interface FolderTarget {
  path: string;
  /** File that every such folder holds. A folder without it is somebody else's and is not replaced. */
  marker: string;
  /** What the folder is, for messages: "release". */
  what: string;
}

/** What follows the name of the folder in the name of a temporary one: its role, the process, a number. */
const LEFTOVER = /^(new|old)-(\d+)-\d+$/;

let written = 0;

/**
 * Write a folder as a whole: into a temporary one beside it, renamed when `fill` is done.
 *
 * An error or an interrupt leaves the folder as it was and no temporary one; what a killed run left behind is taken
 * away by the next.
 *
 * @throws {InputError} `not-replaceable` where `path` is a file, or a folder that holds something else; `disk-full`.
 */
export async function writeFolder(target: FolderTarget, fill: (folder: string) => Promise<void> | void): Promise<void> {
  const path = existsSync(target.path) ? realpathSync(target.path) : resolve(target.path);
  mkdirSync(dirname(path), { recursive: true });
  recoverFolder(path);
  checkReplaceable({ ...target, path });
  const temporary = nameBeside(path, "new");
  const release = onInterrupt(() => rmSync(temporary, { recursive: true, force: true }));
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
    throw explainWrite(error, path);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
    release();
  }
}

/**
 * Mend what killed runs left beside `path`: their temporary folders go, and a folder caught between two renames comes
 * back under its name.
 */
export function recoverFolder(path: string): void {
  const parent = dirname(resolve(path));
  if (!existsSync(parent)) return;
  const prefix = `.${basename(path)}.`;
  for (const entry of readdirSync(parent)) {
    const [, role, pid] = (entry.startsWith(prefix) && LEFTOVER.exec(entry.slice(prefix.length))) || [];
    if (!role || isRunning(Number(pid))) continue;
    if (role === "old" && !existsSync(path)) renameSync(join(parent, entry), path);
    else rmSync(join(parent, entry), { recursive: true, force: true });
  }
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
  rmSync(old, { recursive: true, force: true });
}

function nameBeside(path: string, role: "new" | "old"): string {
  return join(dirname(path), `.${basename(path)}.${role}-${process.pid}-${++written}`);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
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
