import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type FactoredRelease, type Manifest, openFactoredRelease } from "@tributary/core";
import { RELEASE_DIR } from "../../data.ts";

/** Bytes before the length of a NumPy header, which stands in two bytes. */
const PREFIX = 10;

/** The numbers of a `.npy` file of the release: all are 64-bit floats, as their manifest says. */
function readArray(path: string): Float64Array {
  const file = readFileSync(resolve(RELEASE_DIR, path));
  return new Float64Array(new Uint8Array(file.subarray(PREFIX + file.readUInt16LE(PREFIX - 2))).buffer);
}

/**
 * The arrays of the release that the site is built from.
 *
 * @throws {InputError} As `openFactoredRelease`, where an array does not fit the manifest.
 */
export const readReleaseArrays = (manifest: Manifest): FactoredRelease =>
  openFactoredRelease(manifest, new Map(manifest.arrays.map(({ path }) => [path, readArray(path)])));
