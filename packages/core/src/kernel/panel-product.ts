/** Right-hand sides that travel together through every product: wide enough to reuse a loaded cell of A, small enough for cache. */
export const PANEL_WIDTH = 8;

/** Numbers of a panel or matrix: single precision where a solve is refined afterwards, double otherwise. */
export type Numbers = Float32Array | Float64Array;

/** A matrix inside a larger array: cell (i, j) stands at `offset + i·rowStride + j·columnStride`. */
export interface MatrixView {
  data: Numbers;
  offset: number;
  rowStride: number;
  columnStride: number;
  rows: number;
  columns: number;
}

/** Rows of neighbouring numbers inside a larger array: row i begins at `offset + i·stride`. */
export interface PanelView {
  data: Numbers;
  offset: number;
  stride: number;
}

/**
 * `out = M Z` for one panel.
 *
 * The reference of every faster kernel: four rows of M and four columns of Z at a time, so that each loaded number is
 * used four times.
 *
 * Shapes: `M` rows×columns, `Z` columns×width, `out` rows×width; `out` must not overlap `Z`.
 */
export function multiplyPanel(M: MatrixView, Z: PanelView, out: PanelView, width: number): void {
  const tiledRows = M.rows - (M.rows % 4);
  const tiled = width - (width % 4);
  for (let p = 0; p < tiled; p += 4) {
    for (let i = 0; i < tiledRows; i += 4) multiplyTile(M, i, Z, out, p);
    for (let i = tiledRows; i < M.rows; i++) for (let q = p; q < p + 4; q++) multiplyCell(M, i, Z, out, q);
  }
  for (let i = 0; i < M.rows; i++) for (let p = tiled; p < width; p++) multiplyCell(M, i, Z, out, p);
}

function multiplyTile(M: MatrixView, row: number, Z: PanelView, out: PanelView, p: number): void {
  const { data: m, rowStride, columnStride, columns } = M;
  const { data: z, stride } = Z;
  let a = M.offset + row * rowStride;
  let b = a + rowStride;
  let c = b + rowStride;
  let d = c + rowStride;
  let k = Z.offset + p;
  let a0 = 0,
    a1 = 0,
    a2 = 0,
    a3 = 0;
  let b0 = 0,
    b1 = 0,
    b2 = 0,
    b3 = 0;
  let c0 = 0,
    c1 = 0,
    c2 = 0,
    c3 = 0;
  let d0 = 0,
    d1 = 0,
    d2 = 0,
    d3 = 0;
  for (let j = 0; j < columns; j++) {
    const z0 = z[k],
      z1 = z[k + 1],
      z2 = z[k + 2],
      z3 = z[k + 3];
    const ma = m[a],
      mb = m[b],
      mc = m[c],
      md = m[d];
    a0 += ma * z0;
    a1 += ma * z1;
    a2 += ma * z2;
    a3 += ma * z3;
    b0 += mb * z0;
    b1 += mb * z1;
    b2 += mb * z2;
    b3 += mb * z3;
    c0 += mc * z0;
    c1 += mc * z1;
    c2 += mc * z2;
    c3 += mc * z3;
    d0 += md * z0;
    d1 += md * z1;
    d2 += md * z2;
    d3 += md * z3;
    a += columnStride;
    b += columnStride;
    c += columnStride;
    d += columnStride;
    k += stride;
  }
  const o = out.data;
  let at = out.offset + row * out.stride + p;
  o[at] = a0;
  o[at + 1] = a1;
  o[at + 2] = a2;
  o[at + 3] = a3;
  at += out.stride;
  o[at] = b0;
  o[at + 1] = b1;
  o[at + 2] = b2;
  o[at + 3] = b3;
  at += out.stride;
  o[at] = c0;
  o[at + 1] = c1;
  o[at + 2] = c2;
  o[at + 3] = c3;
  at += out.stride;
  o[at] = d0;
  o[at + 1] = d1;
  o[at + 2] = d2;
  o[at + 3] = d3;
}

function multiplyCell(M: MatrixView, row: number, Z: PanelView, out: PanelView, p: number): void {
  let a = M.offset + row * M.rowStride;
  let k = Z.offset + p;
  let sum = 0;
  for (let j = 0; j < M.columns; j++) {
    sum += M.data[a] * Z.data[k];
    a += M.columnStride;
    k += Z.stride;
  }
  out.data[out.offset + row * out.stride + p] = sum;
}
