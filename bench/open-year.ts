import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeNpy } from "../apps/cli/src/store/npy.ts";
import {
  type FactoredSpace,
  type FactoredTables,
  type Manifest,
  openFactoredRelease,
} from "../packages/core/src/index.ts";

/** One year of a factored release, read but not set up. */
export function openYear(folder: string, year: number): { space: FactoredSpace; tables: FactoredTables } {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  const arrays = new Map(
    manifest.arrays.map(({ path }) => [path, decodeNpy(readFileSync(join(folder, path)), path).data as Float64Array]),
  );
  const { space, tables } = openFactoredRelease(manifest, arrays);
  return { space, tables: tables.find((each) => each.year === year)! };
}
