import { FACT_YEARS, type FactYear, type PerYear, type ProvinceInventory, type Sector } from "@tributary/core";
import type { IssueList } from "../issue-list.ts";
import { CITIES_FILE, type CityRecord } from "./cities.ts";
import { INVENTORIES_FILE } from "./inventories.ts";
import type { NationalRecord } from "./national-table.ts";

/** A factor that no statistic explains: above it, somebody slipped a unit. */
const SLIP = 30;
/** A city can report more than its province (methods differ), but not several times as much. */
const CITY_OVER_PROVINCE = 3;
/** 10⁴ CNY in 10⁸ CNY. */
const TABLE_UNIT = 1e-4;
const INDUSTRIES = ["primary", "secondary", "tertiary"] as const;

/** Refuse figures whose order of magnitude gives away another unit: thousands for millions, tonnes for megatonnes. */
export function checkMagnitudes(
  facts: {
    cities: CityRecord;
    sectors: readonly Sector[];
    national: PerYear<NationalRecord>;
    inventories: readonly ProvinceInventory[];
  },
  issues: IssueList,
): void {
  const { sectors, national, inventories } = facts;
  const { cities } = facts.cities;
  for (const year of FACT_YEARS)
    for (const [k, industry] of INDUSTRIES.entries()) {
      const ofCities = sum(cities, ({ valueAdded }) => valueAdded[year][k]);
      const ofNation =
        TABLE_UNIT * sum(sectors.keys(), (i) => (sectors[i].industry === industry ? national[year].valueAdded[i] : 0));
      compare(
        `${CITIES_FILE}:va_${industry}_${year}`,
        ofCities,
        ofNation,
        "the cities add up to",
        "the national table, 10⁸ CNY",
        issues,
      );
    }
  const totals = FACT_YEARS.map((year) => sum(inventories, (inventory) => sumItems(inventory, year)));
  compare(
    `${INVENTORIES_FILE}:co2_mt_${FACT_YEARS[1]}`,
    totals[1],
    totals[0],
    "the provinces add up to",
    `${FACT_YEARS[0]}, Mt`,
    issues,
  );
  for (const inventory of inventories) checkCities(inventory, facts.cities, issues);
  checkGrowth(facts.cities, issues);
}

/** No city grows thirtyfold in the period, or shrinks to a thirtieth: one of the two years is in another unit. */
function checkGrowth({ cities, lines }: CityRecord, issues: IssueList): void {
  const [first, last] = FACT_YEARS;
  for (const { code, name, valueAdded, population, co2 } of cities)
    for (const [column, what, read] of [
      ["va_tertiary", "value added", (year: FactYear) => sum(valueAdded[year], Number)],
      ["population", "population", (year: FactYear) => population[year]],
      ["co2_mt", "CO2", (year: FactYear) => co2[year]],
    ] as const) {
      const [before, after] = [read(first), read(last)];
      if (before === null || after === null || isPlausible(after / before)) continue;
      issues.error(
        { file: CITIES_FILE, line: lines.lineOf(code), column: `${column}_${last}` },
        {
          code: "unit-slip",
          message: `${what} of ${code} ${name.en} went from ${before} to ${after} in the period`,
          hint: `a factor above ${SLIP} is another unit in one of the two years`,
        },
      );
    }
}

function isPlausible(factor: number): boolean {
  return factor <= SLIP && factor >= 1 / SLIP;
}

function checkCities(inventory: ProvinceInventory, { cities, lines }: CityRecord, issues: IssueList): void {
  for (const year of FACT_YEARS) {
    const ofProvince = sumItems(inventory, year);
    for (const { code, name, province, co2 } of cities)
      if (province === inventory.province && (co2[year] ?? 0) > CITY_OVER_PROVINCE * ofProvince)
        issues.error(
          { file: CITIES_FILE, line: lines.lineOf(code), column: `co2_mt_${year}` },
          {
            code: "unit-slip",
            message: `${code} ${name.en} emits ${co2[year]} Mt, its province ${ofProvince.toPrecision(5)} Mt`,
            hint: "the column is in Mt CO2",
          },
        );
  }
}

function compare(where: string, value: number, reference: number, what: string, than: string, issues: IssueList): void {
  const factor = value / reference;
  if (isPlausible(factor)) return;
  const [file, column] = where.split(":");
  issues.error(
    { file, column },
    {
      code: "unit-slip",
      message: `${what} ${value.toPrecision(5)}, ${factor.toPrecision(3)} times ${reference.toPrecision(5)} of ${than}`,
      hint: `a factor above ${SLIP} is another unit: value added is in 10⁸ CNY, CO2 in Mt`,
    },
  );
}

function sumItems({ items }: ProvinceInventory, year: (typeof FACT_YEARS)[number]): number {
  return sum(items[year].values(), (value) => value);
}

function sum<T>(values: Iterable<T>, of: (value: T) => number): number {
  let total = 0;
  for (const value of values) total += of(value);
  return total;
}
