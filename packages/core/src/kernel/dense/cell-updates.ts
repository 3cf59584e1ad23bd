import type { Numbers } from "../panel-product.ts";

/** What is added to single cells of a matrix. Shapes: a number each a cell; `rows` and `columns` say which. */
export interface CellUpdates {
  rows: Int32Array;
  columns: Int32Array;
  amounts: Float64Array;
}

/**
 * `out += U Z`, or `Uᵀ Z`.
 *
 * Shapes: `Z`, `out` panels `[panel][row][width]` of n rows; columns are panels of width 1.
 */
export function addUpdates(
  { rows, columns, amounts }: CellUpdates,
  { n, width, transposed }: { n: number; width: number; transposed: boolean },
  Z: Numbers,
  out: Float64Array,
): void {
  const [to, from] = transposed ? [columns, rows] : [rows, columns];
  for (let panel = 0; panel < Z.length; panel += n * width)
    for (let cell = 0; cell < amounts.length; cell++) {
      const [source, target] = [panel + from[cell] * width, panel + to[cell] * width];
      for (let p = 0; p < width; p++) out[target + p] += amounts[cell] * Z[source + p];
    }
}
