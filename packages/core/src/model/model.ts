import type { RequirementsOperator } from "../kernel/operator.ts";
import { CARBON_DIOXIDE, type Stressor } from "../quantities/stressor.ts";
import type { Axes } from "./axes.ts";

/** Final uses of the national accounts, in the order of the tables. */
export const FINAL_USES = [
  "rural-households",
  "urban-households",
  "government",
  "capital-formation",
  "inventories",
] as const;
export type FinalUse = (typeof FINAL_USES)[number];

/**
 * One year of a multi-regional table, checked and ready to solve.
 *
 * Shapes: n = R·N rows, region-major; matrices n×R are stored consumer after consumer, `Y[c·n + i]`.
 * Units: flows in the unit of money of the table, 10⁴ CNY in the open estimate, in the stated price basis; emissions in that of their
 * stressor, t CO₂ in the open estimate.
 */
export interface Model {
  year: number;
  axes: Axes;
  /** Requirements A, CNY/CNY. */
  A: RequirementsOperator;
  /** Final demand by consumer, n×R; written out when it is first asked for where `demandOfConsumers` is there. */
  Y: Float64Array;
  /** The columns of Y from `first` up to, not including, `end`, where they need not all be in memory. */
  demandOfConsumers?: (first: number, end: number) => Float64Array;
  /** Final uses that the table tells apart; absent where it has only the sum. */
  finalUses?: readonly string[];
  /** The part of Y that is one final use, n×R. */
  demandOf?: (use: string) => Float64Array;
  /** `Σ_i w_i Y_ic` of one final use, R: sooner than from `demandOf` where a table can; `w` n. */
  weighUses?: (weights: Float64Array) => (use: string) => Float64Array;
  /** Foreign exports, n. */
  e: Float64Array;
  /** Foreign imports of each product used in the region, n; absent where a table does not have them. */
  m?: Float64Array;
  /** Gross output, n. */
  x: Float64Array;
  /** Value added, n. */
  v: Float64Array;
  /** Emissions, n: of the stressor that is shown first, in its unit. */
  F: Float64Array;
  /** Household direct emissions, R, likewise. */
  FY: Float64Array;
  /** Every stressor that is accounted, that of `F` first; absent where a table has one alone. */
  amounts?: readonly StressorAmounts[];
}

/** What production and households cause of one stressor, in its unit. Shapes: `F` n, `FY` R. */
export interface StressorAmounts {
  stressor: Stressor;
  F: Float64Array;
  FY: Float64Array;
}

/** Every stressor of a model, that of `F` first; a model that names none is of the open estimate. */
export function listAmounts({ amounts, F, FY }: Pick<Model, "amounts" | "F" | "FY">): readonly StressorAmounts[] {
  return amounts ?? [{ stressor: CARBON_DIOXIDE, F, FY }];
}

/** Columns of Y from `first` up to, not including, `end`. */
export function readDemand(model: Model, first: number, end: number): Float64Array {
  return model.demandOfConsumers?.(first, end) ?? model.Y.subarray(first * model.A.n, end * model.A.n);
}
