import type { ArrayRecord, DenseManifest, Manifest, NamedArray } from "@tributary/core";
import { makeDataPackage } from "./data-package.ts";
import { encodeJson } from "./json.ts";
import { encodeNpy } from "./npy.ts";
import { listReleaseTables, type NamedTable } from "./release-tables.ts";
import type { SealedFolder } from "./sealed-folder.ts";
import { encodeCsv } from "./table.ts";
import { digestBytes } from "./write-into.ts";

/** What a release is, so that nothing else is replaced by one. */
export const RELEASE = { marker: "manifest.json", what: "release" } as const;

/** What a folder of results is, so that nothing else is replaced by one. */
export const RESULTS = { marker: "summary.json", what: "folder of results" } as const;

/** Description of a folder's files for tools that read packages. */
export const PACKAGE = "datapackage.json";

/** A file of a release before it is written. */
export interface StoredFile {
  path: string;
  bytes: Uint8Array;
}

/** Arrays as they will be stored, and the records that the manifest keeps of them. */
export function encodeArrays(arrays: readonly NamedArray[]): { files: StoredFile[]; records: ArrayRecord[] } {
  const files = arrays.map(({ path, data, shape }) => ({ path, bytes: encodeNpy({ data, shape }) }));
  const records = arrays.map(({ data: _, ...record }, k) => ({
    ...record,
    sha256: digestBytes(files[k].bytes).sha256,
  }));
  return { files, records };
}

/** Write a release into an empty folder: manifest, arrays, tables as CSV, `datapackage.json`. */
export function writeRelease(folder: SealedFolder, manifest: Manifest, arrays: readonly StoredFile[]): void {
  for (const { path, bytes } of arrays) folder.put(path, bytes);
  writeDescription(folder, manifest, listReleaseTables(manifest));
}

/** Everything of a release but its arrays and draws, which are in the folder already; then the list of hashes. */
export function writeDescription(
  folder: SealedFolder,
  manifest: Manifest | DenseManifest,
  tables: readonly NamedTable[],
): void {
  for (const { path, columns } of tables) folder.put(path, encodeCsv(columns));
  folder.put(RELEASE.marker, encodeJson(manifest, 2));
  folder.put(PACKAGE, encodeJson(makeDataPackage(manifest, folder.files, tables), 2));
  folder.seal();
}
