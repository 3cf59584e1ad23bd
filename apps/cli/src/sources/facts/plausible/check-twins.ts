import { type CityFact, FACT_YEARS } from "@tributary/core";
import { CITIES_FILE, type CityRecord } from "../cities.ts";
import type { Doubts } from "./doubts.ts";

/** Two of 329 cities share one figure of ten now and then; none shares two. */
const BY_CHANCE = 1;

/** Doubt cities whose figures are those of another city. */
export function checkTwins({ cities, lines }: CityRecord, doubts: Doubts): void {
  const figures = cities.map(listFigures);
  for (const [c, city] of cities.entries())
    for (const [o, other] of cities.slice(0, c).entries()) {
      const equal = figures[c].filter((value, k) => value !== null && value !== 0 && value === figures[o][k]).length;
      if (equal > BY_CHANCE)
        doubts.raise(
          { check: "twin", of: city.code },
          { file: CITIES_FILE, line: lines.lineOf(city.code), column: "adcode" },
          `${equal} figures of ${city.code} ${city.name.en} are those of ${other.code} ${other.name.en}: one line may be a copy of the other`,
        );
    }
}

function listFigures({ valueAdded, population, co2 }: CityFact): (number | null)[] {
  return FACT_YEARS.flatMap((year) => [...valueAdded[year], population[year], co2[year]]);
}
