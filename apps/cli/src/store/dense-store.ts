import { copyFileSync, linkSync, mkdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ArrayRecord, DenseManifest, NamedArray, StoredNumbers } from "@tributary/core";
import { writeNpyFile } from "./npy-file.ts";
import { writeDescription } from "./release-store.ts";
import { listDenseTables } from "./release-tables.ts";
import { SealedFolder } from "./sealed-folder.ts";

/** A release of imported tables before it is written. */
export interface DenseReleaseFiles {
  /** All of the manifest but the records of its arrays. */
  manifest: Omit<DenseManifest, "arrays">;
  /** Arrays that are new. */
  arrays: readonly NamedArray<StoredNumbers>[];
  /** Arrays that stay as they are, and the folder of the release that has them. */
  kept: readonly ArrayRecord[];
  keptFrom: string;
}

/** Write a release of imported tables into an empty folder. Arrays of other years are linked, not copied. */
export function writeDenseRelease(folder: string, { manifest, arrays, kept, keptFrom }: DenseReleaseFiles): void {
  const sealed = new SealedFolder(folder);
  const records: ArrayRecord[] = [];
  for (const record of kept) {
    linkFile(join(keptFrom, record.path), join(folder, record.path));
    sealed.add(record.path, { size: statSync(join(folder, record.path)).size, sha256: record.sha256 });
    records.push(record);
  }
  for (const { data, ...record } of arrays) {
    mkdirSync(dirname(join(folder, record.path)), { recursive: true });
    const digest = writeNpyFile(join(folder, record.path), data, record.shape);
    sealed.add(record.path, digest);
    records.push({ ...record, sha256: digest.sha256 });
  }
  records.sort((a, b) => (a.path < b.path ? -1 : 1));
  writeDescription(sealed, { ...manifest, arrays: records }, listDenseTables(manifest));
}

/** Not every file system has links. */
function linkFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
