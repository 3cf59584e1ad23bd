import { solveMultipliers } from "@tributary/core";
import type { State } from "../baseline/state.ts";
import type { CellChange, PriceResponse } from "../lever.ts";

const TOLERANCE = 1e-11;

/**
 * Let buyers and consumers answer to charges on products: charges are passed on in full through the Leontief price
 * model, `Δpᵀ = qᵀ (I − A)⁻¹` with q the charge that each buyer pays directly; then trade shares follow
 * `T' ∝ T·p^{−σ}`, renormalised over origins, and demand for a product `f' = f·P^ε`, P its price over all origins.
 * Prices are 1 before; nothing answers twice, and the revenue is not spent again.
 *
 * @see Miller & Blair (2009), §2.6; Armington (1969), IMF Staff Papers 16(1); docs/method.md#levers
 */
export function applyPrices(state: State, changes: readonly CellChange[], response: PriceResponse): void {
  const { baseline } = state;
  const charge = new Float64Array(baseline.n);
  for (const { row, amount } of changes) charge[row] += amount;
  if (!charge.some((amount) => amount !== 0)) return;
  const raised = calcRaisedPrices(state, charge, response);
  const priceOf = (i: number, s: number) => {
    const paid = response.charged === "other-regions" && Math.floor(i / baseline.N) !== s ? charge[i] : 0;
    return 1 + raised[i] + paid;
  };
  if (response.demand !== 0 || response.sourcing !== 0) answerInDemand(state, priceOf, response);
  if (response.sourcing !== 0) answerInTrade(state, priceOf, response.sourcing);
}

/** Rise of each product's price where it is made, n [1]. */
function calcRaisedPrices(state: State, charge: Float64Array, { charged }: PriceResponse): Float64Array {
  const { A } = state;
  const direct = charged === "all-output" ? charge : calcBorderCharge(state, charge);
  return solveMultipliers(A, direct, { tolerance: TOLERANCE }).X;
}

/** What each sector pays on inputs from other regions per unit of its output, n [1]. */
function calcBorderCharge(state: State, charge: Float64Array): Float64Array {
  const { n, N, R } = state.baseline;
  const paid = new Float64Array(n);
  state.A.multiplyTransposed(charge, paid);
  for (let s = 0; s < R; s++)
    for (let i = 0; i < N; i++) {
      const own = charge[s * N + i] * state.share(i, s, s);
      if (own !== 0) for (let j = 0; j < N; j++) paid[s * N + j] -= own * state.technology(s, i, j);
    }
  return paid;
}

type PriceOf = (i: number, s: number) => number;

function answerInDemand(state: State, priceOf: PriceOf, { demand, sourcing }: PriceResponse): void {
  const { R, N } = state.baseline;
  for (let c = 0; c < R; c++) {
    const Y = state.openDemand(c);
    const before = state.demandByProduct(c);
    for (let k = 0; k < N; k++) {
      if (before[k] === 0) continue;
      const prices = Float64Array.from({ length: R }, (_, r) => priceOf(r * N + k, c));
      const after = before[k] * calcMeanPrice(Y, k, prices) ** demand;
      let weights = 0;
      for (let r = 0; r < R; r++) weights += Y[r * N + k] *= prices[r] ** -sourcing;
      for (let r = 0; r < R; r++) Y[r * N + k] *= after / weights;
    }
  }
}

/** Price of product k over its origins. Cells of inventories may be negative: they weigh by their size. */
function calcMeanPrice(Y: Float64Array, k: number, prices: Float64Array): number {
  const N = Y.length / prices.length;
  let [paid, bought] = [0, 0];
  for (const [r, price] of prices.entries()) {
    const size = Math.abs(Y[r * N + k]);
    paid += size * price;
    bought += size;
  }
  return paid / bought;
}

function answerInTrade(state: State, priceOf: PriceOf, sourcing: number): void {
  const { R, N } = state.baseline;
  for (let k = 0; k < N; k++) {
    const T = state.openShares(k);
    for (let s = 0; s < R; s++) {
      let total = 0;
      for (let r = 0; r < R; r++) total += T[r * R + s] *= priceOf(r * N + k, s) ** -sourcing;
      for (let r = 0; r < R; r++) T[r * R + s] /= total;
    }
  }
}
