import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { type DenseManifest, type DenseYear, InputError, type Precision, type Reference } from "@tributary/core";
import { showPath } from "../paths.ts";
import type { DenseReleaseFiles } from "../store/dense-store.ts";
import { readManifest } from "../store/manifest-reader.ts";
import { mergeRelease } from "../store/merge-release.ts";
import { readNpyFile } from "../store/npy-file.ts";
import { RELEASE } from "../store/release-store.ts";
import { readStoredStressors } from "../store/stored-stressors.ts";
import { IssueList } from "./issue-list.ts";
import { type AxisFiles, readRegionFile, readSectorFile } from "./tables/axis-files.ts";
import { type CompletedYear, completeYear } from "./tables/complete-year.ts";
import { readConcordance } from "./tables/concordance.ts";
import { readDeflators } from "./tables/deflators.ts";
import { describeImport } from "./tables/describe-import.ts";
import { describeSource, readDescription } from "./tables/describe-source.ts";
import { type ReadProgress, type ReadTable, readTable } from "./tables/read-table.ts";
import { openReleaseAxes } from "./tables/release-axes.ts";
import type { SourceOptions, TableSource } from "./tables/table-source.ts";

/** Everything that somebody says of a table to import. */
export interface ImportRequest extends Omit<SourceOptions, "axes"> {
  source: TableSource;
  paths: readonly string[];
  /** Folder of the release, which may be there already. */
  folder: string;
  id?: string;
  unit?: string;
  emissionsUnit?: string;
  stressors?: readonly string[];
  regions?: string;
  sectors?: string;
  concordance?: string;
  deflators?: string;
  totals: Reference;
  record?: string;
  /** How requirements are stored; by the size of the table where nothing is said. */
  precision?: Precision;
  /** Emissions that are in the release already give way to those that are read. */
  replace?: boolean;
  /** Solved cell by cell, even where it is trade shares times technology. */
  dense?: boolean;
  /** How far rows may miss their output. */
  tolerance?: number;
  strict: boolean;
  maxErrors: number;
  /** Options as they were given, for the record. */
  options: Readonly<Record<string, unknown>>;
}

/** An import that is done but for the writing. */
export interface ImportedTable {
  read: ReadTable;
  completed: CompletedYear;
  release: DenseReleaseFiles;
  /** Whether there are published totals that the size of the table is held against. */
  held: boolean;
  /** Stressors that the year had, and that the table which takes its place has not. */
  gone: readonly string[];
  /** Files of the folder that were not read. */
  ignored: readonly string[];
}

/**
 * Read a table and everything that is said of it, check it, and put it into its release in memory.
 *
 * @throws {InputError} As `readTable`, `completeYear`, `openReleaseAxes`; `not-a-table` where the folder holds another
 *   kind of release.
 */
export async function importTable(request: ImportRequest, progress: ReadProgress): Promise<ImportedTable> {
  const { source, year, folder } = request;
  const issues = new IssueList(request.maxErrors);
  const known = readKnown(folder);
  const files = readAxisFiles(request, issues, known);
  issues.refuse("bad-axes", "The lists beside the table cannot be used");
  // Long before it is needed: a table takes time to read.
  const record = readDescription(request.record);
  const axes = known && openReleaseAxes(known, files);
  const given = axes ?? (files.regions && files.sectors && files);
  const codes = given && {
    regions: given.regions?.entries.map(({ code }) => code) ?? [],
    sectors: files.concordance ? [...files.concordance.keys()] : (given.sectors?.entries.map(({ code }) => code) ?? []),
  };
  const opened = await source.open(request.paths, { ...request, axes: codes }, issues);
  try {
    const read = await readTable(opened, { ...listRules(request, known), axes, files }, issues, progress);
    const priceIndex = request.deflators ? readDeflators(request.deflators, read.axes, issues, request.encoding) : null;
    issues.refuse("bad-deflators", "The prices cannot be used");
    const totals = { ...source.totals?.(year), ...request.totals };
    const completed = completeYear(
      { ...read, warnings: issues.warnings },
      {
        totals,
        outputOf: () => readOutput(folder, known, year),
        stored: readStoredStressors(folder, known, year),
        replace: request.replace ?? false,
        strict: request.strict,
        precision: request.precision,
        dense: request.dense,
        tolerance: request.tolerance,
      },
    );
    checkGrowth(completed.table, folder, known);
    const release = mergeRelease(known, folder, {
      id: known?.id ?? request.id ?? makeId(folder),
      axes: describeAxes(read),
      flowUnit: read.unit ?? "",
      stressors: read.stressors,
      year: completed.table,
      warnings: completed.warnings,
      derived: completed.derived,
      isFactored: completed.isFactored,
      priceIndex,
      tolerance: request.tolerance,
      source: describeSource(`${source.id}-${year}`, opened.files, record),
      made: describeImport(request.options),
    });
    const { tables } = release.manifest;
    const before = known?.tables.find((table) => table.year === year)?.stressors ?? [];
    const gone = before.filter((name) => !tables.find((table) => table.year === year)?.stressors.includes(name));
    return { read, completed, release, held: Object.keys(totals).length > 0, ignored: opened.ignored, gone };
  } finally {
    opened.close();
  }
}

