import { type Numbers, PANEL_WIDTH } from "../panel-product.ts";
import { checkColumns, packPanel, unpackPanel } from "../panels.ts";
import type { DenseMatrix } from "./dense-matrix.ts";
import { countRowItems, PARTS } from "./job.ts";

/** Up to this many columns a product is as fast as memory gives the matrix; more of them travel in panels. */
export const FEW_COLUMNS = 4;
/** Panels of a thread that travel together, so that a cell that was loaded is used often. */
export const PANELS = 5;
/** Rows of a slice of a product in panels, whole tiles of six: a block of their columns stays in the nearest cache. */
const ROWS = 24;

/** Products with a dense matrix in double precision, and in panels; keeps the room that they need. */
export class DenseProducts {
  readonly #matrix: DenseMatrix;
  readonly #kept = new Map<string, Float64Array>();

  constructor(matrix: DenseMatrix) {
    this.#matrix = matrix;
  }

  /** `out = A X`, or `Aᵀ X`. Shapes: columns of n. @throws {ModelError} `shape-mismatch`. */
  multiply(X: Float64Array, out: Float64Array, transposed: boolean): void {
    const { n } = this.#matrix;
    checkColumns(n, X, out);
    const together = transposed || X.length <= FEW_COLUMNS * n ? FEW_COLUMNS : PANELS * PANEL_WIDTH;
    for (let at = 0; at < X.length; at += together * n) {
      const [x, result] = [X.subarray(at, at + together * n), out.subarray(at, at + together * n)];
      if (transposed) this.#transposed(x, result);
      else if (together === FEW_COLUMNS) this.#rows(x, result);
      else this.#wide(x, result);
    }
  }

  /** `out = A Z` of panels `[panel][row][8]`; `out` and Z taken from the matrix. */
  multiplyPanels(Z: Numbers, out: Float64Array): void {
    const { n, cells, kernels } = this.#matrix;
    for (let from = 0; from < n; from += ROWS)
      kernels.multiplyPanels(cells, n, { from, to: Math.min(from + ROWS, n) }, Z, out);
  }

  #rows(X: Float64Array, out: Float64Array): void {
    const { n } = this.#matrix;
    const x = this.#double("x", X.length);
    const result = this.#double("result", X.length);
    x.set(X);
    this.#matrix.run({ kind: "multiply", items: countRowItems(n), x, out: result, count: 0 });
    out.set(result);
  }

  #transposed(X: Float64Array, out: Float64Array): void {
    const x = this.#double("x", X.length);
    const parts = this.#double("parts", PARTS * X.length);
    x.set(X);
    this.#matrix.run({ kind: "transposed", items: PARTS, x, out: parts, count: 0 });
    out.fill(0);
    for (let at = 0; at < parts.length; at += X.length) for (let i = 0; i < X.length; i++) out[i] += parts[at + i];
  }

  #wide(X: Float64Array, out: Float64Array): void {
    const { n } = this.#matrix;
    const panel = n * PANEL_WIDTH;
    const length = Math.ceil(X.length / panel) * panel;
    const Z = this.#double("wide", length);
    const result = this.#double("wide result", length);
    for (let at = 0; at < X.length; at += panel)
      packPanel(X.subarray(at, at + panel), n, PANEL_WIDTH, Z.subarray(at, at + panel));
    this.multiplyPanels(Z, result);
    for (let at = 0; at < X.length; at += panel)
      unpackPanel(result.subarray(at, at + panel), n, PANEL_WIDTH, out.subarray(at, at + panel));
  }

  /** The memory of a matrix only grows: what was taken is used again. */
  #double(name: string, length: number): Float64Array {
    const known = this.#kept.get(name);
    if (known && known.length >= length) return known.subarray(0, length);
    const taken = this.#matrix.takeDouble(length);
    this.#kept.set(name, taken);
    return taken;
  }
}
