import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Issue } from "@tributary/core";
import { nameOfPackage } from "../store/data-package.ts";
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
  { id, label, arrays }: AnyManifest,
  files: readonly string[],
  issues: Issue[],
): void {
  const stated = new Map(arrays.map(({ path, sha256 }) => [path, sha256]));
  const there = new Set(files);
  for (const path of files.filter((file) => file === PACKAGE || file.endsWith(`/${PACKAGE}`)))
    for (const { path: named, hash } of readPackage(join(folder, path), { id, label }, path, issues)) {
      const file = path.slice(0, -PACKAGE.length) + named;
      // Arrays of a frozen release may be left out; the list of hashes says what must be there.
      const found = stated.get(file) ?? (there.has(file) ? hashFile(join(folder, file)) : undefined);
      if (found !== undefined && hash !== `sha256:${found}`)
        issues.push(refuse("hash-mismatch", path, `has another hash of ${named}`));
    }
}

/** Resources of a description, which names the release; none where it does not fit its schema, a problem of its own. */
function readPackage(
  file: string,
  { id, label }: Pick<AnyManifest, "id" | "label">,
  path: string,
  issues: Issue[],
): Resource[] {
  try {
    const { name, title, resources } = JSON.parse(readFileSync(file, "utf8"));
    if (name !== nameOfPackage(id) || title !== label.en)
      issues.push(refuse("other-release", path, `is of ${name}; the release is ${id}`));
    return Array.isArray(resources) ? resources : [];
  } catch {
    return [];
  }
}
