import type { CityFact, FactYear } from "@tributary/core";

/** A ratio of a city's figures and the range that it can be in. */
export interface Band {
  check: string;
  what: string;
  unit: string;
  /** Column that the issue is put at; of the year where the ratio is of one. */
  column: string;
  low: number;
  high: number;
}

/** A ratio within one year. */
export interface YearBand extends Band {
  read(city: CityFact, year: FactYear): number | null;
}

/** A ratio of the last year to the first. */
export interface GrowthBand extends Band {
  read(city: CityFact, year: FactYear): number | null;
}

export const sumValueAdded = ({ valueAdded }: CityFact, year: FactYear): number =>
  valueAdded[year].reduce((sum, value) => sum + value, 0);

const shareOf = (k: number) => (city: CityFact, year: FactYear) => city.valueAdded[year][k] / sumValueAdded(city, year);
const divide = (a: number | null, b: number | null) => (a === null || b === null || b === 0 ? null : a / b);

/** Ranges of what is published for 329 units, a little wider; 10⁴ CNY, t. What lies outside and is right is an exception. */
export const YEAR_BANDS: readonly YearBand[] = [
  {
    ...{ check: "value-added-per-person", what: "value added per person", unit: "10⁴ CNY", column: "population" },
    ...{ low: 0.75, high: 20 },
    read: (city, year) => divide(sumValueAdded(city, year), city.population[year]),
  },
  {
    ...{ check: "co2-per-value-added", what: "CO2 per 10⁴ CNY of value added", unit: "t", column: "co2_mt" },
    ...{ low: 0.2, high: 15 },
    read: (city, year) => divide(city.co2[year] === null ? null : 100 * city.co2[year], sumValueAdded(city, year)),
  },
  {
    ...{ check: "co2-per-person", what: "CO2 per person", unit: "t", column: "co2_mt" },
    ...{ low: 0.8, high: 130 },
    read: (city, year) => divide(city.co2[year] === null ? null : 100 * city.co2[year], city.population[year]),
  },
  {
    ...{ check: "primary-share", what: "share of the primary industry", unit: "1", column: "va_primary" },
    ...{ low: 0.0002, high: 0.52 },
    read: shareOf(0),
  },
  {
    ...{ check: "secondary-share", what: "share of the secondary industry", unit: "1", column: "va_secondary" },
    ...{ low: 0.115, high: 0.89 },
    read: shareOf(1),
  },
  {
    ...{ check: "tertiary-share", what: "share of the tertiary industry", unit: "1", column: "va_tertiary" },
    ...{ low: 0.15, high: 0.84 },
    read: shareOf(2),
  },
  {
    ...{ check: "primary-over-tertiary", what: "primary over tertiary industry", unit: "1", column: "va_primary" },
    ...{ low: 0.0005, high: 1.6 },
    read: ({ valueAdded }, year) => divide(valueAdded[year][0], valueAdded[year][2]),
  },
  {
    ...{ check: "primary-over-secondary", what: "primary over secondary industry", unit: "1", column: "va_primary" },
    ...{ low: 0.001, high: 1.9 },
    read: ({ valueAdded }, year) => divide(valueAdded[year][0], valueAdded[year][1]),
  },
];

/** Growth over the five years. The tertiary industry fell by an eighth at most: years that were exchanged show there. */
export const GROWTH_BANDS: readonly GrowthBand[] = [
  {
    ...{ check: "value-added-growth", what: "value added", unit: "1", column: "va_secondary", low: 0.58, high: 2.4 },
    read: sumValueAdded,
  },
  {
    ...{
      check: "primary-growth",
      what: "the primary industry",
      unit: "1",
      column: "va_primary",
      low: 0.55,
      high: 2.75,
    },
    read: ({ valueAdded }, year) => valueAdded[year][0],
  },
  {
    ...{ check: "secondary-growth", what: "the secondary industry", unit: "1", column: "va_secondary" },
    ...{ low: 0.32, high: 2.75 },
    read: ({ valueAdded }, year) => valueAdded[year][1],
  },
  {
    ...{
      check: "tertiary-growth",
      what: "the tertiary industry",
      unit: "1",
      column: "va_tertiary",
      low: 0.85,
      high: 2.9,
    },
    read: ({ valueAdded }, year) => valueAdded[year][2],
  },
  {
    ...{ check: "population-growth", what: "population", unit: "1", column: "population", low: 0.72, high: 1.4 },
    read: ({ population }, year) => population[year],
  },
  {
    ...{ check: "co2-growth", what: "CO2", unit: "1", column: "co2_mt", low: 0.31, high: 3.6 },
    read: ({ co2 }, year) => co2[year],
  },
];
