import { InputError } from "../errors.ts";
import { sum } from "../kernel/sum.ts";
import { FINAL_USES } from "../model/model.ts";
import type { CityFact, FactYear } from "./facts.ts";
import type { DomesticTable } from "./national.ts";
import type { Settings } from "./settings.ts";
import { calcShares, median } from "./totals.ts";

const PERSONS = 1e4;

export interface Population {
  /** Persons, R. */
  persons: Float64Array;
  /** Cities without a published figure: provincial median of persons per value added. */
  estimated: boolean[];
}

/**
 * Complete missing population by the median persons per value added of the province's other cities (of the nation's
 * where there is none).
 *
 * @throws {InputError} `no-population` where no city has a figure.
 */
export function completePopulation(cities: readonly CityFact[], year: FactYear): Population {
  if (cities.every((city) => city.population[year] === null))
    throw new InputError("no-population", "Populations cannot be completed.", [
      {
        severity: "error",
        code: "no-population",
        where: `cities.csv:population_${year}`,
        message: "no city of the table has a figure",
        hint: "missing ones are estimated from those that are there",
      },
    ]);
  const value = (city: CityFact) => sum(city.valueAdded[year]);
  const ratio = (list: readonly CityFact[]) =>
    median(list.flatMap((city) => (city.population[year] === null ? [] : [city.population[year] / value(city)])));
  const provinces = Map.groupBy(cities, ({ province }) => province);
  const persons = Float64Array.from(cities, (city) => {
    const published = city.population[year];
    if (published !== null) return published * PERSONS;
    const peers = provinces.get(city.province)!;
    const known = peers.some((peer) => peer.population[year] !== null) ? peers : cities;
    return ratio(known) * value(city) * PERSONS;
  });
  return { persons, estimated: cities.map((city) => city.population[year] === null) };
}

/** What each city uses and sends abroad. */
export interface CityDemand {
  /** Final use, R×uses×N, 10⁴ CNY. */
  finalUse: Float64Array;
  /** Foreign exports, R×N. */
  exports: Float64Array;
}

/**
 * Households by a blend of value added and population, all other final use by value added, the product mix national;
 * exports by output.
 *
 * @see docs/open-estimate.md#final-demand
 */
export function calcCityDemand(
  table: DomesticTable,
  valueAdded: Float64Array,
  output: Float64Array,
  persons: Float64Array,
  settings: Settings,
): CityDemand {
  const R = persons.length;
  const N = table.output.length;
  const byValue = calcShares(Float64Array.from(persons, (_, c) => sum(valueAdded.subarray(c * N, (c + 1) * N))));
  const byPeople = calcShares(persons);
  const weight = settings.valueAddedWeight;
  const households = byValue.map((share, c) => weight * share + (1 - weight) * byPeople[c]);
  const finalUse = new Float64Array(R * FINAL_USES.length * N);
  FINAL_USES.forEach((use, u) => {
    const share = use.endsWith("households") ? households : byValue;
    for (let c = 0; c < R; c++)
      for (let k = 0; k < N; k++) finalUse[(c * FINAL_USES.length + u) * N + k] = share[c] * table.finalUse[use][k];
  });
  const exports = output.map((value, i) => (value / table.output[i % N]) * table.exports[i % N]);
  return { finalUse, exports };
}
