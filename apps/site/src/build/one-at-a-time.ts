import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isRunning } from "./site-folder.ts";

/** How often a build that waits looks again, ms. */
const PATIENCE = 200;

let tried = 0;

/**
 * Let the builds of one checkout follow one another: they make the same fonts in the same folders.
 *
 * @param lock File that is there while one is at work; what a killed build left is taken away.
 */
export async function oneAtATime<T>(lock: string, build: () => Promise<T>): Promise<T> {
  await mkdir(dirname(lock), { recursive: true });
  while (!(await take(lock))) await pause(PATIENCE);
  try {
    return await build();
  } finally {
    await rm(lock, { force: true });
  }
}

/** Make the lock with its owner in it, in one step; whether that was possible. */
async function take(lock: string): Promise<boolean> {
  const own = `${lock}.${process.pid}-${++tried}`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const owner = Number(await readFile(lock, "utf8").catch(() => process.pid));
    if (owner !== process.pid && !isRunning(owner)) await rm(lock, { force: true });
    return false;
  } finally {
    await rm(own, { force: true });
  }
}
