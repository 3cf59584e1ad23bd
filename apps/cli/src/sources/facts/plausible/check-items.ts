import { FACT_YEARS, type FactYear, type ProvinceInventory } from "@tributary/core";
import type { CityRecord } from "../cities.ts";
import { INVENTORIES_FILE, type InventoryRecord } from "../inventories.ts";
import { sumValueAdded } from "./city-bands.ts";
import type { Doubts } from "./doubts.ts";
import { calcMedian } from "./median.ts";

/** Overlap `Σ √(p q)` of a province's shares of items in both years, 1 where they are equal: 0.97 to 1 as published. */
const LEAST_OVERLAP = 0.96;
/** CO₂ per value added over the median of the provinces: 0.3 (Beijing) to 3.9 (Ningxia). */
const INTENSITY = { low: 0.22, high: 4.5 };

/** Doubt inventories that are spread over the items unlike in the other year, or emit far more or less per value added than others. */
export function checkItems({ inventories, lineOf }: InventoryRecord, { cities }: CityRecord, doubts: Doubts): void {
  const [first, last] = FACT_YEARS;
  const place = (province: string, year: FactYear) => ({
    ...{ file: INVENTORIES_FILE, line: lineOf(province, 1), column: `co2_mt_${year}` },
  });
  for (const { province, items } of inventories) {
    const overlap = calcOverlap(items[first], items[last]);
    if (overlap < LEAST_OVERLAP)
      doubts.raise(
        { check: "items-of-years", of: province },
        place(province, last),
        `the items' shares of ${province} in ${first} and ${last} overlap at ${overlap.toPrecision(3)}: an item or a year may be another's`,
      );
  }
  for (const year of FACT_YEARS) {
    const intensities = inventories.map((inventory) => calcIntensity(inventory, cities, year));
    const usual = calcMedian(intensities.filter(Number.isFinite));
    for (const [k, { province }] of inventories.entries()) {
      const ratio = intensities[k] / usual;
      if (ratio < INTENSITY.low || ratio > INTENSITY.high)
        doubts.raise(
          { check: "province-intensity", of: province, year },
          place(province, year),
          `${province} emits ${ratio.toPrecision(3)} times as much per value added in ${year} as provinces usually do`,
        );
    }
  }
}

function calcOverlap(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  const scale = Math.sqrt(sum([...a.values()]) * sum([...b.values()]));
  return sum([...a].map(([item, mt]) => Math.sqrt(mt * (b.get(item) ?? 0)))) / scale;
}

function calcIntensity({ province, items }: ProvinceInventory, cities: CityRecord["cities"], year: FactYear): number {
  const own = cities.filter((city) => city.province === province);
  return sum([...items[year].values()]) / sum(own.map((city) => sumValueAdded(city, year)));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
