import { type CityFact, FACT_YEARS, type FactYear } from "@tributary/core";
import { CITIES_FILE, type CityRecord } from "../cities.ts";
import type { Doubts } from "./doubts.ts";
import { findOutliers } from "./median.ts";
import { PEER_GROWTHS, PEER_LEVELS, type PeerBand } from "./peer-bands.ts";

/** Doubt cities whose figures are far from the median of the other cities of their province. */
export function checkPeers({ cities, lines }: CityRecord, doubts: Doubts): void {
  const [first, last] = FACT_YEARS;
  const check = (band: PeerBand, read: (city: CityFact) => number | null, year?: FactYear) => {
    for (const city of cities) if (read(city) === null) doubts.skip(toDoubt(band, city, year));
    for (const { city, value, usual } of findOutliers(cities, read, band))
      doubts.raise(
        toDoubt(band, city, year),
        { file: CITIES_FILE, line: lines.lineOf(city.code), column: `${band.column}_${year ?? last}` },
        `${band.what} of ${city.code} ${city.name.en} ${year ? `in ${year}` : `of ${last} over ${first}`} is ${(value / usual).toPrecision(3)} times that of its province's other cities: no city is outside ${band.low} to ${band.high} times`,
      );
  };
  for (const band of PEER_LEVELS) for (const year of FACT_YEARS) check(band, (city) => band.read(city, year), year);
  for (const band of PEER_GROWTHS) check(band, (city) => grow(band.read(city, first), band.read(city, last)));
}

function toDoubt({ check }: PeerBand, { code }: CityFact, year: FactYear | undefined) {
  return { check, of: code, ...(year !== undefined && { year }) };
}

function grow(before: number | null, after: number | null): number | null {
  return before === null || after === null || before === 0 ? null : after / before;
}
