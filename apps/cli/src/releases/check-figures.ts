import { join } from "node:path";
import type { Issue, Model, RegionSummary, SectorResult } from "@tributary/core";
import { readNpyFile } from "../store/npy-file.ts";
import type { Results } from "../store/results-reader.ts";
import { collect, refuse } from "./collect-issues.ts";
import type { ResultsOf } from "./results-of.ts";

/** Part of a figure within which two sums of the same numbers agree. */
const EXACT = 1e-9;

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= EXACT * Math.max(Math.abs(a), Math.abs(b));

/** Figures agree with the tables, with one another and with the total, however often each is stated. */
export function checkFigures(results: Results, of: ResultsOf, issues: Issue[]): void {
  const { summary, cities } = results;
  for (const year of summary.years) {
    const emissions = emissionsOf(of.models.get(year), summary.stressor.name);
    const columns = sumColumns(of, year, cities.length, issues);
    for (const [r, city] of cities.entries()) {
      const own = emissions?.subarray(r * summary.sectors, (r + 1) * summary.sectors);
      checkCity(city, year, { produced: own && sum(own), caused: columns?.[r] }, `results/cities.json:${r}`, issues);
    }
    checkTotals(results, year, issues);
  }
  for (const city of cities) checkOrigins(results, city, of, issues);
}

function checkCity(
  { code, accounts }: RegionSummary,
  year: number,
  { produced, caused }: { produced: number | undefined; caused: number | undefined },
  where: string,
  issues: Issue[],
): void {
  const own = accounts[year];
  const differ = (what: string) => issues.push(refuse("other-figures", where, `${code} in ${year}: ${what}`));
  if (!own) return void differ("has no accounts");
  if (produced !== undefined && !isNear(own.production, produced)) differ("its table states other emissions");
  if (caused !== undefined && !isNear(own.footprint, caused)) differ("origin × consumer gives another footprint");
  if (!isNear(own.footprint, own.local + own.outsourced)) differ("local and outsourced part are not its footprint");
}

/** Footprints as the origin × consumer array of a year has them; none where it cannot be read. */
function sumColumns({ folder, files }: ResultsOf, year: number, R: number, issues: Issue[]): number[] | undefined {
  const path = `results/origin-consumer-${year}.npy`;
  if (!files.includes(path)) return undefined;
  const read = collect(issues, path, () => readNpyFile(join(folder, path), path).data);
  if (!read) return undefined;
  if (read.length !== R * R)
    issues.push(refuse("shape-mismatch", path, `has ${read.length} numbers; ${R}×${R} are needed`));
  return Array.from({ length: R }, (_, c) => {
    let total = 0;
    for (let r = 0; r < R; r++) total += read[r * R + c];
    return total;
  });
}

function checkTotals({ summary, cities }: Results, year: number, issues: Issue[]): void {
  for (const quantity of ["production", "footprint", "householdDirect", "exportedAbroad"] as const) {
    const total = sum(cities.map(({ accounts }) => accounts[year]?.[quantity] ?? Number.NaN));
    if (!isNear(total, summary.totals[year]?.[quantity] ?? Number.NaN))
      issues.push(
        refuse("other-figures", "results/summary.json", `${quantity} of ${year} is not the sum of its regions`),
      );
  }
}

/** The file of a region has the origins of its footprint. */
function checkOrigins(
  results: Results,
  { code, accounts }: RegionSummary,
  { files }: ResultsOf,
  issues: Issue[],
): void {
  const path = `results/cities/${code}.json`;
  const city = files.includes(path) && collect(issues, path, () => results.readCity(code));
  if (!city) return;
  for (const year of results.summary.years) {
    const total = sum((city.origins[year] ?? []).map(({ value }) => value));
    if (!isNear(total, accounts[year]?.footprint ?? Number.NaN))
      issues.push(refuse("other-figures", path, `its origins in ${year} are not its footprint`));
  }
}

const sum = (values: ArrayLike<number>): number =>
  Array.prototype.reduce.call(values, (a, b) => (a as number) + (b as number), 0) as number;

const emissionsOf = (model: Model | undefined, stressor: string): Float64Array | undefined =>
  model?.amounts ? model.amounts.find((each) => each.stressor.name === stressor)?.F : model?.F;

/** Whether the file of the k-th sector has the emissions of the tables. */
export function hasEmissions(
  { regions }: SectorResult,
  k: number,
  { summary }: Results,
  { models }: ResultsOf,
): boolean {
  return summary.years.every((year) => {
    const emissions = emissionsOf(models.get(year), summary.stressor.name);
    return regions.every(
      ({ emissions: own }, r) => !emissions || isNear(own[year] ?? Number.NaN, emissions[r * summary.sectors + k]),
    );
  });
}
