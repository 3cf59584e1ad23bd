import type { Reference } from "@tributary/core";

/**
 * China's gross domestic product, 10⁸ CNY at current prices, and CO₂ from fuel and cement, Mt: rounded, only to tell a unit
 * from one thirty times as large. Years between are those before.
 *
 * @see National Bureau of Statistics, China Statistical Yearbook; CEADs, national inventories
 */
const TOTALS: readonly (readonly [year: number, gdp: number, co2: number])[] = [
  [1997, 79_700, 2_900],
  [2002, 121_700, 3_500],
  [2007, 270_000, 6_300],
  [2010, 412_000, 7_900],
  [2012, 539_000, 9_100],
  [2015, 689_000, 9_300],
  [2017, 832_000, 9_300],
  [2020, 1_014_000, 9_900],
];

/** Published totals of China near a year, in 10⁴ CNY and t. */
export function findChinaTotals(year: number): Reference {
  const [, gdp, co2] = TOTALS.findLast(([known]) => known <= year) ?? TOTALS[0];
  return { valueAdded: gdp * 1e4, emissions: co2 * 1e6 };
}
