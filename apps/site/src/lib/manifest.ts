import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Manifest, manifestSchema } from "@tributary/core";
import { RELEASE_DIR } from "./data.ts";
import { parseJson } from "./parse-json.ts";

let manifest: Manifest | undefined;

/**
 * What the release says of itself, read once per build.
 *
 * @throws {Error} With the first fields that do not fit the schema, or if there is none.
 */
export function readManifest(): Manifest {
  if (manifest !== undefined) return manifest;
  const path = resolve(RELEASE_DIR, "manifest.json");
  if (!existsSync(path)) throw new Error(`${path} is missing; make a release with: tributary estimate`);
  const parsed = manifestSchema.safeParse(parseJson(readFileSync(path, "utf8")));
  if (!parsed.success) {
    const first = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`${path} does not fit this version of the site: ${first.join("; ")}. Make the release again.`);
  }
  manifest = parsed.data;
  return manifest;
}
