import { calcDistance } from "@tributary/core";
import { CITIES_FILE, type CityRecord } from "../cities.ts";
import type { Doubts } from "./doubts.ts";

/** Kilometres from a city to the nearest of its province, or of the nation where it is a province by itself. */
const [FAR, FAR_ALONE] = [350, 120];
/** Of so many nearest cities one is of the same province. */
const NEAREST = 6;

/** Doubt coordinates that two cities share, or that lie outside their province. */
export function checkPlaces({ cities, lines }: CityRecord, doubts: Doubts): void {
  for (const city of cities) {
    const place = { file: CITIES_FILE, line: lines.lineOf(city.code), column: "lon" };
    const raise = (check: string, message: string) =>
      doubts.raise({ check, of: city.code }, place, `${city.code} ${city.name.en} ${message}`);
    const others = cities
      .filter((other) => other !== city)
      .map((other) => ({ other, km: calcDistance(city, other) }))
      .sort((a, b) => a.km - b.km);
    if (others[0]?.km === 0) raise("shared-place", `stands at the place of ${others[0].other.code}`);
    const own = others.filter(({ other }) => other.province === city.province);
    const [nearest] = own.length > 0 ? own : others;
    if (nearest && nearest.km > (own.length > 0 ? FAR : FAR_ALONE))
      raise(
        "far-place",
        `is ${Math.round(nearest.km)} km from ${nearest.other.code}, the nearest that it could be near`,
      );
    else if (own.length >= NEAREST && !others.slice(0, NEAREST).some(({ other }) => other.province === city.province))
      raise("foreign-place", `lies among cities of other provinces`);
  }
}
