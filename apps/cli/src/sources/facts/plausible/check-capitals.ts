import { FACT_YEARS } from "@tributary/core";
import { CITIES_FILE, type CityRecord } from "../cities.ts";
import { sumValueAdded } from "./city-bands.ts";
import type { Doubts } from "./doubts.ts";

/** The capital of a province has the first code of its cities (GB/T 2260). */
const CAPITAL = /^\d\d0100$/;
/** Rank of a capital in its province by value added: first in 19 of 27, third in Shandong (Jinan). */
const LOWEST_RANK = 3;

/** Doubt capitals that are small cities of their province: their figures may be another's. */
export function checkCapitals({ cities, lines }: CityRecord, doubts: Doubts): void {
  for (const city of cities.filter(({ code }) => CAPITAL.test(code)))
    for (const year of FACT_YEARS) {
      const size = sumValueAdded(city, year);
      const larger = cities.filter((other) => other.province === city.province && sumValueAdded(other, year) > size);
      if (larger.length >= LOWEST_RANK)
        doubts.raise(
          { check: "capital", of: city.code, year },
          { file: CITIES_FILE, line: lines.lineOf(city.code), column: `va_tertiary_${year}` },
          `${city.code} ${city.name.en}, a capital, is no. ${larger.length + 1} of its province by value added in ${year}: are these the figures of another city?`,
        );
    }
}
