import { solveSinkhorn } from "../kernel/balancing/sinkhorn.ts";
import { cacheDistanceKernels } from "../kernel/gravity.ts";
import type { Sector } from "../model/axes.ts";
import type { Settings } from "./settings.ts";

const ELECTRICITY = "25";
/** Goods are sectors 01-24 and gas (26); everything else but electricity trades like services. */
const LAST_GOOD = "24";
const GAS = "26";

/** Distance exponent of each product before the common scale, N. */
export function listFriction(sectors: readonly Sector[], settings: Settings): Float64Array {
  return Float64Array.from(sectors, ({ code }) => {
    if (code === ELECTRICITY) return settings.frictionElectricity;
    return code <= LAST_GOOD || code === GAS ? settings.frictionGoods : settings.frictionServices;
  });
}

/** What each city sells and buys of each product inside the country, R×N, 10⁴ CNY. */
export interface Markets {
  supply: Float64Array;
  use: Float64Array;
}

/** Factors of the gravity model. `supplier` alone determines the shares; `buyer` starts the next solve. N×R. */
export interface GravityFactors {
  supplier: Float64Array;
  buyer: Float64Array;
  /** Largest relative miss of a supplier's sales. */
  residual: number;
  rounds: number;
}

/**
 * Doubly constrained gravity, product by product: flows `f_r d_rs^{−θ} g_s` that exhaust every supply and meet every use.
 *
 * @throws {ModelError} As `solveSinkhorn`.
 * @see Wilson (1967), Transportation Research 1, 253-269; docs/open-estimate.md#trade
 */
export function balanceTrade(
  markets: Markets,
  distances: Float64Array,
  friction: Float64Array,
  tolerance: number,
  start?: GravityFactors,
): GravityFactors {
  const N = friction.length;
  const R = markets.supply.length / N;
  const supplier = new Float64Array(N * R);
  const buyer = new Float64Array(N * R);
  const kernelOf = cacheDistanceKernels(distances);
  let residual = 0;
  let rounds = 0;
  for (const theta of new Set(friction)) {
    const products = Array.from(friction.keys()).filter((k) => friction[k] === theta);
    const problems = products.map((k) => {
      const product = (values: Float64Array) => Float64Array.from({ length: R }, (_, r) => values[r * N + k]);
      return {
        u: product(markets.supply),
        v: product(markets.use),
        start: start?.buyer.subarray(k * R, (k + 1) * R),
      };
    });
    solveSinkhorn(kernelOf(theta), problems, { tolerance }).forEach((factors, at) => {
      supplier.set(factors.r, products[at] * R);
      buyer.set(factors.s, products[at] * R);
      residual = Math.max(residual, factors.residual);
      rounds = Math.max(rounds, factors.rounds);
    });
  }
  return { supplier, buyer, residual, rounds };
}
