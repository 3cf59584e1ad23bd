import { createHash } from "node:crypto";
import type { Manifest } from "@tributary/core";

const PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv",
  json: "application/json",
  npy: "application/octet-stream",
  parquet: "application/vnd.apache.parquet",
};

/**
 * Description of a folder of data for tools that read packages.
 *
 * No date of creation: the same files give the same description.
 *
 * @see https://datapackage.org (Frictionless Data Package 2)
 */
export function makeDataPackage(
  { id, label, sources }: Pick<Manifest, "id" | "label" | "sources">,
  files: readonly { path: string; bytes: Uint8Array }[],
): object {
  return {
    $schema: PROFILE,
    name: id,
    title: label.en,
    sources: sources.map(({ title, url }) => ({ title, ...(url ? { path: url } : {}) })),
    resources: files.map(({ path, bytes }) => ({
      name: path
        .replace(/\.\w+$/, "")
        .replaceAll("/", "-")
        .toLowerCase(),
      path,
      format: formatOf(path),
      mediatype: MEDIA_TYPES[formatOf(path)],
      bytes: bytes.length,
      hash: `sha256:${createHash("sha256").update(bytes).digest("hex")}`,
    })),
  };
}

function formatOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
