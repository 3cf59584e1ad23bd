import type { CityFact, FactYear } from "@tributary/core";
import { sumValueAdded } from "./city-bands.ts";

/** A figure of a city, and the factors of the median of its province's other cities that it can be at. */
export interface PeerBand {
  check: string;
  what: string;
  column: string;
  low: number;
  high: number;
  read(city: CityFact, year: FactYear): number | null;
}

const divide = (a: number | null, b: number | null) => (a === null || b === null || b === 0 ? null : a / b);

/**
 * Levels. Neighbours are more alike than the nation is, so these bands see a factor of ten that `YEAR_BANDS` cannot: value added per person is
 * 0.33 to 4.5 times the median, CO₂ per secondary value added 0.13 to 6.4. Sizes only exclude factors of hundreds.
 */
export const PEER_LEVELS: readonly PeerBand[] = [
  {
    ...{ check: "peers-per-person", what: "value added per person", column: "population", low: 0.3, high: 4.6 },
    read: (city, year) => divide(sumValueAdded(city, year), city.population[year]),
  },
  {
    ...{ check: "peers-industry-co2", what: "CO2 per secondary value added", column: "co2_mt", low: 0.12, high: 6.5 },
    read: (city, year) => divide(city.co2[year], city.valueAdded[year][1]),
  },
  {
    ...{ check: "peers-co2-per-person", what: "CO2 per person", column: "co2_mt", low: 0.14, high: 15 },
    read: (city, year) => divide(city.co2[year], city.population[year]),
  },
  {
    ...{ check: "peers-size", what: "value added", column: "va_secondary", low: 0.1, high: 25 },
    read: sumValueAdded,
  },
];

/**
 * Growth, last year over first. A province's cities share its trend: services grew at 0.67 to 1.41 times it. In nearly all cities services
 * outgrew industry, so an exchange of the two in both years shows in the growth of their ratio, 0.5 to 3.1 times the province's.
 */
export const PEER_GROWTHS: readonly PeerBand[] = [
  {
    ...{ check: "peers-tertiary-growth", what: "the tertiary industry", column: "va_tertiary", low: 0.65, high: 1.5 },
    read: ({ valueAdded }, year) => valueAdded[year][2],
  },
  {
    ...{ check: "peers-growth", what: "value added", column: "va_secondary", low: 0.58, high: 1.6 },
    read: sumValueAdded,
  },
  {
    ...{ check: "peers-turn", what: "tertiary over secondary industry", column: "va_tertiary", low: 0.52, high: 3.3 },
    read: ({ valueAdded }, year) => divide(valueAdded[year][2], valueAdded[year][1]),
  },
];
