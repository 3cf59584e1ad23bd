import type { ArrayRecord, DenseManifest, Manifest, NamedArray } from "@tributary/core";
import { makeDataPackage, type StoredFileRecord } from "./data-package.ts";
import { encodeJson } from "./json.ts";
import { encodeNpy } from "./npy.ts";
import { listReleaseTables, type NamedTable } from "./release-tables.ts";
import { encodeCsv } from "./table.ts";
import { digestBytes, writeInto } from "./write-into.ts";

/** What a release is, so that nothing else is replaced by one. */
export const RELEASE = { marker: "manifest.json", what: "release" } as const;

/** Where a release keeps the hashes of its files. */
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
export function writeRelease(folder: string, manifest: Manifest, arrays: readonly StoredFile[]): void {
  for (const { path, bytes } of arrays) writeInto(folder, path, bytes);
  const stored = arrays.map(({ path, bytes }) => ({ path, ...digestBytes(bytes) }));
  writeDescription(folder, manifest, listReleaseTables(manifest), stored);
}

/** Everything of a release but its arrays, which are in the folder already. */
export function writeDescription(
  folder: string,
  manifest: Manifest | DenseManifest,
  tables: readonly NamedTable[],
  arrays: readonly StoredFileRecord[],
): void {
  const files = [
    ...tables.map(({ path, columns }) => ({ path, bytes: Buffer.from(encodeCsv(columns)) })),
    { path: RELEASE.marker, bytes: Buffer.from(encodeJson(manifest, 2)) },
  ];
  for (const { path, bytes } of files) writeInto(folder, path, bytes);
  const stored = files.map(({ path, bytes }) => ({ path, ...digestBytes(bytes) }));
  writeInto(folder, PACKAGE, encodeJson(makeDataPackage(manifest, [...arrays, ...stored]), 2));
}
