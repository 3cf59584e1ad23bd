import { countProductNumbers, FactoredProduct } from "./factored-product.ts";
import { expandRows } from "./factors.ts";
import { calcHomeShares, type Gravity } from "./gravity.ts";
import type { FixedPoint, SlowDirections, Spectrum, Workspace } from "./operator.ts";
import { makePanelEngine, type PanelEngine } from "./panel-engine.ts";
import type { Numbers } from "./panel-product.ts";
import { addPanel, measureColumns, packPanel } from "./panels.ts";
import type { ProductParts } from "./product-parts.ts";
import { MOST } from "./slow-directions.ts";

/** Panels beside the product's: four of the workspace, and the home factors. */
const PANELS = 5;
const BYTES = Float64Array.BYTES_PER_ELEMENT;

/**
 * The fixed point of a factored table, in single precision: what it leaves open is measured in double and solved again.
 *
 * It holds home trade exactly. With `T = D + O` (home, other regions) and `H_s = (I − a_s D_s)⁻¹ a_s`:
 * `w = O H w + Y` and `x = w + D H w`; transposed, `m = Hᵀ Oᵀ m + S + Hᵀ D S`. Parts with home trade in their product are
 * the equation as it stands: more rounds, but no H to be calculated.
 */
export class FactoredFixedPoint implements FixedPoint {
  readonly n: number;
  readonly width: number;
  readonly accuracy = 5e-7;
  readonly space: Workspace;
  spectrum: Spectrum | undefined;
  readonly #engine: PanelEngine;
  readonly #product: FactoredProduct;
  readonly #room: Numbers;
  /** Home shares over buyers' factors; none where home trade is in the product. */
  #home: Numbers | undefined;
  #worn: Gravity | undefined;
  readonly #transposed: boolean;
  /** Steps, what K makes of them, and how much of each: slow directions in the engine's memory. */
  readonly #leap: { weights: Numbers; steps: Numbers; made: Numbers; amounts: Numbers };
  #known: SlowDirections | undefined;
  #sizes: Float64Array = new Float64Array();

  constructor(parts: ProductParts, width: number, transposed: boolean) {
    this.n = parts.R * parts.N;
    this.width = width;
    this.#transposed = transposed;
    const panel = this.n * width;
    const directions = MOST * this.n;
    const leap = width > 1 ? 3 * directions + MOST * width : 0;
    this.#engine = makePanelEngine((countProductNumbers(parts, width) + PANELS * panel + leap) * BYTES);
    const take = (length: number) => this.#engine.takeSingle(length);
    this.space = { z: take(panel), r: take(panel), d: take(panel), Kd: take(panel) };
    this.#product = new FactoredProduct(this.#engine, take, parts, width, transposed);
    this.#room = take(panel);
    const some = (length: number) => take(width > 1 ? length : 0);
    this.#leap = {
      weights: some(directions),
      steps: some(directions),
      made: some(directions),
      amounts: some(MOST * width),
    };
    this.#wearHome(parts);
  }

  /** Go on for another table with the same kernels. What was loaded is lost. */
  wear(parts: ProductParts, spectrum?: Spectrum): this {
    this.spectrum = spectrum;
    this.#product.wear(parts);
    this.#wearHome(parts);
    return this;
  }

  #wearHome({ R, N, trade, home }: ProductParts): void {
    if (home || trade === this.#worn) return;
    this.#worn = trade;
    const shares = calcHomeShares(trade);
    for (let at = 0; at < shares.length; at++) shares[at] /= trade.buyer[at];
    this.#home = expandRows(shares, R, N, this.width, this.#room);
  }

  load(Y: Float64Array): void {
    const { r, d, Kd } = this.space;
    this.#sizes = measureColumns(Y, this.n);
    packPanel(Y, this.n, this.width, r, this.#sizes);
    if (!this.#transposed || !this.#home) return;
    this.#engine.scale(this.#home, r, d);
    this.#product.applyBlocks(d, Kd);
    for (let i = 0; i < r.length; i++) r[i] += Kd[i];
  }

  leap(slow: SlowDirections): void {
    const { weights, steps, made, amounts } = this.#leap;
    if (slow !== this.#known) {
      weights.set(slow.weights);
      steps.set(slow.steps);
      made.set(slow.made);
      this.#known = slow;
    }
    const { n, width } = this;
    const rows = { offset: 0, rowStride: n, columnStride: 1, rows: slow.count, columns: n };
    const columns = { offset: 0, rowStride: 1, columnStride: n, rows: n, columns: slow.count };
    const panel = (data: Numbers) => ({ data, offset: 0, stride: width });
    this.#engine.multiply({ data: weights, ...rows }, panel(this.space.r), panel(amounts), width);
    this.#engine.multiply({ data: steps, ...columns }, panel(amounts), panel(this.space.d), width);
    this.#engine.multiply({ data: made, ...columns }, panel(amounts), panel(this.space.Kd), width);
  }

  step(): void {
    this.#product.apply(this.space.d, this.space.Kd);
  }

  advance(keep: number, add: number): number {
    return this.#engine.advance(this.space, keep, add);
  }

  conclude(): void {
    const { z, d } = this.space;
    for (let i = 0; i < z.length; i++) z[i] += d[i];
  }

  addTo(X: Float64Array): void {
    const { z, d } = this.space;
    if (!this.#transposed && this.#home) {
      this.#product.applyBlocks(z, d);
      this.#engine.scale(this.#home, d, d);
      for (let i = 0; i < z.length; i++) z[i] += d[i];
    }
    addPanel(z, this.n, this.width, this.#sizes, X);
  }
}
