import { ModelError } from "../errors.ts";
import { type MatrixView, type Numbers, PANEL_WIDTH, type PanelView } from "./panel-product.ts";
import { findLargest } from "./residual.ts";

/**
 * Carry up to `width` columns into a panel, side by side, each over its size.
 *
 * Shapes: `X` columns of n rows; `panel` n×width. Columns beyond the last are zero.
 */
export function packPanel(X: Float64Array, n: number, width: number, panel: Numbers, sizes?: Float64Array): void {
  const count = Math.min(width, X.length / n);
  if (count < width) panel.fill(0);
  for (let p = 0; p < count; p++) {
    const factor = sizes ? 1 / sizes[p] : 1;
    for (let i = 0, at = p, from = p * n; i < n; i++, at += width) panel[at] = X[from + i] * factor;
  }
}

/** The way back from `packPanel`; columns beyond the last are dropped. */
export function unpackPanel(panel: Numbers, n: number, width: number, X: Float64Array): void {
  const count = Math.min(width, X.length / n);
  for (let p = 0; p < count; p++) for (let i = 0, at = p, to = p * n; i < n; i++, at += width) X[to + i] = panel[at];
}

/** `X += panel`, each column times its size. */
export function addPanel(panel: Numbers, n: number, width: number, sizes: Float64Array, X: Float64Array): void {
  sizes.forEach((size, p) => {
    for (let i = 0, at = p, to = p * n; i < n; i++, at += width) X[to + i] += panel[at] * size;
  });
}

/** Largest absolute entry of each column; one where a column is zero throughout. */
export function measureColumns(X: Float64Array, n: number): Float64Array {
  return Float64Array.from({ length: X.length / n }, (_, c) => findLargest(X.subarray(c * n, (c + 1) * n)) || 1);
}

/** A panel that fills its array. */
export function wholePanel(data: Numbers, stride: number = PANEL_WIDTH): PanelView {
  return { data, offset: 0, stride };
}

/** @throws {ModelError} `shape-mismatch` unless `X` and `out` hold the same number of columns of `n` rows. */
export function checkColumns(n: number, X: Float64Array, out: Float64Array): void {
  if (X.length % n !== 0 || X.length !== out.length)
    throw new ModelError(
      "shape-mismatch",
      `A product with columns of ${n} rows was asked for ${X.length} numbers into ${out.length}.`,
    );
}

/** A row of square blocks, the first of them seen as it is or transposed. */
export function viewBlocks(data: Numbers, size: number, transposed: boolean): MatrixView {
  return {
    data,
    offset: 0,
    rowStride: transposed ? 1 : size,
    columnStride: transposed ? size : 1,
    rows: size,
    columns: size,
  };
}

/** Columns side by side, for one solve of them all. Shapes: n each → n×count. */
export function joinColumns(...columns: readonly Float64Array[]): Float64Array {
  const n = columns[0].length;
  const joined = new Float64Array(n * columns.length);
  columns.forEach((column, c) => {
    joined.set(column, c * n);
  });
  return joined;
}
