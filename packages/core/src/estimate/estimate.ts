import type { SolveColumns } from "../kernel/solver.ts";
import { buildFactoredModel, type FactoredSpace, type FactoredTables } from "../model/factored-tables.ts";
import type { Model } from "../model/model.ts";
import { calibrate } from "./calibrate.ts";
import { checkMarkets } from "./check-markets.ts";
import { type CityDemand, calcCityDemand, completePopulation, type Population } from "./demand.ts";
import { calcDistances } from "./distance.ts";
import { type CityEmissions, calcCityEmissions } from "./emissions.ts";
import { FACT_YEARS, type Facts, type FactYear, type PerYear } from "./facts.ts";
import { type CityTotals, calcProvinceEmissions, type ProvinceEmissions, selectCityTotals } from "./inventories.ts";
import { calcDomesticTable, type DomesticTable } from "./national.ts";
import { type CityOutput, calcCityOutput } from "./output.ts";
import { type RegionSelection, selectRegions } from "./regions.ts";
import type { Settings } from "./settings.ts";
import { balanceTrade, type GravityFactors, listFriction, type Markets } from "./trade.ts";

/** Everything of one year but its trade. */
interface YearParts {
  year: FactYear;
  table: DomesticTable;
  provinces: ReadonlyMap<string, ProvinceEmissions>;
  population: Population;
  output: CityOutput;
  emissions: CityEmissions;
  demand: CityDemand;
  markets: Markets;
}

/** The open estimate: two years of a factored table, and how they came about. */
export interface Estimate {
  space: FactoredSpace;
  selection: RegionSelection;
  settings: Settings;
  tables: PerYear<FactoredTables>;
  parts: PerYear<YearParts>;
  totals: CityTotals;
  /** Common scale of the three frictions, and the outsourced share it was calibrated to. */
  calibration: { scale: number; outsourcedShare: number; evaluations: number };
  /** Largest relative miss of a supplier's sales, and rounds of the slowest product. */
  trade: PerYear<{ residual: number; rounds: number }>;
}

/** Guesses of the common scale of friction between which calibration starts. */
const SCALE_GUESSES = [1, 1.02] as const;
const ROUGH = { trade: 1e-6, solve: 1e-5, share: 1e-5 };
const FINAL = { trade: 1e-10 };

/**
 * Build the open estimate from public figures.
 *
 * Pure: the same facts and settings give the same tables. `solve` may spread the calibration's solves over threads.
 *
 * @throws {InputError} `not-balanced`, `no-output`: the national tables do not close; `no-population`;
 *   `emissions-without-output`; `negative-use`.
 * @throws {ModelError} `not-converged`: balancing or calibration fails.
 * @see docs/open-estimate.md
 */
export async function buildEstimate(facts: Facts, settings: Settings, solve: SolveColumns): Promise<Estimate> {
  const selection = selectRegions(facts, settings.cityCount);
  const { cities } = selection;
  const provinces = perYear((year) => calcProvinceEmissions(facts, year));
  const totals = selectCityTotals(cities, provinces, settings.setAsideShare);
  const parts = perYear((year) => buildYear(facts, selection, totals, provinces[year], settings, year));
  const axes = { regions: cities, sectors: facts.sectors };
  const distances = calcDistances(cities, settings);
  const friction = listFriction(facts.sectors, settings);
  const spaceAt = (scale: number): FactoredSpace => ({
    axes,
    distances,
    friction: friction.map((theta) => theta * scale),
  });
  const [first, last] = FACT_YEARS;

  let factors: GravityFactors | undefined;
  const balance = (year: FactYear, scale: number, tolerance: number) => {
    factors = balanceTrade(parts[year].markets, distances, spaceAt(scale).friction, tolerance, factors);
    return factors;
  };
  const calibration = await calibrate(
    async (scale) => {
      const { supplier } = balance(first, scale, ROUGH.trade);
      return calcOutsourcedShare(buildFactoredModel(spaceAt(scale), assembleTables(parts[first], supplier)), solve);
    },
    settings.targetShare,
    SCALE_GUESSES,
    ROUGH.share,
  );
  const scale = calibration.at;
  const gravity = {
    [first]: balance(first, scale, FINAL.trade),
    [last]: balance(last, scale, FINAL.trade),
  } as PerYear<GravityFactors>;
  return {
    space: spaceAt(scale),
    selection,
    settings,
    tables: perYear((year) => assembleTables(parts[year], gravity[year].supplier)),
    parts,
    totals,
    calibration: { scale, outsourcedShare: calibration.value, evaluations: calibration.evaluations },
    trade: perYear((year) => ({ residual: gravity[year].residual, rounds: gravity[year].rounds })),
  };
}

