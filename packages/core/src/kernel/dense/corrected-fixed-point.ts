import type { FixedPoint } from "../operator.ts";
import { type Numbers, PANEL_WIDTH } from "../panel-product.ts";
import { addPanel, measureColumns, packPanel } from "../panels.ts";
import { findLargest } from "../residual.ts";
import { addUpdates, type CellUpdates } from "./cell-updates.ts";
import type { Correction } from "./correction.ts";
import type { DenseMatrix } from "./dense-matrix.ts";
import { type DenseProducts, FEW_COLUMNS, PANELS } from "./dense-products.ts";

/** A correction that leaves more than this of the residual is no better than none. */
const NO_HELP = 0.9;

/**
 * A dense table's equation, its residual corrected round by round by the fitted table's answer to it: `d = P r`, `x += d`,
 * `r −= d − A d`.
 *
 * A few columns go one beside the other, in double precision; more go in panels, whose products are in single precision
 * and whose residual is in double. Where the fit does not help, the residual itself takes the place of the correction.
 */
export class CorrectedFixedPoint implements FixedPoint {
  readonly n: number;
  readonly width: number;
  readonly accuracy: number;
  readonly space: { z: Float64Array; r: Float64Array; d: Numbers; Kd: Float64Array };
  readonly #products: DenseProducts;
  readonly #correction: Correction;
  readonly #transposed: boolean;
  /** Columns that stand side by side in a row. */
  readonly #panel: number;
  #count = 0;
  #sizes: Float64Array = new Float64Array();
  #before = Infinity;
  #next = { keep: 0, add: 1 };
  #helps = true;
  #updates: CellUpdates | undefined;

  constructor(
    matrix: DenseMatrix,
    products: DenseProducts,
    correction: Correction,
    transposed: boolean,
    columns: number,
  ) {
    const few = transposed || columns <= FEW_COLUMNS;
    this.n = matrix.n;
    this.width = few ? Math.min(columns, FEW_COLUMNS) : PANELS * PANEL_WIDTH;
    this.accuracy = few ? 1e-12 : 1e-8;
    this.#panel = few ? 1 : PANEL_WIDTH;
    this.#products = products;
    this.#correction = correction;
    this.#transposed = transposed;
    const size = this.n * this.width;
    const take = () => new Float64Array(size);
    this.space = {
      z: take(),
      r: take(),
      d: few ? take() : matrix.takeSingle(size),
      Kd: few ? take() : matrix.takeDouble(size),
    };
  }

  /** Solve with some cells being others, from now on. */
  wear(updates: CellUpdates | undefined): this {
    this.#updates = updates;
    return this;
  }

  load(Y: Float64Array): void {
    this.#sizes = measureColumns(Y, this.n);
    this.#count = Math.ceil(Y.length / (this.n * this.#panel));
    this.#before = Infinity;
    this.#helps = true;
    this.#eachPanel((panel, q) => {
      const first = q * this.#panel;
      const part = Y.subarray(first * this.n, (first + this.#panel) * this.n);
      packPanel(part, this.n, this.#panel, panel(this.space.r), this.#sizes.subarray(first, first + this.#panel));
    });
  }

  step(): void {
    this.#turn();
    const length = this.#count * this.n * this.#panel;
    const [d, Kd] = [this.space.d.subarray(0, length), this.space.Kd.subarray(0, length)];
    if (d instanceof Float64Array) this.#products.multiply(d, Kd, this.#transposed);
    else this.#products.multiplyPanels(d, Kd);
    if (this.#updates)
      addUpdates(this.#updates, { n: this.n, width: this.#panel, transposed: this.#transposed }, d, Kd);
  }

  /** The direction that follows is found at the next step: after the last there is none. */
  advance(keep: number, add: number): number {
    const { z, r, d, Kd } = this.space;
    const length = this.#count * this.n * this.#panel;
    for (let i = 0; i < length; i++) {
      z[i] += d[i];
      r[i] -= d[i] - Kd[i];
    }
    const open = findLargest(r.subarray(0, length));
    if (open > this.#before * NO_HELP) this.#helps = false;
    this.#before = open;
    this.#next = { keep, add };
    return open;
  }

  conclude(): void {
    this.#turn();
    const { z, d } = this.space;
    for (let i = 0; i < this.#count * this.n * this.#panel; i++) z[i] += d[i];
  }

  addTo(X: Float64Array): void {
    this.#eachPanel((panel, q) => {
      const first = q * this.#panel;
      const sizes = this.#sizes.subarray(first, first + this.#panel);
      addPanel(panel(this.space.z), this.n, this.#panel, sizes, X.subarray(first * this.n));
    });
  }

  /** `d = keep·d + add·P r`. */
  #turn(): void {
    const { r, d } = this.space;
    const { keep, add } = this.#next;
    const length = this.#count * this.n * this.#panel;
    if (!this.#helps) for (let i = 0; i < length; i++) d[i] = keep * d[i] + add * r[i];
    else if (this.#panel === 1) this.#correction.turn(r.subarray(0, length), d.subarray(0, length), keep, add);
    else this.#eachPanel((panel) => this.#correction.turn(panel(r), panel(d), keep, add));
  }

  #eachPanel(visit: (panel: <T extends Numbers>(values: T) => T, q: number) => void): void {
    const size = this.n * this.#panel;
    for (let q = 0; q < this.#count; q++)
      visit((values) => values.subarray(q * size, (q + 1) * size) as typeof values, q);
  }
}
