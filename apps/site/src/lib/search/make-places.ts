import { type CitySummary, RENAMED_UNITS, type RunSummary } from "@tributary/core";
import { pinyin } from "pinyin-pro";
import { normalise } from "./match.ts";
import type { Place } from "./place.ts";

/** Readings that the dictionary gets wrong for names of places. */
const READINGS: Record<string, string[]> = { 喀什: ["ka", "shi"], 巴彦淖尔: ["ba", "yan", "nao", "er"] };

/** Syllables of a Chinese name without tones: "chang sha". */
const spell = (zh: string): string =>
  (READINGS[zh] ?? pinyin(zh, { toneType: "none", type: "array", nonZh: "removed" })).map(normalise).join(" ");

/** Codes and names of other years, which a search should find too. */
function listOthers(code: string | null): Pick<Place, "others"> {
  const others = RENAMED_UNITS.filter(({ now }) => now === code);
  if (others.length === 0) return {};
  const names = others.flatMap((unit) => [unit.code, unit.name.zh, unit.name.en]);
  return { others: names.filter((name) => name !== code) };
}

/** The index of places of a release: every city, then every unit that is not in the table. */
export function makePlaces(cities: readonly CitySummary[], leftOut: RunSummary["leftOut"]): Place[] {
  const provinces = new Map(cities.map((city) => [city.province.code.slice(0, 2), city.province.name]));
  const inTable = cities.map(
    (city): Place => ({
      code: city.code,
      path: `cities/${city.slug}/`,
      en: city.name.en,
      zh: city.name.zh,
      fullZh: city.fullNameZh,
      pinyin: spell(city.name.zh),
      province: city.province.name,
      reason: null,
      ...listOthers(city.code),
    }),
  );
  const outside = leftOut.map(
    (unit): Place => ({
      code: unit.code,
      path: null,
      en: unit.name.en,
      zh: unit.name.zh,
      fullZh: unit.name.zh,
      pinyin: spell(unit.name.zh),
      province: provinces.get(unit.code?.slice(0, 2) ?? "") ?? { en: "", zh: "" },
      reason: unit.reason,
      ...listOthers(unit.code),
    }),
  );
  return [...inTable, ...outside];
}
