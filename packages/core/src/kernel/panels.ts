import { ModelError } from "../errors.ts";
import type { Workspace } from "./operator.ts";
import { type MatrixView, PANEL_WIDTH, type PanelView } from "./panel-product.ts";

/**
 * Carry up to `PANEL_WIDTH` columns into a panel ordered sector, region, column.
 *
 * Shapes: `X` columns of R·N rows, region-major; `panel` N×R×PANEL_WIDTH. Columns beyond the last are zero.
 */
export function packPanel(X: Float64Array, first: number, R: number, N: number, panel: Float64Array): void {
  const n = R * N;
  const count = Math.min(PANEL_WIDTH, X.length / n - first);
  if (count < PANEL_WIDTH) panel.fill(0);
  for (let p = 0; p < count; p++) {
    const column = (first + p) * n;
    for (let r = 0; r < R; r++)
      for (let k = 0; k < N; k++) panel[(k * R + r) * PANEL_WIDTH + p] = X[column + r * N + k];
  }
}

/** The way back from `packPanel`; columns beyond the last are dropped. */
export function unpackPanel(panel: Float64Array, first: number, R: number, N: number, X: Float64Array): void {
  const n = R * N;
  const count = Math.min(PANEL_WIDTH, X.length / n - first);
  for (let p = 0; p < count; p++) {
    const column = (first + p) * n;
    for (let r = 0; r < R; r++)
      for (let k = 0; k < N; k++) X[column + r * N + k] = panel[(k * R + r) * PANEL_WIDTH + p];
  }
}

/** `into += panel`. */
export function addPanels(panel: Float64Array, into: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] += panel[i];
}

/** A panel that fills its array. */
export function wholePanel(data: Float64Array): PanelView {
  return { data, offset: 0, stride: PANEL_WIDTH };
}

export function makeWorkspace(takePanel: () => Float64Array): Workspace {
  return { b: takePanel(), z: takePanel(), r: takePanel(), d: takePanel(), Kd: takePanel() };
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
export function viewBlocks(data: Float64Array, size: number, transposed: boolean): MatrixView {
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
