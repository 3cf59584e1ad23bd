import { createHash } from "node:crypto";
import type { CityResult } from "@tributary/core";
import { type FileTable, toCsv } from "../../lib/csv.ts";
import type { CityFacts, Country } from "../city/facts.ts";
import { FILE_IDS, type FileId } from "../page-parts.ts";
import { makeClassTable, makeFileTable } from "./tables.ts";

/** A data file of the site, in no language. */
export interface DataFile {
  name: string;
  text: string;
  bytes: number;
  sha256: string;
}

/** A data file that belongs to a section of a profile. */
export interface SectionFile extends DataFile {
  section: FileId;
}

/** Unit of every amount whose column or row does not name another. */
const UNIT = "t CO2";

/** Hashes of all data files of a profile, beside them. */
export const HASH_FILE = "SHA256SUMS";

/** Hashes in the form that `sha256sum --check` reads. */
export const writeHashes = (files: readonly Pick<DataFile, "name" | "sha256">[]): string =>
  files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");

function makeFile(name: string, text: string): DataFile {
  return { name, text, bytes: Buffer.byteLength(text), sha256: createHash("sha256").update(text).digest("hex") };
}

/** A CSV has no place for words about itself, so every row holds the unit, the release and the kind of its data. */
function withRelease({ summary }: Country, { columns, rows }: FileTable): FileTable {
  const { id, kind } = summary.release;
  const about: Record<string, string> = { ...(columns.includes("unit") ? {} : { unit: UNIT }), release: id, kind };
  return { columns: [...columns, ...Object.keys(about)], rows: rows.map((row) => [...row, ...Object.values(about)]) };
}

function toJson({ summary }: Country, about: object, table: FileTable): string {
  const { id, kind } = summary.release;
  return `${JSON.stringify({ release: id, kind, ...about, unit: UNIT, digits: 4, ...table })}\n`;
}

/** A table as `<name>.csv` and `<name>.json`. `about` is said in the JSON beside the release. */
export const makeTableFiles = (country: Country, name: string, about: object, table: FileTable): DataFile[] => [
  makeFile(`${name}.csv`, toCsv(withRelease(country, table))),
  makeFile(`${name}.json`, toJson(country, about, table)),
];

const made = new WeakMap<CityResult, SectionFile[]>();

/** What all data files of a profile say: its hash decides whether they are written again. */
export const describeFiles = (facts: CityFacts) => ({
  release: facts.country.summary.release,
  tables: FILE_IDS.map((id) => makeFileTable(id, facts)),
});

/** CSV and JSON of every section of a profile that has numbers of its own; made once for all files. */
export function makeSectionFiles(facts: CityFacts): SectionFile[] {
  const files = made.get(facts.detail) ?? makeAllFiles(facts);
  made.set(facts.detail, files);
  return files;
}

function makeAllFiles(facts: CityFacts): SectionFile[] {
  return FILE_IDS.flatMap((section) => {
    const table = makeFileTable(section, facts);
    const files = makeTableFiles(facts.country, section, { city: facts.city.code, section }, table);
    return files.map((file) => ({ section, ...file }));
  });
}

/** Mitigation and class of every city, below `cities/`. */
export const makeClassFiles = (country: Country): DataFile[] =>
  makeTableFiles(country, "classes", {}, makeClassTable(country.cities));
