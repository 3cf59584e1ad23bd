import type { Manifest } from "@tributary/core";
import type { FileDigest } from "./npy-file.ts";
import type { NamedTable } from "./release-tables.ts";
import type { Column } from "./table.ts";

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

/** A column in the words of Table Schema, with the unit of its numbers. */
interface Field {
  name: string;
  type: "string" | "integer" | "number";
  unit?: string;
}

/** What describes a folder; each resource has a name, a path, a size and a hash, and a table its columns. */
interface DataPackage {
  $schema: string;
  name: string;
  title: string;
  sources: { title: string; path?: string }[];
  resources: { name: string; path: string; hash: string; schema?: { fields: Field[] } }[];
}

/**
 * Description of a folder of data for tools that read packages.
 *
 * No date of creation: the same files give the same description.
 *
 * @param tables Tables among the files, by their paths without an ending.
 * @see https://datapackage.org (Frictionless Data Package 2)
 */
export function makeDataPackage(
  { id, label, sources }: Pick<Manifest, "id" | "label" | "sources">,
  files: readonly StoredFileRecord[],
  tables: readonly NamedTable[] = [],
): DataPackage {
  const columns = new Map(tables.map((table) => [withoutEnding(table.path), table.columns]));
  return {
    $schema: PROFILE,
    name: nameOfPackage(id),
    title: label.en,
    sources: sources.map(({ title, url }) => ({ title, ...(url ? { path: url } : {}) })),
    resources: files.map(({ path, size, sha256 }) => ({
      name: path.replaceAll(/[/.]/g, "-").toLowerCase(),
      path,
      format: formatOf(path),
      mediatype: MEDIA_TYPES[formatOf(path)],
      bytes: size,
      hash: `sha256:${sha256}`,
      ...describeTable(path, columns.get(withoutEnding(path))),
    })),
  };
}

/** Names of packages have no plus. */
export const nameOfPackage = (id: string): string => id.replace("+", "-");

const FIELD_TYPES = { text: "string", integer: "integer", number: "number" } as const;

function describeTable(path: string, columns: readonly Column[] | undefined): object {
  if (!columns || !["csv", "parquet"].includes(formatOf(path))) return {};
  const fields = columns.map(
    (column): Field => ({
      name: column.name,
      type: FIELD_TYPES[column.kind],
      ...("unit" in column && column.unit !== undefined && { unit: column.unit }),
    }),
  );
  return { type: "table", schema: { fields } };
}

const withoutEnding = (path: string): string => path.replace(/\.\w+$/, "");

function formatOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
