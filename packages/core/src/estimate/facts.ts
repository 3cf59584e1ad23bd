import type { Region, Sector } from "../model/axes.ts";
import type { FinalUse } from "../model/model.ts";

/** Years of the embedded facts: the first is the price base. */
export const FACT_YEARS = [2012, 2017] as const;
export type FactYear = (typeof FACT_YEARS)[number];

/** A figure for each of the two years. */
export type PerYear<T> = Readonly<Record<FactYear, T>>;

/** One prefecture-level unit; `null` = not published. */
export interface CityFact extends Region {
  fullNameZh: string;
  provinceZh: string;
  /** Primary, secondary, tertiary, 10⁸ CNY, current prices. */
  valueAdded: PerYear<readonly [number, number, number]>;
  /** 10⁴ persons. */
  population: PerYear<number | null>;
  /** Total of the city's own inventory, Mt CO₂. */
  co2: PerYear<number | null>;
  boundaryNote: string | null;
}

/** National competitive input-output table, 10⁴ CNY, producers' prices, current. N sectors. */
export interface NationalTable {
  /** N×N, row sells to column, row-major; imports not separated. */
  Z: Float64Array;
  /** N a use. */
  finalUse: Readonly<Record<FinalUse, Float64Array>>;
  exports: Float64Array;
  imports: Float64Array;
  /** Statistical discrepancy of the row, part of the total use; zero where the table has none. */
  balanceError: Float64Array;
  output: Float64Array;
}

/** Emissions of one province, Mt CO₂: 45 items of production in table order, then the two household items. */
export interface ProvinceInventory {
  province: string;
  /** Item number → Mt CO₂. */
  items: PerYear<ReadonlyMap<number, number>>;
}

/** Where an inventory item goes: one sector, several (split), or none (household direct emissions). */
export interface InventoryItem {
  item: number;
  name: string;
  /** Sector codes. */
  sectors: readonly string[];
}

/** Public figures from which the open estimate is built, checked row by row. */
export interface Facts {
  cities: readonly CityFact[];
  sectors: readonly Sector[];
  national: PerYear<NationalTable>;
  inventories: readonly ProvinceInventory[];
  items: readonly InventoryItem[];
  /** Price of each sector's product, last year over first [1]. */
  deflators: Float64Array;
}
