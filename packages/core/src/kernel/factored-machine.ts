import type { Factors } from "./factors.ts";
import { calcHomeBlocks } from "./home-blocks.ts";
import type { Workspace } from "./operator.ts";
import { makePanelEngine, type PanelEngine } from "./panel-engine.ts";
import { PANEL_WIDTH, type PanelView } from "./panel-product.ts";
import { makeWorkspace, viewBlocks } from "./panels.ts";
import { countTradeNumbers, makeTradeProduct, type TradeProduct } from "./trade-product.ts";

/** Panels beside the workspace: one between trade and technology, one for a right-hand side. */
const SCRATCH_PANELS = 2;
const WORKSPACE_PANELS = 5;

/**
 * The factors of a table laid out where panel products run, with the products the solver is made of.
 *
 * Panels are ordered sector, region, column: a product's trade is one matrix product on neighbouring rows, a region's
 * technology one on evenly spaced rows.
 */
export class FactoredMachine {
  readonly R: number;
  readonly N: number;
  readonly space: Workspace;
  readonly scratch: Float64Array;
  readonly side: Float64Array;
  readonly #engine: PanelEngine;
  readonly #trade: TradeProduct;
  readonly #a: Float64Array;
  readonly #factors: Factors;
  #H: Float64Array | undefined;

  constructor(factors: Factors) {
    const { R, N, a } = factors;
    const panel = R * N * PANEL_WIDTH;
    this.R = R;
    this.N = N;
    this.#engine = makePanelEngine(
      countTradeNumbers(factors) + 2 * a.length + (WORKSPACE_PANELS + SCRATCH_PANELS) * panel,
    );
    const takePanel = () => this.#engine.take(panel);
    this.space = makeWorkspace(takePanel);
    this.scratch = takePanel();
    this.side = takePanel();
    this.#trade = makeTradeProduct(factors, this.#engine);
    this.#a = this.#keep(a);
    this.#factors = factors;
  }

  /** `out = T z`; `Tᵀ z` if transposed. */
  trade(z: Float64Array, out: Float64Array, transposed = false): void {
    this.#trade(z, out, transposed);
  }

  /** `out = a z`, region by region. */
  technology(z: Float64Array, out: Float64Array, transposed = false): void {
    this.#byRegion(this.#a, z, out, transposed);
  }

  /** `out = H z`. */
  home(z: Float64Array, out: Float64Array, transposed = false): void {
    this.#H ??= this.#keep(calcHomeBlocks(this.#factors));
    this.#byRegion(this.#H, z, out, transposed);
  }

  /** `out −= D z`: what a region buys from itself is in H already. */
  removeHome(z: Float64Array, out: Float64Array): void {
    const { R, N, T } = this.#factors;
    for (let k = 0; k < N; k++)
      for (let s = 0; s < R; s++) {
        const share = T[k][s * R + s];
        const at = (k * R + s) * PANEL_WIDTH;
        for (let p = 0; p < PANEL_WIDTH; p++) out[at + p] -= share * z[at + p];
      }
  }

  #byRegion(blocks: Float64Array, z: Float64Array, out: Float64Array, transposed: boolean): void {
    const { R, N } = this;
    const M = viewBlocks(blocks, N, transposed);
    const from: PanelView = { data: z, offset: 0, stride: R * PANEL_WIDTH };
    const to: PanelView = { data: out, offset: 0, stride: R * PANEL_WIDTH };
    for (let s = 0; s < R; s++) {
      M.offset = s * N * N;
      from.offset = to.offset = s * PANEL_WIDTH;
      this.#engine.multiply(M, from, to);
    }
  }

  #keep(values: Float64Array): Float64Array {
    const kept = this.#engine.take(values.length);
    kept.set(values);
    return kept;
  }
}
