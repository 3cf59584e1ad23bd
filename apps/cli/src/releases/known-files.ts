import type { Issue } from "@tributary/core";
import type { AnyManifest } from "../store/manifest-reader.ts";
import { refuse } from "./collect-issues.ts";

/** Everything that the program writes into a release, but for the arrays, which the manifest names. */
const KNOWN: readonly RegExp[] = [
  /^(manifest|datapackage)\.json$/,
  /^(regions|sectors|sources)\.csv$/,
  /^draws\/(draws\.json|certainty\.(csv|parquet)|settings\.csv)$/,
  /^results\/(summary|cities|checks|provinces|datapackage)\.json$/,
  /^results\/(cities|sectors)\/[^/]+\.json$/,
  /^results\/[\w-]+\.(csv|parquet|npy)$/,
  /^results\/scenarios\/index\.json$/,
  /^results\/scenarios\/[^/]+\/[\w-]+\.(csv|parquet|json|yaml)$/,
];

/** Files that are no part of a release, though its lists may name them. */
export function checkNames(files: readonly string[], { arrays }: AnyManifest, issues: Issue[]): void {
  const stored = new Set(arrays.map(({ path }) => path));
  for (const path of files)
    if (!stored.has(path) && !KNOWN.some((pattern) => pattern.test(path)))
      issues.push(refuse("unknown-file", path, "is no file of a release"));
}
