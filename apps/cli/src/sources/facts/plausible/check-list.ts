import type { CityFact } from "@tributary/core";
import { CITIES_FILE, type CityRecord } from "../cities.ts";
import type { Doubts } from "./doubts.ts";
import { KNOWN_UNITS } from "./known-units.ts";

/** Doubt a list that lacks a unit, whose part of the nation the others would get, and provinces under another's name. */
export function checkList({ cities, lines }: CityRecord, doubts: Doubts): void {
  const codes = new Set(cities.map(({ code }) => code));
  for (const [code, { fullNameZh, en }] of KNOWN_UNITS)
    if (!codes.has(code))
      doubts.raise(
        { check: "missing-city", of: code },
        { file: CITIES_FILE },
        `${code} ${fullNameZh} ${en} is missing`,
      );
  for (const city of cities) {
    const other = cities.find((each) => (each.province === city.province) !== (each.provinceZh === city.provinceZh));
    if (!other) continue;
    const place = { file: CITIES_FILE, line: lines.lineOf(city.code), column: "province_zh" };
    doubts.raise({ check: "province-name", of: city.code }, place, `${tell(city)}; ${tell(other)}`);
  }
}

const tell = ({ code, province, provinceZh }: CityFact): string => `province ${province} of ${code} is ${provinceZh}`;
