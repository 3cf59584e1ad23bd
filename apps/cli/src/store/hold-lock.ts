import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { onInterrupt } from "../interrupt.ts";
import { isRunning, processMark } from "./process-mark.ts";

/** How often a run that waits looks again, and how long it waits before it says so, ms. */
const PAUSE = 100;
const SILENCE = 1_000;

let tried = 0;

/** Name of the lock of a folder or a file. */
export const lockOf = (path: string): string => join(dirname(path), `.${basename(path)}.lock`);

/**
 * Let runs that change the same thing follow one another. What a killed run left locked is taken over.
 *
 * @param lock File that is there while one is at work, with the mark of its process in it. A lock that its owner renews by a
 *   clock would be lost in a long computation, which lets no clock run.
 * @param sayWaiting Called once, after a second of waiting, with the number of the process that is waited for.
 */
export async function holdLock<T>(
  lock: string,
  sayWaiting: (pid: string) => void,
  task: () => Promise<T> | T,
): Promise<T> {
  mkdirSync(dirname(lock), { recursive: true });
  const begun = Date.now();
  for (let said = false; !take(lock); await pause(PAUSE)) {
    if (said || Date.now() - begun < SILENCE) continue;
    said = true;
    sayWaiting(ownerOf(lock)?.split(".")[0] ?? "?");
  }
  const free = () => rmSync(lock, { force: true });
  const release = onInterrupt(free);
  try {
    return await task();
  } finally {
    free();
    release();
  }
}

/** Make the lock with its owner in it, in one step; whether that was possible. */
function take(lock: string): boolean {
  const own = `${lock}.${processMark()}-${++tried}`;
  writeFileSync(own, processMark());
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const owner = ownerOf(lock);
    if (owner !== null && !isRunning(owner)) takeAway(lock, owner, own);
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Another run may have taken the lock over since it was read: that one gets it back. */
function takeAway(lock: string, ended: string, name: string): void {
  const taken = `${name}-old`;
  try {
    renameSync(lock, taken);
    if (readFileSync(taken, "utf8") !== ended) linkSync(taken, lock);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    rmSync(taken, { force: true });
  }
}

function ownerOf(lock: string): string | null {
  try {
    return readFileSync(lock, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
