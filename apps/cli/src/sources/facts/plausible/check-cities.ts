import { type CityFact, FACT_YEARS, type FactYear } from "@tributary/core";
import { CITIES_FILE, type CityRecord } from "../cities.ts";
import { type Band, GROWTH_BANDS, YEAR_BANDS } from "./city-bands.ts";
import type { Doubts } from "./doubts.ts";
import { KNOWN_UNITS } from "./known-units.ts";

/** Doubt cities whose figures cannot belong together, or to the name that they stand under. */
export function checkCities({ cities, lines }: CityRecord, doubts: Doubts): void {
  const place = (city: CityFact, column: string) => ({ file: CITIES_FILE, line: lines.lineOf(city.code), column });
  for (const city of cities) {
    for (const band of YEAR_BANDS)
      for (const year of FACT_YEARS)
        checkBand(
          city,
          band,
          band.read(city, year),
          `in ${year} is`,
          year,
          place(city, `${band.column}_${year}`),
          doubts,
        );
    const [first, last] = FACT_YEARS;
    for (const band of GROWTH_BANDS) {
      const [before, after] = [band.read(city, first), band.read(city, last)];
      const growth = before === null || after === null || before === 0 ? null : after / before;
      checkBand(
        city,
        band,
        growth,
        `of ${last} over ${first} is`,
        undefined,
        place(city, `${band.column}_${last}`),
        doubts,
      );
    }
    checkMirrored(city, place(city, `va_primary_${last}`), doubts);
    checkNames(city, place(city, "full_name_zh"), doubts);
  }
}

type Place = Parameters<Doubts["raise"]>[1];

function checkBand(
  { code, name }: CityFact,
  { check, what, unit, low, high }: Band,
  value: number | null,
  when: string,
  year: FactYear | undefined,
  place: Place,
  doubts: Doubts,
): void {
  const doubt = { check, of: code, ...(year !== undefined && { year }) };
  if (value === null) doubts.skip(doubt);
  if (value === null || (value >= low && value <= high)) return;
  const range = `${low} to ${high}${unit === "1" ? "" : ` ${unit}`}`;
  const message = `${what} of ${code} ${name.en} ${when} ${value.toPrecision(3)}: no city is outside ${range}`;
  doubts.raise(doubt, place, message);
}

/** No figure of one year is the other's to the last digit. */
function checkMirrored({ code, name, valueAdded, population, co2 }: CityFact, place: Place, doubts: Doubts): void {
  const [first, last] = FACT_YEARS;
  const pairs = [
    ...valueAdded[first].map((value, k) => [value, valueAdded[last][k]]),
    [population[first], population[last]],
    [co2[first], co2[last]],
  ];
  if (pairs.every(([before, after]) => before === null || before === 0 || before !== after)) return;
  doubts.raise(
    { check: "mirrored-year", of: code },
    place,
    `a figure of ${code} ${name.en} is the same in ${first} and ${last}: one year may be a copy of the other`,
  );
}

function checkNames({ code, name, fullNameZh }: CityFact, place: Place, doubts: Doubts): void {
  const known = KNOWN_UNITS.get(code);
  if (known && known.fullNameZh === fullNameZh && known.en === name.en && fullNameZh.startsWith(name.zh)) return;
  const wanted = known ? `${code} is ${known.fullNameZh} ${known.en}` : `no prefecture-level unit has the code ${code}`;
  doubts.raise({ check: "name", of: code }, place, `${fullNameZh} ${name.zh} ${name.en}: ${wanted}`);
}
