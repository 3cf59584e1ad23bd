import { InputError, type Issue } from "../errors.ts";
import { DenseMatrix } from "../kernel/dense/dense-matrix.ts";
import { findFactors } from "../kernel/dense/find-factors.ts";
import type { Axes } from "../model/axes.ts";
import type { DenseYear } from "../model/dense-year.ts";
import type { Stressor } from "../quantities/stressor.ts";
import { checkArray, type StoredNumbers } from "./check-array.ts";
import { type DenseManifest, isMadeOfFactors } from "./dense-manifest.ts";
import { type ExpectedArray, fileOf, type NamedArray } from "./factored-arrays.ts";
import type { ArrayRecord } from "./manifest.ts";

const MONEY = "flow";
const STRESSORS = "of each stressor";

/** Arrays of one year: axes, unit and meaning of each field; a row is a sector of a region, region-major. */
const YEARLY = {
  requirements: { axes: ["row", "row"], unit: "1", meaning: "inputs per output, row sells to column" },
  finalDemand: { axes: ["final-use", "region", "row"], unit: MONEY, meaning: "final demand by use and consumer" },
  exports: { axes: ["row"], unit: MONEY, meaning: "exports to outside the table" },
  imports: {
    axes: ["row"],
    unit: MONEY,
    meaning: "inputs imported from outside the table, by the sector that uses them",
  },
  output: { axes: ["row"], unit: MONEY, meaning: "gross output" },
  valueAdded: { axes: ["row"], unit: MONEY, meaning: "value added" },
  emissions: { axes: ["stressor", "row"], unit: STRESSORS, meaning: "what production causes of each stressor" },
  householdEmissions: { axes: ["stressor", "region"], unit: STRESSORS, meaning: "what households cause directly" },
} as const satisfies Record<ArrayField, Pick<ArrayRecord, "axes" | "unit" | "meaning">>;

type ArrayField = Exclude<keyof DenseYear, "year" | "finalUses" | "stressors" | "factors">;
type VectorField = Exclude<ArrayField, "requirements">;

/** The file of a year's requirements, which may be too large to be in memory more than once. */
export function pathOfRequirements(year: number): string {
  return `model/${year}/${fileOf("requirements")}`;
}

/** Fields that every table has; the others are stored where they are known. */
const REQUIRED: readonly string[] = ["requirements", "finalDemand", "output", "valueAdded"];
/** Least number of a field where it has one: rows of other fields may be corrections. */
const LEAST: Readonly<Record<string, number>> = { output: 0 };

/** Path and shape of each array that a year may have, and whether it must. */
export function expectDenseArrays({
  regions,
  sectors,
  tables,
}: Pick<DenseManifest, "regions" | "sectors" | "tables">): ExpectedArray[] {
  return tables.flatMap(({ year, finalUses, stressors }) => {
    const sizes = countAxes({ regions, sectors }, finalUses.length, stressors.length);
    return Object.entries(YEARLY).map(([field, { axes, meaning }]) => ({
      path: `model/${year}/${fileOf(field)}`,
      meaning,
      axes,
      shape: axes.map((axis) => sizes[axis]),
      required: REQUIRED.includes(field) || (field === "emissions" && stressors.length > 0),
    }));
  });
}

function countAxes(
  { regions, sectors }: { regions: readonly unknown[]; sectors: readonly unknown[] },
  finalUses: number,
  stressors: number,
): Record<string, number> {
  const [R, N] = [regions.length, sectors.length];
  return { row: R * N, region: R, "final-use": finalUses, stressor: stressors };
}

/** Names and meanings of the numbers of one year; those that a year does not have are left out. */
export function listDenseArrays(
  { regions, sectors }: Axes,
  year: DenseYear,
  flow: string,
): NamedArray<StoredNumbers>[] {
  const sizes = countAxes({ regions, sectors }, year.finalUses.length, year.stressors.length);
  return Object.entries(YEARLY)
    .map(([field, record]) => ({ field, ...record, data: readNumbers(year, field as ArrayField) }))
    .filter(({ data }) => data.length > 0)
    .map(({ field, axes, unit, meaning, data }) => ({
      path: `model/${year.year}/${fileOf(field)}`,
      shape: axes.map((axis) => sizes[axis]),
      axes: [...axes],
      unit: unit === MONEY ? flow : unit,
      meaning,
      data,
    }));
}

function readNumbers(year: DenseYear, field: ArrayField): StoredNumbers {
  return field === "requirements" ? year.requirements.cells : year[field];
}

/** A dense release in memory. */
export interface DenseRelease {
  axes: Axes;
  /** Everything that some year tells apart. */
  stressors: readonly Stressor[];
  tables: readonly DenseYear[];
}

/**
 * Put the arrays of a dense release together again, for the years asked for.
 *
 * @param arrays By path, as the manifest names them.
 * @param matrices Requirements of years that are where all threads see them; the others' are taken from `arrays`.
 * @throws {InputError} `missing-array`, `shape-mismatch` or `not-finite`, with every array concerned; `not-factored` if
 *   cells are not what the manifest says they are made of.
 */
export function openDenseRelease(
  manifest: DenseManifest,
  years: readonly number[],
  arrays: ReadonlyMap<string, StoredNumbers>,
  matrices: ReadonlyMap<string, DenseMatrix> = new Map(),
): DenseRelease {
  const needed = manifest.arrays.filter(({ path }) => years.some((year) => path.startsWith(`model/${year}/`)));
  const issues: Issue[] = needed.flatMap(({ path, shape }) =>
    checkArray(path, shape, matrices.get(path)?.cells ?? arrays.get(path), leastOf(path)),
  );
  if (issues.length > 0)
    throw new InputError(issues[0].code, "The arrays of the release do not fit its manifest.", issues);
  const { regions, sectors, stressors } = manifest;
  const take = (path: string): Float64Array => {
    const data = arrays.get(path) ?? new Float64Array(0);
    return data instanceof Float64Array ? data : Float64Array.from(data);
  };
  const tables = manifest.tables
    .filter(({ year }) => years.includes(year))
    .map(({ year, finalUses, stressors }) => {
      const pathOf = (field: string) => `model/${year}/${fileOf(field)}`;
      const vectors = Object.keys(YEARLY).filter((field) => field !== "requirements");
      const path = pathOfRequirements(year);
      const cells = arrays.get(path) ?? new Float64Array(0);
      const requirements = matrices.get(path) ?? DenseMatrix.wrap(cells, Math.sqrt(cells.length));
      const fields = Object.fromEntries(vectors.map((field) => [field, take(pathOf(field))]));
      const table = { year, finalUses, stressors, requirements, ...(fields as Record<VectorField, Float64Array>) };
      return isMadeOfFactors(manifest) ? takeFactors(table, regions.length) : table;
    });
  return { axes: { regions, sectors }, stressors, tables };
}

function leastOf(path: string): number | undefined {
  return Object.entries(LEAST).find(([field]) => path.endsWith(`/${fileOf(field)}`))?.[1];
}

/** Trade shares and technology in place of the cells that are made of them. */
function takeFactors(table: DenseYear, R: number): DenseYear {
  const factors = findFactors(table.requirements, { R, weights: table.output });
  if (factors) return { ...table, requirements: DenseMatrix.wrap(new Float64Array(0), 0), factors };
  throw new InputError("not-factored", `Requirements of ${table.year} are no trade shares times technology.`);
}
