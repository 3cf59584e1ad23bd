import { ModelError } from "../errors.ts";
import { makePanelEngine, type PanelEngine } from "./panel-engine.ts";
import { type Numbers, PANEL_WIDTH } from "./panel-product.ts";

/** Rows that are summed in single precision before they are added in double: small cells are not lost beside large ones. */
const BLOCK = 256;

/**
 * The columns of a matrix summed under many weightings of its rows, `out[w·m + c] = Σ_i W[w·n + i] X[c·n + i]`: one pass
 * over the columns for every {@link PANEL_WIDTH} weightings. What a weighting gives does not depend on its neighbours.
 *
 * Rows that are zero in every column cost nothing. Shapes: `X` n×m, column after column. Products in single precision
 * where that is faster, to about seven digits of the largest cell of a block.
 */
export class WeightedSums {
  readonly n: number;
  readonly m: number;
  /** Rows that are not zero throughout. */
  readonly #rows: readonly number[];
  readonly #engine: PanelEngine;
  readonly #X: Numbers;
  readonly #W: Numbers;
  readonly #sums: Numbers;

  /** @throws {ModelError} `shape-mismatch`. */
  constructor(X: Float64Array, n: number) {
    if (n === 0 || X.length % n !== 0)
      throw new ModelError("shape-mismatch", `A matrix of ${X.length} cells is not made of columns of ${n}.`);
    this.n = n;
    this.m = X.length / n;
    this.#rows = listRows(X, n);
    const used = this.#rows.length;
    this.#engine = makePanelEngine((used * this.m + (used + this.m) * PANEL_WIDTH) * 8);
    this.#X = this.#engine.takeSingle(used * this.m);
    this.#W = this.#engine.takeSingle(used * PANEL_WIDTH);
    this.#sums = this.#engine.takeSingle(this.m * PANEL_WIDTH);
    for (let c = 0; c < this.m; c++) for (let k = 0; k < used; k++) this.#X[c * used + k] = X[c * n + this.#rows[k]];
  }

  /**
   * The sums under each weighting.
   *
   * Shapes: `W` n×w, weighting after weighting; result m×w.
   *
   * @throws {ModelError} `shape-mismatch`.
   */
  multiply(W: Float64Array): Float64Array {
    const { n, m } = this;
    if (W.length % n !== 0)
      throw new ModelError("shape-mismatch", `${W.length} weights are not weightings of ${n} rows.`);
    const count = W.length / n;
    const out = new Float64Array(m * count);
    for (let first = 0; first < count; first += PANEL_WIDTH) {
      const width = Math.min(PANEL_WIDTH, count - first);
      this.#load(W.subarray(first * n, (first + width) * n), width);
      const sums = this.#multiplyPanel();
      for (let p = 0; p < width; p++) for (let c = 0; c < m; c++) out[(first + p) * m + c] = sums[c * PANEL_WIDTH + p];
    }
    return out;
  }

  #load(W: Float64Array, width: number): void {
    for (const [k, i] of this.#rows.entries())
      for (let p = 0; p < PANEL_WIDTH; p++) this.#W[k * PANEL_WIDTH + p] = p < width ? W[p * this.n + i] : 0;
  }

  #multiplyPanel(): Float64Array {
    const total = new Float64Array(this.m * PANEL_WIDTH);
    const used = this.#rows.length;
    for (let from = 0; from < used; from += BLOCK) {
      const X = {
        data: this.#X,
        offset: from,
        rowStride: used,
        columnStride: 1,
        rows: this.m,
        columns: Math.min(BLOCK, used - from),
      };
      const W = { data: this.#W, offset: from * PANEL_WIDTH, stride: PANEL_WIDTH };
      this.#engine.multiply(X, W, { data: this.#sums, offset: 0, stride: PANEL_WIDTH }, PANEL_WIDTH);
      for (let at = 0; at < total.length; at++) total[at] += this.#sums[at];
    }
    return total;
  }
}

function listRows(X: Float64Array, n: number): number[] {
  const isUsed = new Uint8Array(n);
  for (let at = 0; at < X.length; at++) if (X[at] !== 0) isUsed[at % n] = 1;
  return Array.from(isUsed.keys()).filter((i) => isUsed[i] === 1);
}
