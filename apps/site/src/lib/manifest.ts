import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type DenseManifest, denseManifestSchema, type Manifest, manifestSchema, mayPassOn } from "@tributary/core";
import { checkFits, RELEASE_DIR } from "./data.ts";
import { parseJson } from "./parse-json.ts";

let manifest: Manifest | DenseManifest | undefined;

/**
 * What the release says of itself, read once per build: the open estimate, or imported tables.
 *
 * @throws {Error} With the first fields that do not fit the schema, or if there is none.
 */
export function readAnyManifest(): Manifest | DenseManifest {
  if (manifest !== undefined) return manifest;
  const path = resolve(RELEASE_DIR, "manifest.json");
  if (!existsSync(path)) throw new Error(`${path} is missing; make a release with: tributary estimate`);
  const content: unknown = parseJson(readFileSync(path, "utf8"));
  manifest = isDense(content)
    ? checkFits(path, content, denseManifestSchema)
    : checkFits(path, content, manifestSchema);
  return manifest;
}

const isDense = (content: unknown): boolean =>
  typeof content === "object" && content !== null && "form" in content && content.form === "dense";

/** That of the open estimate. @throws {Error} If the release is another. */
export function readManifest(): Manifest {
  const read = readAnyManifest();
  if (read.form === "factored") return read;
  throw new Error(`${read.id} holds imported tables; this page is of the open estimate.`);
}

/** That of imported tables. @throws {Error} If the release is another. */
export function readDenseManifest(): DenseManifest {
  const read = readAnyManifest();
  if (read.form === "dense") return read;
  throw new Error(`${read.id} is the open estimate; this page is of imported tables.`);
}

/** Whether the licences of all sources allow that the tables themselves are published, not only what was computed from them. */
export const mayPublishTables = (): boolean => mayPassOn(readAnyManifest().sources, "table");
