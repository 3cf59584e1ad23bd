import { sum } from "../kernel/sum.ts";
import type { Facts, FactYear, PerYear } from "./facts.ts";

/** Household items of the provincial inventories. */
const HOUSEHOLD_ITEMS = [46, 47];
/** Sector whose products the split items buy: the key by which they are split. */
const FUEL_SECTOR = "11";
const TONNES = 1e6;

/** Emissions of one province by sector of the table, t CO₂. */
export interface ProvinceEmissions {
  /** N. */
  bySector: Float64Array;
  households: number;
  /** All items. */
  total: number;
}

/**
 * Carry the 47 inventory items to the sectors of the table. Items that cover several sectors are split by the
 * sectors' purchases of refined fuels in the national table of the same year.
 *
 * @returns By province code. Units: t CO₂.
 */
export function calcProvinceEmissions(facts: Facts, year: FactYear): Map<string, ProvinceEmissions> {
  const keys = calcItemKeys(facts, year);
  return new Map(
    facts.inventories.map(({ province, items }) => {
      const bySector = new Float64Array(facts.sectors.length);
      for (const [item, mt] of items[year])
        for (const [sector, share] of keys.get(item) ?? []) bySector[sector] += share * mt * TONNES;
      const households = TONNES * sum(HOUSEHOLD_ITEMS.map((item) => items[year].get(item) ?? 0));
      return [province, { bySector, households, total: sum(bySector) + households }];
    }),
  );
}

/** Item → sectors with their shares. */
function calcItemKeys({ items, sectors, national }: Facts, year: FactYear): Map<number, [number, number][]> {
  const index = new Map(sectors.map(({ code }, k) => [code, k]));
  const fuel = index.get(FUEL_SECTOR)!;
  const purchases = (k: number) => national[year].Z[fuel * sectors.length + k];
  return new Map(
    items.map(({ item, sectors: codes }) => {
      const targets = codes.map((code) => index.get(code)!);
      const total = sum(targets.map(purchases));
      const share = (k: number) => (targets.length === 1 ? 1 : purchases(k) / total);
      return [item, targets.map((k): [number, number] => [k, share(k)])];
    }),
  );
}

/** The city totals that are used, and those that are set aside, by city. */
export interface CityTotals {
  /** t CO₂ of both years, or `null` where the city inherits its province's intensities. */
  used: (PerYear<number> | null)[];
  /** Years in which a published total exceeds the share of its province's that is believed. */
  setAside: FactYear[][];
}

/**
 * City inventories are used where both years have one and neither is above `setAsideShare` of its province's; the only
 * city of a province needs none, its province's inventory is its own.
 */
export function selectCityTotals(
  cities: Facts["cities"],
  provinces: PerYear<ReadonlyMap<string, ProvinceEmissions>>,
  setAsideShare: number,
): CityTotals {
  const members = Map.groupBy(cities, ({ province }) => province);
  const setAside = cities.map(({ province, co2 }) =>
    ([2012, 2017] as const).filter((year) => {
      const total = co2[year];
      const alone = members.get(province)!.length === 1;
      return !alone && total !== null && total * TONNES > setAsideShare * provinces[year].get(province)!.total;
    }),
  );
  const used = cities.map(({ co2 }, c) => {
    const [first, last] = [co2[2012], co2[2017]];
    if (first === null || last === null || setAside[c].length > 0) return null;
    return { 2012: first * TONNES, 2017: last * TONNES };
  });
  return { used, setAside };
}
