import {
  type CompletedTable,
  type DenseManifest,
  type DenseYear,
  type DenseYearRecord,
  formatIssue,
  type ImportRecord,
  listDenseArrays,
  type SourceRecord,
  type Stressor,
} from "@tributary/core";
import type { DenseReleaseFiles } from "./dense-store.ts";
import { describeDerived } from "./derived-limits.ts";

/** Warnings that a manifest keeps in words; of the others it keeps the number. */
const KEPT_WARNINGS = 20;

/** What is added to a release: the table of a year, or only its emissions. */
export interface Addition {
  id: string;
  axes: Pick<DenseManifest, "regions" | "sectors">;
  flowUnit: string;
  /** Unit and kind of everything that is accounted, in this year or another. */
  stressors: readonly Stressor[];
  /** Arrays that are empty stay as they were. */
  year: DenseYear;
  warnings: CompletedTable["warnings"];
  derived: CompletedTable["derived"];
  /** Whether requirements are trade shares times technology, and are to be solved as such. */
  isFactored: boolean;
  priceIndex: number[] | null;
  /** How far rows may miss their output, where it was stated. */
  tolerance?: number;
  source: SourceRecord;
  /** How it was read. */
  made: Omit<ImportRecord, "source" | "year">;
}

/** A release with a year, or a part of a year, put in or in place of what was there. */
export function mergeRelease(known: DenseManifest | null, folder: string, addition: Addition): DenseReleaseFiles {
  const { id, axes, flowUnit, stressors, year, source, made } = addition;
  const arrays = listDenseArrays(axes, year, flowUnit);
  const replaced = new Set(arrays.map(({ path }) => path));
  // A whole table replaces its year: emissions that belonged to another table do not stay.
  const whole = year.requirements.n > 0;
  const stays = (path: string) => !replaced.has(path) && !(whole && path.startsWith(`model/${year.year}/`));
  const before = known?.tables.find((table) => table.year === year.year);
  const tables = [
    ...(known?.tables ?? []).filter((table) => table !== before),
    describeYear(addition, whole ? undefined : before),
  ].toSorted((a, b) => a.year - b.year);
  const sources = joinSources(known?.sources ?? [], source, year.year, whole);
  const manifest: DenseReleaseFiles["manifest"] = {
    schema: "tributary.release/v1",
    id,
    kind: "imported-table",
    label: known?.label ?? { en: `imported table ${id}`, zh: `导入的投入产出表 ${id}` },
    form: "dense",
    years: tables.map((table) => table.year),
    units: { flow: flowUnit },
    regions: known?.regions ?? axes.regions,
    sectors: known?.sectors ?? axes.sectors,
    stressors: joinStressors(known?.stressors ?? [], stressors, tables),
    tables,
    imports: [
      ...(known?.imports ?? []).filter((each) => !(whole && each.year === year.year)),
      { year: year.year, source: source.id, ...made },
    ],
    limits: tables.flatMap((table) => describeDerived(table)),
    sources,
    redistributable: sources.every(({ redistributable }) => redistributable),
  };
  return { manifest, arrays, kept: (known?.arrays ?? []).filter(({ path }) => stays(path)), keptFrom: folder };
}

/** Records of origin: a whole table takes the place of all of its year, emissions stand beside them. */
function joinSources(known: readonly SourceRecord[], source: SourceRecord, year: number, whole: boolean) {
  const isOfYear = ({ id }: SourceRecord) => new RegExp(`-${year}(-\\d+)?$`).test(id);
  if (whole) return [...known.filter((each) => !isOfYear(each)), source];
  const files = JSON.stringify(source.files);
  const same = known.find((each) => isOfYear(each) && JSON.stringify(each.files) === files);
  const taken = new Set(known.map(({ id }) => id));
  let id = source.id;
  for (let k = 2; taken.has(id); k++) id = `${source.id}-${k}`;
  return [...known.filter((each) => each !== same), { ...source, id: same?.id ?? id }];
}

/** Of each name the unit and kind that were read last; names that no year has are gone. */
function joinStressors(
  before: readonly Stressor[],
  read: readonly Stressor[],
  tables: readonly DenseYearRecord[],
): Stressor[] {
  const all = new Map([...before, ...read].map((stressor) => [stressor.name, stressor]));
  return [...all.values()].filter(({ name }) => tables.some((table) => table.stressors.includes(name)));
}

/** Warnings of a table, and those of emissions that come later. */
function joinWarnings(before: DenseYearRecord["warnings"] = { count: 0, first: [] }, texts: readonly string[]) {
  const fresh = texts.filter((text) => !before.first.includes(text));
  return { count: before.count + fresh.length, first: [...before.first, ...fresh].slice(0, KEPT_WARNINGS) };
}

function describeYear(
  { year, warnings, derived, isFactored, priceIndex, tolerance }: Addition,
  before: DenseYearRecord | undefined,
): DenseYearRecord {
  const { requirements } = year;
  const hasEmissions = year.stressors.length > 0;
  const households = derived.filter((part) => part === "household-emissions");
  return {
    year: year.year,
    finalUses: before?.finalUses ?? [...year.finalUses],
    stressors: hasEmissions ? [...year.stressors] : (before?.stressors ?? []),
    priceIndex: priceIndex ?? before?.priceIndex ?? null,
    derived: before ? [...before.derived.filter((part) => part !== "household-emissions"), ...households] : derived,
    ...nameTolerance(before ? before.tolerance : tolerance),
    precision: before?.precision ?? requirements.precision,
    madeOf: before?.madeOf ?? (isFactored ? "shares-times-technology" : "cells"),
    warnings: joinWarnings(before?.warnings, warnings.map(formatIssue)),
  };
}

function nameTolerance(tolerance: number | undefined): Pick<DenseYearRecord, "tolerance"> {
  return tolerance === undefined ? {} : { tolerance };
}
