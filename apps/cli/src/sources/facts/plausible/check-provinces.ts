import { FACT_YEARS, type FactYear, type ProvinceInventory } from "@tributary/core";
import { CITIES_FILE, type CityRecord } from "../cities.ts";
import { INVENTORIES_FILE, type InventoryRecord } from "../inventories.ts";
import { sumValueAdded } from "./city-bands.ts";
import type { Doubts } from "./doubts.ts";

/** CO₂ of a province's cities over the province's, both per value added: methods differ, but not by more. */
const CITIES_OVER_PROVINCE = [0.5, 1.95];
/** CO₂ of one city over that of its province, both per value added. */
const CITY_OVER_PROVINCE = [0.15, 6.6];
/** Part of a province's emissions that is in the same items as the nation's. */
const LEAST_ALIKE = 0.45;
/** Growth of a province's CO₂ over five years. */
const GROWTH = [0.75, 1.7];
/** A municipality is its one city. */
const SAME = 0.01;

/** Doubt provinces that do not fit their cities, the nation or themselves in the other year. */
export function checkProvinces({ inventories, lineOf }: InventoryRecord, cities: CityRecord, doubts: Doubts): void {
  const [first, last] = FACT_YEARS;
  for (const inventory of inventories) {
    const { province } = inventory;
    const place = (year: FactYear) => ({
      file: INVENTORIES_FILE,
      line: lineOf(province, 1),
      column: `co2_mt_${year}`,
    });
    for (const year of FACT_YEARS) {
      checkCities(inventory, cities, year, doubts);
      const alike = measureAlike(inventory, inventories, year);
      if (alike < LEAST_ALIKE)
        doubts.raise(
          { check: "province-items", of: province, year },
          place(year),
          `${Math.round(100 * alike)} % of the emissions of ${province} are in the items that the nation emits in: items may be shifted`,
        );
    }
    const growth = sumItems(inventory, last) / sumItems(inventory, first);
    if (growth < GROWTH[0] || growth > GROWTH[1])
      doubts.raise(
        { check: "province-growth", of: province },
        place(last),
        `emissions of ${province} in ${last} are ${growth.toPrecision(3)} times those of ${first}`,
      );
    if ([...inventory.items[first]].every(([item, value]) => value === inventory.items[last].get(item)))
      doubts.raise(
        { check: "mirrored-year", of: province },
        place(last),
        `${first} and ${last} of ${province} are the same`,
      );
  }
}

function checkCities(
  inventory: ProvinceInventory,
  { cities, lines }: CityRecord,
  year: FactYear,
  doubts: Doubts,
): void {
  const { province } = inventory;
  const own = cities.filter((city) => city.province === province);
  const counted = own.filter(({ co2 }) => co2[year] !== null);
  const total = sumItems(inventory, year);
  const intensity = total / sum(own.map((city) => sumValueAdded(city, year)));
  const emitted = sum(counted.map(({ co2 }) => co2[year]!));
  const ratio = emitted / sum(counted.map((city) => sumValueAdded(city, year))) / intensity;
  if (own.length === 1 && counted.length === 1 && Math.abs(emitted / total - 1) > SAME)
    doubts.raise(
      { check: "municipality", of: province, year },
      { file: CITIES_FILE, line: lines.lineOf(own[0].code), column: `co2_mt_${year}` },
      `${own[0].code} emits ${emitted} Mt in ${year}, its province, which is the same, ${total.toPrecision(5)} Mt`,
    );
  if (isOutside(ratio, CITIES_OVER_PROVINCE))
    doubts.raise(
      { check: "cities-of-province", of: province, year },
      { file: CITIES_FILE, column: `co2_mt_${year}` },
      `cities of ${province} emit ${ratio.toPrecision(3)} times as much per value added in ${year} as the province`,
    );
  for (const city of counted) {
    const own = city.co2[year]! / sumValueAdded(city, year) / intensity;
    if (isOutside(own, CITY_OVER_PROVINCE))
      doubts.raise(
        { check: "city-of-province", of: city.code, year },
        { file: CITIES_FILE, line: lines.lineOf(city.code), column: `co2_mt_${year}` },
        `${city.code} ${city.name.en} emits ${own.toPrecision(3)} times as much per value added in ${year} as its province`,
      );
  }
}

/** Sum over items of the smaller share, of the province and of the nation. */
function measureAlike(inventory: ProvinceInventory, all: readonly ProvinceInventory[], year: FactYear): number {
  const total = sumItems(inventory, year);
  const ofNation = sum(all.map((each) => sumItems(each, year)));
  return sum(
    [...inventory.items[year]].map(([item, value]) =>
      Math.min(value / total, sum(all.map(({ items }) => items[year].get(item) ?? 0)) / ofNation),
    ),
  );
}

const isOutside = (value: number, [low, high]: readonly number[]) => value < low || value > high;
const sumItems = ({ items }: ProvinceInventory, year: FactYear) => sum([...items[year].values()]);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
