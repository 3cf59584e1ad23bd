import { type OriginWeights, type SolveOptions, solveMultipliers } from "@tributary/core";
import type { Baseline } from "../baseline/baseline.ts";
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
export function applyPrices(
  state: State,
  changes: readonly CellChange[],
  response: PriceResponse,
  { tolerance = TOLERANCE }: SolveOptions = {},
): void {
  if (response.demand === 0 && response.sourcing === 0) return;
  const charge = new Float64Array(state.baseline.n);
  for (const { row, amount } of changes) charge[row] += amount;
  if (!charge.some((amount) => amount !== 0)) return;
  const raised = calcRaisedPrices(state, charge, response, tolerance);
  const paid = (i: number) => (response.charged === "other-regions" ? charge[i] : 0);
  const prices = { away: raised.map((rise, i) => 1 + rise + paid(i)), home: raised.map((rise) => 1 + rise) };
  const weights = { away: raise(prices.away, -response.sourcing), home: raise(prices.home, -response.sourcing) };
  state.answerDemand(weights, calcScale(state, prices, weights, response.demand));
  if (response.sourcing !== 0) state.weighTrade(weights);
}

/** Charges and the prices that followed: those of the same charges at another level are in proportion. */
const lastPrices = new WeakMap<Baseline, { direct: Float64Array; raised: Float64Array }>();

/** Rise of each product's price where it is made, n [1]. */
function calcRaisedPrices(
  state: State,
  charge: Float64Array,
  { charged }: PriceResponse,
  tolerance: number,
): Float64Array {
  const { A, baseline } = state;
  const direct = charged === "all-output" ? charge : calcBorderCharge(state, charge);
  // Quick answers only: an exact one must not depend, to the last bit, on what was asked before it.
  const last = tolerance > TOLERANCE ? lastPrices.get(baseline) : undefined;
  const level = last ? dot(direct, last.direct) / dot(last.direct, last.direct) : 0;
  const raised = solveMultipliers(A, direct, { tolerance, start: last?.raised.map((rise) => rise * level) }).X;
  lastPrices.set(baseline, { direct, raised });
  return raised;
}

/** What each sector pays on inputs from other regions per unit of its output, n [1]. */
function calcBorderCharge(state: State, charge: Float64Array): Float64Array {
  const { n, N, R, sourcing } = state.baseline;
  const buyers = sourcing.buyersOfRegion;
  const paid = new Float64Array(n);
  state.A.multiplyTransposed(charge, paid);
  for (let s = 0; s < R; s++) {
    const technology = state.technologyOf(s);
    for (let i = 0; i < N; i++) {
      if (charge[s * N + i] === 0) continue;
      for (let b = 0; b < buyers; b++) {
        const own = charge[s * N + i] * state.share(i, s, s * buyers + b);
        for (let j = b; j < N; j += buyers) paid[s * N + j] -= own * technology[i * N + j];
      }
    }
  }
  return paid;
}

/** What remains to be multiplied once origins are weighed, so that consumers buy `f·P^ε`. Shapes: → R×N. */
function calcScale(state: State, prices: OriginWeights, weights: OriginWeights, elasticity: number): Float64Array {
  const [bought, weighed] = [state.purchases(), state.sumOrigins(weights)];
  const level = state.averageOrigins(prices);
  // Purchases and sales from stock that cancel cannot be scaled to anything: they are left out.
  return bought.map((amount, at) => (amount === 0 ? 0 : (amount * level[at] ** elasticity) / weighed[at]));
}

function raise(values: Float64Array, power: number): Float64Array {
  return values.map((value) => value ** power);
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}
