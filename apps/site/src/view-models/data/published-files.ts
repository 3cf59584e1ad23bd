import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, resolve } from "node:path";
import { readRecordFiles } from "../../lib/archive.ts";
import { toCsv } from "../../lib/csv.ts";
import { RELEASE_DIR } from "../../lib/data.ts";
import { mayPublishTables } from "../../lib/manifest.ts";
import { getCountry } from "../release.ts";
import { makeCitiesTable } from "./cities-table.ts";

/** A file of the release that the site publishes below `data/`. */
export interface PublishedFile {
  name: string;
  bytes: Buffer;
  sha256: string;
  /** Rows of a table, entries of a list, first axis of an array; null where the format does not show it. */
  rows: number | null;
}

const FORMATS = [".csv", ".json", ".parquet", ".npy"];

/** Folder, below `data/`, of the records of published releases. */
export const RECORDS = "releases/";

/** Results, and where the licences of all sources allow it what the release says of its sources' figures too. */
function listPaths(): string[] {
  const below = (folder: string) =>
    readdirSync(resolve(RELEASE_DIR, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && FORMATS.includes(extname(entry.name)))
      .map((entry) => (folder === "" ? entry.name : `${folder}/${entry.name}`));
  const own = mayPublishTables() ? below("").filter((path) => path !== "datapackage.json") : [];
  const draws = existsSync(resolve(RELEASE_DIR, "draws")) ? below("draws") : [];
  return [...own, ...draws, ...below("results")].sort();
}

function countRows(name: string, bytes: Buffer): number | null {
  if (name.endsWith(".csv")) return bytes.toString("utf8").trimEnd().split("\n").length - 1;
  if (name.endsWith(".npy"))
    return Number(/'shape': \((\d+)/.exec(bytes.toString("latin1", 0, 256))?.[1] ?? Number.NaN);
  if (!name.endsWith(".json")) return null;
  const value: unknown = JSON.parse(bytes.toString("utf8"));
  return Array.isArray(value) ? value.length : null;
}

function describe(name: string, bytes: Buffer): PublishedFile {
  return { name, bytes, sha256: createHash("sha256").update(bytes).digest("hex"), rows: countRows(name, bytes) };
}

let files: PublishedFile[] | undefined;

/** Every published file, read once per build; a table in two formats has the same rows in both. */
export function getPublishedFiles(): PublishedFile[] {
  if (files !== undefined) return files;
  const read = listPaths()
    .filter((path) => existsSync(resolve(RELEASE_DIR, path)))
    .map((path) => describe(path.replace("results/", ""), readFileSync(resolve(RELEASE_DIR, path))));
  const records = readRecordFiles().map(({ name, bytes }) => describe(RECORDS + name, bytes));
  const all = [...read, ...records, describe("cities.csv", Buffer.from(toCsv(makeCitiesTable(getCountry()))))];
  const rows = new Map(all.filter(({ name }) => name.endsWith(".csv")).map((file) => [stem(file.name), file.rows]));
  files = all
    .map((file) => ({ ...file, rows: file.rows ?? rows.get(stem(file.name)) ?? null }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return files;
}

/** Name without its ending. */
export const stem = (name: string): string => name.replace(/\.\w+$/, "");