function perYear<T>(make: (year: FactYear) => T): PerYear<T> {
  return Object.fromEntries(FACT_YEARS.map((year) => [year, make(year)])) as Record<FactYear, T>;
}

function buildYear(
  facts: Facts,
  { cities }: RegionSelection,
  totals: CityTotals,
  provinces: ReadonlyMap<string, ProvinceEmissions>,
  settings: Settings,
  year: FactYear,
): YearParts {
  const { sectors } = facts;
  const table = calcDomesticTable(facts.national[year], sectors, year);
  const population = completePopulation(cities, year);
  const output = calcCityOutput({ year, cities, sectors, table, emissions: provinces, totals, settings });
  const emissions = calcCityEmissions({
    year,
    cities,
    sectors,
    output: output.output,
    population: population.persons,
    emissions: provinces,
    totals,
    settings,
  });
  const demand = calcCityDemand(table, output.valueAdded, output.output, population.persons, settings);
  const markets = calcMarkets(table, output, demand);
  checkMarkets(markets, { regions: cities, sectors }, year);
  return { year, table, provinces, population, output, emissions, demand, markets };
}

/** Supply `x − e` and use `A* x + Y` of every city and product. */
function calcMarkets(table: DomesticTable, { output }: CityOutput, { finalUse, exports }: CityDemand): Markets {
  const N = table.output.length;
  const R = output.length / N;
  const uses = finalUse.length / output.length;
  const use = new Float64Array(R * N);
  for (let c = 0; c < R; c++)
    for (let i = 0; i < N; i++) {
      let total = 0;
      for (let j = 0; j < N; j++) total += table.technology[i * N + j] * output[c * N + j];
      for (let u = 0; u < uses; u++) total += finalUse[(c * uses + u) * N + i];
      use[c * N + i] = total;
    }
  return { supply: output.map((value, i) => value - exports[i]), use };
}

function assembleTables(
  { year, table, output, emissions, demand, markets }: YearParts,
  supplier: Float64Array,
): FactoredTables {
  const N = table.output.length;
  return {
    year,
    technology: table.technology,
    supplier,
    finalUse: demand.finalUse,
    exports: demand.exports,
    imports: markets.use.map((domestic, i) => domestic * (1 / table.domesticShare[i % N] - 1)),
    output: output.output,
    valueAdded: output.valueAdded,
    emissions: emissions.bySector,
    householdEmissions: emissions.households,
  };
}

/** Share of the footprints that is emitted in other cities. */
async function calcOutsourcedShare({ A, Y, F, x, axes }: Model, solve: SolveColumns): Promise<number> {
  const R = axes.regions.length;
  const N = axes.sectors.length;
  const { X } = await solve(A, Y, { tolerance: ROUGH.solve });
  const S = F.map((emitted, i) => (x[i] > 0 ? emitted / x[i] : 0));
  let local = 0;
  let total = 0;
  for (let c = 0; c < R; c++)
    for (let i = 0; i < R * N; i++) {
      const caused = S[i] * X[c * R * N + i];
      total += caused;
      if (i >= c * N && i < (c + 1) * N) local += caused;
    }
  return 1 - local / total;
}
