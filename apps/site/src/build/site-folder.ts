import { existsSync, rmSync } from "node:fs";
import { glob, mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Names of all files below a folder, in the order of the alphabet. */
export async function listFiles(folder: string): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of glob("**/*", { cwd: folder, withFileTypes: true }))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name).slice(folder.length + 1));
  return files.sort();
}

/**
 * A folder for the work of this process below `parent`, gone when `use` is done; what killed processes left there is
 * taken away first.
 */
export async function useWorkFolder<T>(parent: string, use: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent))
    if (!isRunning(Number(name))) await rm(join(parent, name), { recursive: true, force: true });
  const folder = join(parent, String(process.pid));
  await mkdir(folder, { recursive: true });
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether there is a process of this number. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Write a site as a whole: `fill` gets an empty folder beside it, which is renamed into place when it is done. An error leaves the folder that was there, and nothing else.
 */
export async function replaceSite(target: string, fill: (site: string) => Promise<void>): Promise<void> {
  const work = join(dirname(target), `.${basename(target)}.build-${process.pid}`);
  const clear = () => rmSync(work, { recursive: true, force: true });
  process.once("exit", clear);
  try {
    const site = join(work, "site");
    await mkdir(site, { recursive: true });
    await fill(site);
    const old = join(work, "old");
    if (existsSync(target)) await rename(target, old);
    else await mkdir(dirname(target), { recursive: true });
    await rename(site, target);
  } finally {
    // A process that was just stopped may have made a last file.
    await rm(work, { recursive: true, force: true, maxRetries: 3 });
    process.off("exit", clear);
  }
}
