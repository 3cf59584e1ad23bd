import { type CityFact, FACT_YEARS, type FactYear, type PerYear, type Sector } from "@tributary/core";
import { CITIES_FILE } from "../cities.ts";
import type { NationalRecord } from "../national-table.ts";
import type { Doubts } from "./doubts.ts";

const INDUSTRIES = ["primary", "secondary", "tertiary"] as const;
/** 10⁴ CNY in 10⁸ CNY. */
const TABLE_UNIT = 1e-4;
/** Value added of the cities over that of the national table, by industry: 0.93 to 1.20, since provinces add up to more than the nation. */
const OVER_NATION = { low: 0.87, high: 1.25 };
/** Growth of the people of the cities that state both years: 1.035; the nation's is 1.027. */
const PEOPLE_GROWTH = { low: 1.005, high: 1.06 };

/** Doubt the cities as a whole where they do not add up to the nation, or not to its growth: a column is another's, or another year's. */
export function checkNation(
  cities: readonly CityFact[],
  national: PerYear<NationalRecord>,
  sectors: readonly Sector[],
  doubts: Doubts,
): void {
  const check = (column: string, value: number, { low, high }: typeof OVER_NATION, what: string, year?: FactYear) => {
    if (!Number.isFinite(value) || (value >= low && value <= high)) return;
    doubts.raise(
      { check: "nation", of: column, ...(year !== undefined && { year }) },
      { file: CITIES_FILE, column },
      `${what} is ${value.toPrecision(3)}: it must be ${low} to ${high}`,
    );
  };
  for (const year of FACT_YEARS)
    for (const [k, industry] of INDUSTRIES.entries()) {
      const ofNation = national[year].valueAdded.filter((_, i) => sectors[i].industry === industry);
      const ratio = sum(cities.map(({ valueAdded }) => valueAdded[year][k])) / (TABLE_UNIT * sum([...ofNation]));
      const what = `the ${industry} industry of all cities in ${year} over that of the national table`;
      check(`va_${industry}_${year}`, ratio, OVER_NATION, what, year);
    }
  const [first, last] = FACT_YEARS;
  const counted = cities.filter(({ population }) => population[first] !== null && population[last] !== null);
  const people = (year: FactYear) => sum(counted.map(({ population }) => population[year]!));
  check(
    `population_${last}`,
    people(last) / people(first),
    PEOPLE_GROWTH,
    `population of all cities in ${last} over ${first}`,
  );
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
