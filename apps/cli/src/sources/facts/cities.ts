import { type CityFact, FACT_YEARS, type FactYear, type PerYear } from "@tributary/core";
import type { IssueList } from "../issue-list.ts";
import type { NumberRule, TableRow } from "../table-row.ts";
import { readTextTable } from "../text-table.ts";
import { KeySet } from "./key-set.ts";
import { PROVINCE_FORM, PROVINCES } from "./provinces.ts";

/** Name of the file of cities. */
export const CITIES_FILE = "cities.csv";
const FILE = CITIES_FILE;
const PER_YEAR = ["va_primary", "va_secondary", "va_tertiary", "population", "co2_mt"] as const;
const NAMES = ["name_en", "name_zh", "full_name_zh", "province_zh"] as const;
/** Of the codes of provinces, only those of municipalities are cities too. */
const CITY_CODE = /^(11|12|31|50)0000$|^\d{2}(?!0000)\d{4}$/;
const LATIN = /^\p{Script=Latin}[\p{Script=Latin} .'’()-]*$/u;
const HAN = /^\p{Script=Han}[\p{Script=Han}·]*$/u;
const COLUMNS = [
  ...["adcode", ...NAMES, "province", "lon", "lat", "boundary_note"],
  ...FACT_YEARS.flatMap((year) => PER_YEAR.map((column) => `${column}_${year}`)),
];
/** Box around the mainland, degrees: a swapped or shifted point falls outside. */
const LON: NumberRule = { min: 73, max: 136, hint: "degrees east; are lon and lat swapped?" };
const LAT: NumberRule = { min: 3, max: 54, hint: "degrees north; are lon and lat swapped?" };

/** The cities, and on which line each code stands. */
export interface CityRecord {
  cities: CityFact[];
  lines: KeySet;
}

/**
 * Read the prefecture-level units.
 *
 * Units: value added 10⁸ CNY, population 10⁴ persons, CO₂ Mt.
 *
 * @returns The readable cities; `null` where the file cannot be read. Problems go to `issues`.
 */
export function readCities(folder: string, issues: IssueList): CityRecord | null {
  const table = readTextTable(folder, FILE, COLUMNS, issues);
  if (!table) return null;
  const lines = new KeySet("duplicate-city");
  return { cities: table.rows.flatMap((row) => parseCity(row, lines) ?? []), lines };
}

function parseCity(row: TableRow, seen: KeySet): CityFact | null {
  const code = row.code("adcode", CITY_CODE, "the six-digit code of a city");
  const province = parseProvince(row, code);
  const [en, zh, fullNameZh, provinceZh] = NAMES.map((column) =>
    column === "name_en" ? row.code(column, LATIN, "a name in Latin letters") : row.code(column, HAN, "a Chinese name"),
  );
  const lon = row.number("lon", LON);
  const lat = row.number("lat", LAT);
  const valueAdded = parseYears((year) => parseValueAdded(row, year));
  const population = parseYears((year) => row.optionalNumber(`population_${year}`, { sign: "positive" }));
  const co2 = parseYears((year) => row.optionalNumber(`co2_mt_${year}`, { sign: "positive" }));
  if (code === null || !seen.add(row, "adcode", code)) return null;
  if (province === null || en === null || zh === null || fullNameZh === null || provinceZh === null) return null;
  if (lon === null || lat === null || !isComplete(valueAdded)) return null;
  const boundaryNote = row.text("boundary_note") || null;
  return {
    code,
    name: { en, zh },
    province,
    lon,
    lat,
    fullNameZh,
    provinceZh,
    valueAdded,
    population,
    co2,
    boundaryNote,
  };
}

function parseProvince(row: TableRow, city: string | null): string | null {
  const province = row.requiredText("province");
  if (province === null) return null;
  if (!PROVINCES.has(province))
    return row.refuse("province", {
      code: "unknown-province",
      message: `"${province}" is not the code of a province`,
      hint: PROVINCE_FORM,
    });
  if (city !== null && city.slice(0, 2) !== province.slice(0, 2))
    return row.refuse("province", {
      code: "unknown-province",
      message: `${province} cannot hold the city ${city}`,
      hint: `the code of the city points to ${city.slice(0, 2)}0000`,
    });
  return province;
}

function parseValueAdded(row: TableRow, year: FactYear): [number, number, number] | null {
  const [primary, secondary, tertiary] = PER_YEAR.slice(0, 3).map((column) =>
    row.number(`${column}_${year}`, { sign: "not-negative" }),
  );
  if (primary === null || secondary === null || tertiary === null) return null;
  if (primary + secondary + tertiary > 0) return [primary, secondary, tertiary];
  return row.refuse(`va_primary_${year}`, {
    code: "no-value-added",
    message: `the three industries of ${year} add up to 0`,
    hint: "take the line out where nothing is published",
  });
}

function parseYears<T>(parse: (year: FactYear) => T): PerYear<T> {
  return Object.fromEntries(FACT_YEARS.map((year) => [year, parse(year)])) as PerYear<T>;
}

function isComplete<T>(years: PerYear<T | null>): years is PerYear<T> {
  return FACT_YEARS.every((year) => years[year] !== null);
}
