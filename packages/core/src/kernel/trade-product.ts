import type { Factors } from "./factors.ts";
import type { Gravity } from "./gravity.ts";
import type { PanelEngine } from "./panel-engine.ts";
import { type MatrixView, PANEL_WIDTH } from "./panel-product.ts";
import { viewBlocks, wholePanel } from "./panels.ts";

/** `out = T z` product by product, or `Tᵀ z`. Panels are ordered sector, region, column. */
export type TradeProduct = (z: Float64Array, out: Float64Array, transposed: boolean) => void;

/** Room that a trade product takes in its engine. */
export function countTradeNumbers({ R, T, gravity }: Factors): number {
  return gravity ? gravity.kernels.length * R * R + R * PANEL_WIDTH : T.length * R * R;
}

/** Trade from the gravity model where there is one, else from the shares cell by cell. */
export function makeTradeProduct(factors: Factors, engine: PanelEngine): TradeProduct {
  return factors.gravity ? fromGravity(factors.gravity, factors.R, engine) : fromShares(factors, engine);
}

function fromShares({ R, N, T }: Factors, engine: PanelEngine): TradeProduct {
  const shares = engine.take(N * R * R);
  T.forEach((share, k) => {
    shares.set(share, k * R * R);
  });
  return (z, out, transposed) => {
    const M = viewBlocks(shares, R, transposed);
    const [from, to] = [wholePanel(z), wholePanel(out)];
    for (let k = 0; k < N; k++) {
      M.offset = k * R * R;
      from.offset = to.offset = k * R * PANEL_WIDTH;
      engine.multiply(M, from, to);
    }
  };
}

function fromGravity({ kernels, kernelOf, supplier, buyer }: Gravity, R: number, engine: PanelEngine): TradeProduct {
  const kept = kernels.map((kernel) => {
    const K = engine.take(kernel.length);
    K.set(kernel);
    return K;
  });
  const scaled = engine.take(R * PANEL_WIDTH);
  return (z, out, transposed) => {
    const [before, after] = transposed ? [supplier, buyer] : [buyer, supplier];
    const views = kept.map((K): MatrixView => viewBlocks(K, R, transposed));
    const [from, to] = [wholePanel(scaled), wholePanel(out)];
    kernelOf.forEach((kernel, k) => {
      to.offset = k * R * PANEL_WIDTH;
      scaleRows(z, to.offset, before, k * R, scaled, 0, R);
      engine.multiply(views[kernel], from, to);
      scaleRows(out, to.offset, after, k * R, out, to.offset, R);
    });
  };
}

/** Each row of a product's panel times its region's factor. */
function scaleRows(
  from: Float64Array,
  fromOffset: number,
  factors: Float64Array,
  first: number,
  to: Float64Array,
  toOffset: number,
  R: number,
): void {
  for (let r = 0; r < R; r++) {
    const factor = factors[first + r];
    const at = r * PANEL_WIDTH;
    for (let p = at; p < at + PANEL_WIDTH; p++) to[toOffset + p] = factor * from[fromOffset + p];
  }
}
