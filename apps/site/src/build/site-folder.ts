import { rmSync } from "node:fs";
import { glob, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isRunning, onInterrupt, processMark } from "@tributary/cli/folders";

/** Names of all files below a folder, in the order of the alphabet. */
export async function listFiles(folder: string): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of glob("**/*", { cwd: folder, withFileTypes: true }))
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name).slice(folder.length + 1));
  return files.sort();
}

/**
 * A folder for the work of this process below `parent`, gone when `use` is done or interrupted; what killed processes left
 * there is taken away first.
 */
export async function useWorkFolder<T>(parent: string, use: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) if (!isRunning(name)) await rm(join(parent, name), REMOVE);
  const folder = join(parent, processMark());
  await mkdir(folder, { recursive: true });
  const release = onInterrupt(() => rmSync(folder, REMOVE));
  try {
    return await use(folder);
  } finally {
    await rm(folder, REMOVE);
    release();
  }
}

/** Processes that were just stopped may still make a last file. */
const REMOVE = { recursive: true, force: true, maxRetries: 3 } as const;
