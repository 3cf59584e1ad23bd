import { InputError, type Issue } from "../errors.ts";
import type { FactoredSpace, FactoredTables } from "../model/factored-tables.ts";
import { FINAL_USES } from "../model/model.ts";
import { checkArray, type StoredNumbers } from "./check-array.ts";
import type { ArrayRecord, Manifest } from "./manifest.ts";

/** An array of a release with its label. */
export interface NamedArray<Stored extends StoredNumbers = Float64Array> extends Omit<ArrayRecord, "sha256"> {
  data: Stored;
}

const MONEY = "10⁴ CNY, current prices";
const CARBON = "t CO₂";

/** Arrays of one year: file, axes, unit and meaning of each field of the tables. */
const YEARLY = {
  technology: {
    axes: ["sector", "sector"],
    unit: "CNY/CNY",
    meaning: "domestic inputs per output, alike in every region",
  },
  supplier: {
    axes: ["sector", "region"],
    unit: "1",
    meaning: "supplier factors of the gravity model; with the distances they give the trade shares",
  },
  finalUse: { axes: ["region", "final-use", "sector"], unit: MONEY, meaning: "final use of domestic products" },
  exports: { axes: ["region", "sector"], unit: MONEY, meaning: "exports abroad" },
  imports: { axes: ["region", "sector"], unit: MONEY, meaning: "imports from abroad used in the region" },
  output: { axes: ["region", "sector"], unit: MONEY, meaning: "gross output" },
  valueAdded: { axes: ["region", "sector"], unit: MONEY, meaning: "value added" },
  emissions: { axes: ["region", "sector"], unit: CARBON, meaning: "emissions of production" },
  householdEmissions: { axes: ["region"], unit: CARBON, meaning: "direct emissions of households" },
} as const satisfies Record<Exclude<keyof FactoredTables, "year">, Pick<ArrayRecord, "axes" | "unit" | "meaning">>;

type YearlyField = keyof typeof YEARLY;

const SHARED = {
  distances: {
    axes: ["region", "region"],
    unit: "km",
    meaning: "distance between regions as the trade model takes it",
  },
  friction: { axes: ["sector"], unit: "1", meaning: "distance exponent of each product, common scale included" },
} as const;

/** `valueAdded` → `value-added.npy`. */
export function fileOf(field: string): string {
  return `${field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.npy`;
}

/** An array as the axes of its release ask for it. */
export interface ExpectedArray extends Pick<NamedArray, "path" | "meaning"> {
  axes: readonly string[];
  shape: readonly number[];
  required: boolean;
}

function countAxes({ regions, sectors }: { regions: readonly unknown[]; sectors: readonly unknown[] }) {
  const sizes: Record<string, number> = {
    region: regions.length,
    sector: sectors.length,
    "final-use": FINAL_USES.length,
  };
  return sizes;
}

/** Path and shape of every array of a factored release. */
export function expectArrays(manifest: Pick<Manifest, "regions" | "sectors" | "years">): ExpectedArray[] {
  const sizes = countAxes(manifest);
  const expect = (
    folder: string,
    fields: Readonly<Record<string, { axes: readonly string[]; meaning: string }>>,
  ): ExpectedArray[] =>
    Object.entries(fields).map(([field, { axes, meaning }]) => ({
      path: `${folder}/${fileOf(field)}`,
      meaning,
      axes,
      shape: axes.map((axis) => sizes[axis]),
      required: true,
    }));
  return [...expect("model", SHARED), ...manifest.years.flatMap((year) => expect(`model/${year}`, YEARLY))];
}

/** What a region uses may be less than nothing, where stocks are drawn down; no other number of the estimate is negative. */
const SIGNED = fileOf("finalUse");

/** Every array that a factored release stores. */
export function listArrays(
  { axes, distances, friction }: FactoredSpace,
  years: readonly FactoredTables[],
): NamedArray[] {
  const sizes = countAxes(axes);
  const label = (
    path: string,
    record: { axes: readonly string[]; unit: string; meaning: string },
    data: Float64Array,
  ) => ({
    path,
    shape: record.axes.map((axis) => sizes[axis]),
    axes: [...record.axes],
    unit: record.unit,
    meaning: record.meaning,
    data,
  });
  return [
    label(`model/${fileOf("distances")}`, SHARED.distances, distances),
    label(`model/${fileOf("friction")}`, SHARED.friction, friction),
    ...years.flatMap((tables) =>
      Object.entries(YEARLY).map(([field, record]) =>
        label(`model/${tables.year}/${fileOf(field)}`, record, tables[field as YearlyField]),
      ),
    ),
  ];
}

/** A factored release in memory. */
export interface FactoredRelease {
  space: FactoredSpace;
  /** One a year, in the order of the manifest, at current prices. */
  tables: readonly FactoredTables[];
}

/**
 * Put the arrays of a release together again.
 *
 * @param arrays By path, as the manifest names them.
 * @throws {InputError} `missing-array` or `shape-mismatch` or `not-finite`, with every array concerned.
 */
export function openFactoredRelease(manifest: Manifest, arrays: ReadonlyMap<string, Float64Array>): FactoredRelease {
  const issues: Issue[] = manifest.arrays.flatMap(({ path, shape }) =>
    checkArray(path, shape, arrays.get(path), path.endsWith(SIGNED) ? undefined : 0),
  );
  const take = (path: string): Float64Array => {
    const data = arrays.get(path);
    if (!data) throw new InputError("missing-array", `The release has no ${path}.`);
    return data;
  };
  if (issues.length > 0)
    throw new InputError(issues[0].code, "The arrays of the release do not fit its manifest.", issues);
  const regions = manifest.regions.map(({ province, ...region }) => ({ ...region, province: province.code }));
  return {
    space: {
      axes: { regions, sectors: manifest.sectors },
      distances: take(`model/${fileOf("distances")}`),
      friction: take(`model/${fileOf("friction")}`),
    },
    tables: manifest.years.map((year) => {
      const fields = Object.keys(YEARLY).map((field) => [field, take(`model/${year}/${fileOf(field)}`)]);
      return { year, ...(Object.fromEntries(fields) as Record<YearlyField, Float64Array>) };
    }),
  };
}
