import type { Axes } from "./axes.ts";

/**
 * One year of a table as somebody's files have it.
 *
 * Shapes: `Z` n×n row-major, row sells to column; `Y` and each final use n×R, consumer after consumer; `FY` R; all else
 * n. Units: flows 10⁴ CNY, emissions t CO₂.
 */
export interface DenseTable {
  year: number;
  axes: Axes;
  Z: Float64Array;
  Y: Float64Array;
  YByUse?: Readonly<Record<string, Float64Array>>;
  e: Float64Array;
  F: Float64Array;
  FY: Float64Array;
  v: Float64Array;
  /** Imported inputs, where known: else columns that import are reported as not balanced. */
  m?: Float64Array;
  /** Gross output where the table states it; otherwise the sum of the uses. */
  x?: Float64Array;
}
