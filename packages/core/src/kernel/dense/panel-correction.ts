import { countProductNumbers, FactoredProduct } from "../factored-product.ts";
import { listTrade } from "../factors.ts";
import { makePanelEngine, type PanelEngine } from "../panel-engine.ts";
import { type Numbers, PANEL_WIDTH } from "../panel-product.ts";
import { type Correction, goFurther, WEIGHTS } from "./correction.ts";
import type { TableFit } from "./fit-table.ts";

/** The correction of one panel of eight columns, in single precision. */
export class PanelCorrection implements Correction {
  readonly #engine: PanelEngine;
  readonly #product: FactoredProduct;
  readonly #inverse: Numbers;
  readonly #transposed: boolean;
  readonly #fit: TableFit;
  readonly #residual: Numbers;
  readonly #x: Numbers;
  readonly #before: Numbers;
  readonly #between: Numbers;
  readonly #found: Numbers;

  constructor(fit: TableFit, transposed: boolean) {
    const { R, N, T, a, inverse } = fit;
    this.#fit = fit;
    this.#transposed = transposed;
    const panel = R * N * PANEL_WIDTH;
    const parts = { R, N, blocks: a, trade: listTrade({ R, N, T }), home: false, changed: new Set<number>() };
    const numbers = countProductNumbers(parts, PANEL_WIDTH) + inverse.length + 5 * panel;
    this.#engine = makePanelEngine(numbers * Float64Array.BYTES_PER_ELEMENT);
    const take = (length: number) => this.#engine.takeSingle(length);
    this.#product = new FactoredProduct(this.#engine, take, parts, PANEL_WIDTH, transposed);
    this.#inverse = take(inverse.length);
    this.#inverse.set(inverse);
    [this.#residual, this.#x, this.#before] = [take(panel), take(panel), take(panel)];
    [this.#between, this.#found] = [take(panel), take(panel)];
  }

  /** Shapes: `r`, `d` n×8, row after row. */
  turn(r: Float64Array, d: Numbers, keep: number, add: number): void {
    const [residual, between, found] = [this.#residual, this.#between, this.#found];
    let [x, before] = [this.#x, this.#before.fill(0)];
    residual.set(r);
    this.#applyInverse(residual, x);
    for (const weight of WEIGHTS) {
      this.#product.apply(x, between);
      for (let i = 0; i < between.length; i++) between[i] += residual[i];
      this.#applyInverse(between, found);
      goFurther(before, found, weight);
      [x, before] = [before, x];
    }
    for (let i = 0; i < d.length; i++) d[i] = keep * d[i] + add * x[i];
  }

  #applyInverse(z: Numbers, out: Numbers): void {
    const { R, N } = this.#fit;
    const [rowStride, columnStride] = this.#transposed ? [1, N] : [N, 1];
    const block = { data: this.#inverse, offset: 0, rowStride, columnStride, rows: N, columns: N };
    const from = { data: z, offset: 0, stride: PANEL_WIDTH };
    const to = { data: out, offset: 0, stride: PANEL_WIDTH };
    for (let s = 0; s < R; s++) {
      block.offset = s * N * N;
      from.offset = to.offset = s * N * PANEL_WIDTH;
      this.#engine.multiply(block, from, to, PANEL_WIDTH);
    }
  }
}
