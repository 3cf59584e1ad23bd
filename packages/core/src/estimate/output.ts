import { balanceRas } from "../kernel/balancing/ras.ts";
import { sum } from "../kernel/sum.ts";
import type { Industry, Sector } from "../model/axes.ts";
import type { CityFact, FactYear } from "./facts.ts";
import type { CityTotals, ProvinceEmissions } from "./inventories.ts";
import type { DomesticTable } from "./national.ts";
import type { Settings } from "./settings.ts";

const INDUSTRIES = ["primary", "secondary", "tertiary"] as const satisfies Industry[];
/** 10⁸ CNY of the yearbooks in 10⁴ CNY of the tables. */
const YEARBOOK_UNIT = 1e4;
/** Groups of sectors that burn fuel in proportion to the city's own CO2. */
const TILTED_GROUPS = new Set(["energy", "heavy industry"]);
/** Only secondary industry's CO2 is measured by sector; that of services is split by a national key. */
const MEASURED: Industry = "secondary";

/** Value added and output of every city and sector, R×N, 10⁴ CNY. */
export interface CityOutput {
  valueAdded: Float64Array;
  output: Float64Array;
  /** National over the cities' sum of value added by industry: how much city figures were scaled [1]. */
  scale: Readonly<Record<Industry, number>>;
}

interface OutputInputs {
  year: FactYear;
  cities: readonly CityFact[];
  sectors: readonly Sector[];
  table: DomesticTable;
  emissions: ReadonlyMap<string, ProvinceEmissions>;
  totals: CityTotals;
  settings: Settings;
}

/**
 * Spread each city's value added of an industry over its sectors: by the national mix, shifted to where its province
 * and the city itself emit, then balanced to the city's industries and the nation's sectors.
 *
 * @see docs/open-estimate.md#output
 */
export function calcCityOutput(inputs: OutputInputs): CityOutput {
  const { cities, sectors, table } = inputs;
  const N = sectors.length;
  const valueAdded = new Float64Array(cities.length * N);
  const scale = { primary: 1, secondary: 1, tertiary: 1 };
  for (const industry of INDUSTRIES) {
    const members = sectors.flatMap((sector, k) => (sector.industry === industry ? [k] : []));
    const national = Float64Array.from(members, (k) => table.valueAdded[k]);
    const published = Float64Array.from(cities, (city) => readIndustry(city, inputs.year, industry));
    scale[industry] = sum(national) / sum(published);
    const wanted = published.map((value) => value * scale[industry]);
    const prior = calcPrior(inputs, members, industry);
    const { Z } = balanceRas(prior, wanted, national);
    cities.forEach((_, c) => {
      members.forEach((k, m) => {
        valueAdded[c * N + k] = Z[c * members.length + m];
      });
    });
  }
  const output = valueAdded.map((value, i) => (value * table.output[i % N]) / table.valueAdded[i % N]);
  return { valueAdded, output, scale };
}

/** Value added of one industry, 10⁴ CNY. */
function readIndustry(city: CityFact, year: FactYear, industry: Industry): number {
  return city.valueAdded[year][INDUSTRIES.indexOf(industry)] * YEARBOOK_UNIT;
}

/** Cities × member sectors of one industry, before balancing. */
function calcPrior(inputs: OutputInputs, members: number[], industry: Industry): Float64Array {
  const { cities, sectors, table, year } = inputs;
  const quotients = industry === MEASURED ? calcQuotients(inputs) : undefined;
  const tilts = industry === MEASURED ? calcTilts(inputs) : undefined;
  const prior = new Float64Array(cities.length * members.length);
  cities.forEach((city, c) => {
    const value = readIndustry(city, year, industry);
    // Without an industry there is nothing to shift, and no ratio by which to do it.
    if (value === 0) return;
    members.forEach((k, m) => {
      const quotient = quotients?.get(city.province)?.[k] ?? 1;
      const tilt = tilts && TILTED_GROUPS.has(sectors[k].group) ? tilts[c] : 1;
      prior[c * members.length + m] = value * table.valueAdded[k] * quotient * tilt;
    });
  });
  return prior;
}

/** Location quotient of each province and sector, raised to its exponent: share of the sector's CO2 over share of the industry's value added. */
function calcQuotients({ cities, sectors, emissions, settings, year }: OutputInputs): Map<string, Float64Array> {
  const industryOf = (codes: readonly CityFact[]) => sum(codes.map((city) => readIndustry(city, year, MEASURED)));
  const national = industryOf(cities);
  const nationalEmissions = Float64Array.from(sectors, (_, k) =>
    sum([...emissions.values()].map((e) => e.bySector[k])),
  );
  return new Map(
    [...Map.groupBy(cities, ({ province }) => province)].map(([province, members]) => {
      const share = industryOf(members) / national;
      const own = emissions.get(province)!.bySector;
      const quotient = own.map((value, k) => {
        if (nationalEmissions[k] === 0) return 1;
        return Math.max(value / nationalEmissions[k] / share, settings.quotientFloor) ** settings.quotientExponent;
      });
      return [province, quotient];
    }),
  );
}

/** Shift of each city's energy and heavy industry: its CO2 per secondary value added over its province's. */
function calcTilts({ cities, emissions, totals, settings, year }: OutputInputs): Float64Array {
  const provinceValue = new Map<string, number>();
  for (const city of cities)
    provinceValue.set(city.province, (provinceValue.get(city.province) ?? 0) + readIndustry(city, year, MEASURED));
  return Float64Array.from(cities, (city, c) => {
    const total = totals.used[c]?.[year];
    if (total === undefined) return 1;
    const own = total / readIndustry(city, year, MEASURED);
    const province = emissions.get(city.province)!.total / provinceValue.get(city.province)!;
    const limit = settings.tiltLimit;
    return Math.min(Math.max(own / province, 1 / limit), limit) ** settings.tiltExponent;
  });
}
