import type { Manifest } from "@tributary/core";
import type { FileDigest } from "./npy-file.ts";

const PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv",
  json: "application/json",
  npy: "application/octet-stream",
  parquet: "application/vnd.apache.parquet",
  yaml: "application/yaml",
};

/** A file of a folder, with what tells it from every other. */
export interface StoredFileRecord extends FileDigest {
  path: string;
}

/** What describes a folder; each resource has a name, a path, a size and a hash. */
interface DataPackage {
  $schema: string;
  name: string;
  title: string;
  sources: { title: string; path?: string }[];
  resources: { name: string; path: string; hash: string }[];
}

/**
 * Description of a folder of data for tools that read packages.
 *
 * No date of creation: the same files give the same description.
 *
 * @see https://datapackage.org (Frictionless Data Package 2)
 */
export function makeDataPackage(
  { id, label, sources }: Pick<Manifest, "id" | "label" | "sources">,
  files: readonly StoredFileRecord[],
): DataPackage {
  return {
    $schema: PROFILE,
    name: id,
    title: label.en,
    sources: sources.map(({ title, url }) => ({ title, ...(url ? { path: url } : {}) })),
    resources: files.map(({ path, size, sha256 }) => ({
      name: path
        .replace(/\.\w+$/, "")
        .replaceAll("/", "-")
        .toLowerCase(),
      path,
      format: formatOf(path),
      mediatype: MEDIA_TYPES[formatOf(path)],
      bytes: size,
      hash: `sha256:${sha256}`,
    })),
  };
}

function formatOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
