import { countProductNumbers, FactoredProduct, type ProductParts } from "./factored-product.ts";
import { expandRows } from "./factors.ts";
import type { FixedPoint, Workspace } from "./operator.ts";
import { makePanelEngine, type PanelEngine } from "./panel-engine.ts";
import type { Numbers } from "./panel-product.ts";
import { addPanel, measureColumns, packPanel } from "./panels.ts";

/** Panels beside the product's: four of the workspace, and the home factors. */
const PANELS = 5;
const BYTES = Float64Array.BYTES_PER_ELEMENT;

/**
 * The fixed point of a factored table, in single precision: what it leaves open is measured in double and solved again.
 *
 * It holds home trade exactly. With `T = D + O` (home, other regions) and `H_s = (I − a_s D_s)⁻¹ a_s`:
 * `w = O H w + Y` and `x = w + D H w`; transposed, `m = Hᵀ Oᵀ m + S + Hᵀ D S`.
 */
export class FactoredFixedPoint implements FixedPoint {
  readonly n: number;
  readonly width: number;
  readonly accuracy = 5e-7;
  readonly space: Workspace;
  readonly #engine: PanelEngine;
  readonly #product: FactoredProduct;
  readonly #home: Numbers;
  readonly #transposed: boolean;
  #sizes: Float64Array = new Float64Array();

  constructor(parts: ProductParts, width: number, transposed: boolean) {
    const { R, N, trade } = parts;
    this.n = R * N;
    this.width = width;
    this.#transposed = transposed;
    const panel = this.n * width;
    this.#engine = makePanelEngine((countProductNumbers(parts, width) + PANELS * panel) * BYTES);
    const take = (length: number) => this.#engine.takeSingle(length);
    this.space = { z: take(panel), r: take(panel), d: take(panel), Kd: take(panel) };
    this.#product = new FactoredProduct(this.#engine, take, parts, width, transposed);
    this.#home = expandRows(calcHomeFactors(trade, R), R, N, width, take(panel));
  }

  load(Y: Float64Array): void {
    const { r, d, Kd } = this.space;
    this.#sizes = measureColumns(Y, this.n);
    packPanel(Y, this.n, this.width, r, this.#sizes);
    if (!this.#transposed) return;
    this.#engine.scale(this.#home, r, d);
    this.#product.applyBlocks(d, Kd);
    for (let i = 0; i < r.length; i++) r[i] += Kd[i];
  }

  step(): void {
    this.#product.apply(this.space.d, this.space.Kd);
  }

  advance(keep: number, add: number): number {
    return this.#engine.advance(this.space, keep, add);
  }

  addTo(X: Float64Array): void {
    const { z, d } = this.space;
    if (!this.#transposed) {
      this.#product.applyBlocks(z, d);
      this.#engine.scale(this.#home, d, d);
      for (let i = 0; i < z.length; i++) z[i] += d[i];
    }
    addPanel(z, this.n, this.width, this.#sizes, X);
  }
}

/** Home shares over buyers' factors, which stand in the blocks. Shapes: N×R. */
function calcHomeFactors(
  { kernels, kernelOf, supplier, buyer, shifts = [] }: ProductParts["trade"],
  R: number,
): Float64Array {
  const home = supplier.map((factor, at) => {
    const s = at % R;
    return factor * kernels[kernelOf[Math.floor(at / R)]][s * R + s];
  });
  for (const { k, s, shares } of shifts) home[k * R + s] += shares[s] / buyer[k * R + s];
  return home;
}
