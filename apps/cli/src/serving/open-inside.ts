import type { Stats } from "node:fs";
import { constants } from "node:fs";
import { type FileHandle, open, realpath } from "node:fs/promises";
import { join, sep } from "node:path";

/** A file that is open: it stays what it is, though its name may go. */
export interface OpenFile {
  handle: FileHandle;
  stats: Stats;
  path: string;
}

/** What the system says where there is no such file, or none that may be read. */
const NOT_THERE = new Set(["ENOENT", "ENOTDIR", "EISDIR", "ELOOP", "ENAMETOOLONG", "ENXIO"]);

/** The files that an address may mean, in the order in which they are tried. */
const namesOf = (path: string): string[] =>
  path.endsWith("/") ? [`${path}index.html`] : [path, `${path}/index.html`, `${path}.html`];

/**
 * Open the file that an address means: itself, the page of the folder, or the page of that name.
 *
 * @param folder Folder of the site.
 * @param path Path of the address, decoded, from its first slash.
 * @returns null where there is no regular file of that name, or where it lies outside of the folder, by a link too.
 */
export async function openInside(folder: string, path: string): Promise<OpenFile | null> {
  if (path.includes("\0")) return null;
  for (const name of namesOf(path)) {
    const file = await openRegular(folder, join("/", name));
    if (file) return file;
  }
  return null;
}

async function openRegular(folder: string, name: string): Promise<OpenFile | null> {
  let handle: FileHandle | undefined;
  try {
    const path = await realpath(join(folder, name));
    if (!path.startsWith((await realpath(folder)) + sep)) return null;
    // Without waiting for a writer where it is a pipe; a link that came in place of the file is not followed.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    const stats = await handle.stat();
    if (stats.isFile()) return { handle, stats, path };
  } catch (error) {
    await handle?.close();
    if (NOT_THERE.has((error as NodeJS.ErrnoException).code ?? "")) return null;
    throw error;
  }
  await handle.close();
  return null;
}
