import { PANEL_WIDTH } from "./panel-product.ts";

/**
 * Carry up to `PANEL_WIDTH` columns into a panel ordered sector, region, column: then a product's trade is one matrix
 * product on neighbouring rows, and a region's technology one on evenly spaced rows.
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
