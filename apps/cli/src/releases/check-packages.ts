import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Issue } from "@tributary/core";
import { hashFile } from "../store/folder-files.ts";
import type { AnyManifest } from "../store/manifest-reader.ts";
import { PACKAGE } from "../store/release-store.ts";
import { refuse } from "./collect-issues.ts";

interface Resource {
  path: string;
  hash: string;
}

/** Descriptions for other tools name the bytes that are there, and the arrays' hashes are those of the manifest. */
export function checkPackages(
  folder: string,
  { arrays }: AnyManifest,
  files: readonly string[],
  issues: Issue[],
): void {
  const stated = new Map(arrays.map(({ path, sha256 }) => [path, sha256]));
  const there = new Set(files);
  for (const path of files.filter((file) => file === PACKAGE || file.endsWith(`/${PACKAGE}`)))
    for (const { path: named, hash } of listResources(join(folder, path))) {
      const file = path.slice(0, -PACKAGE.length) + named;
      // Arrays of a frozen release may be left out; the list of hashes says what must be there.
      const found = stated.get(file) ?? (there.has(file) ? hashFile(join(folder, file)) : undefined);
      if (found !== undefined && hash !== `sha256:${found}`)
        issues.push(refuse("hash-mismatch", path, `has another hash of ${named}`));
    }
}

/** None where the description does not fit its schema, which is a problem of its own. */
function listResources(path: string): Resource[] {
  try {
    const { resources } = JSON.parse(readFileSync(path, "utf8")) as { resources?: Resource[] };
    return Array.isArray(resources) ? resources : [];
  } catch {
    return [];
  }
}