function readKnown(folder: string): DenseManifest | null {
  if (!existsSync(join(folder, RELEASE.marker))) return null;
  const { manifest } = readManifest(folder);
  if (manifest.form === "dense") return manifest;
  throw new InputError("not-a-table", `${showPath(folder)} holds the open estimate; import into another --out.`);
}

const NO_FILES: AxisFiles = { regions: null, sectors: null, concordance: null };

/** Lists beside a table; problems go to `issues`. @param known The release that the table is added to. */
export function readAxisFiles(
  { regions, sectors, concordance, encoding }: Pick<ImportRequest, "regions" | "sectors" | "concordance" | "encoding">,
  issues: IssueList,
  known: DenseManifest | null = null,
): AxisFiles {
  const sectorFile = sectors ? readSectorFile(sectors, issues, encoding) : null;
  const sectorsOfTable = sectorFile ?? (known && openReleaseAxes(known, NO_FILES).sectors);
  return {
    regions: regions ? readRegionFile(regions, issues, encoding) : null,
    sectors: sectorFile,
    concordance: concordance ? readConcordance(concordance, sectorsOfTable, issues, encoding) : null,
  };
}

function listRules(
  { year, unit, emissionsUnit, stressors, replace, precision }: ImportRequest,
  known: DenseManifest | null,
) {
  return {
    year,
    unit: unit ?? null,
    releaseUnit: known?.units.flow ?? null,
    emissionsUnit: emissionsUnit ?? null,
    stressors: stressors ?? null,
    precision,
    ...listKnown(known, year, replace),
  };
}

/** Stressors of the release whose units hold: those of other years, and those of the same year if they stay. */
function listKnown(known: DenseManifest | null, year: number, replace = false) {
  const stressors = known?.stressors ?? [];
  const others = known?.tables.filter((table) => table.year !== year).flatMap((table) => table.stressors) ?? [];
  const elsewhere = stressors.filter(({ name }) => others.includes(name));
  return { elsewhere, known: replace ? elsewhere : stressors };
}

/** Output of a year that the release has. */
function readOutput(folder: string, known: DenseManifest | null, year: number): Float64Array | null {
  const path = `model/${year}/output.npy`;
  if (!known?.arrays.some((array) => array.path === path)) return null;
  return Float64Array.from(readNpyFile(join(folder, path), path).data);
}

/** A factor that no growth explains: above it, one of two years is in another unit. */
const SLIP = 30;

/** @throws {InputError} `unit-slip` where output is far from that of another year of the release. */
function checkGrowth({ year, output }: DenseYear, folder: string, known: DenseManifest | null): void {
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  for (const other of known?.years ?? []) {
    const before = readOutput(folder, known, other);
    if (other === year || !before || output.length === 0) continue;
    const factor = total(output) / total(before);
    if (factor < SLIP && factor > 1 / SLIP) continue;
    const message = `is ${factor.toPrecision(3)} times that of ${other}`;
    throw new InputError("unit-slip", "The table is in another unit than the release.", [
      {
        severity: "error",
        code: "unit-slip",
        where: `output of ${year}`,
        message,
        hint: "state the unit of the file: --unit",
      },
    ]);
  }
}

function describeAxes({ axes }: ReadTable): Pick<DenseManifest, "regions" | "sectors"> {
  return {
    regions: axes.regions.entries.map(({ aliases, ...region }) => {
      const more = aliases.filter((alias) => ![region.code, region.name.en, region.name.zh, ""].includes(alias));
      return { ...region, ...(more.length > 0 && { aliases: more }) };
    }),
    sectors: axes.sectors.entries.map(({ aliases: _, ...sector }) => sector),
  };
}

/** Id of a release from the name of its folder. */
function makeId(folder: string): string {
  const id = basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]+/g, "-")
    .replaceAll(/^[.-]+|[.-]+$/g, "");
  return id || "imported";
}
