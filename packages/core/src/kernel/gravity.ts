import type { Numbers } from "./panel-product.ts";

/**
 * Trade shares as a gravity model leaves them: `T_k = diag(supplier_k) · K · diag(buyer_k)`, with one distance kernel K
 * for all products of a kind. Two kernels then stand for all products, and stay in the processor's cache.
 *
 * Shapes: kernels R×R; `supplier`, `buyer` N×R; `kernelOf` N, index of each product's kernel.
 */
export interface Gravity {
  kernels: readonly Numbers[];
  kernelOf: readonly number[];
  supplier: Float64Array;
  buyer: Float64Array;
  /** What regions take from themselves, N×R, where it is not what the kernels say. */
  home?: Float64Array;
  /** Buyers whose shares are not those of the model. */
  shifts?: readonly Shift[];
}

/** What buyer s takes of product k differently from a gravity model. Shapes: `shares` R, added to those of the model. */
export interface Shift {
  k: number;
  s: number;
  shares: Float64Array;
}

/** `d^{−θ}` for each θ asked for, computed once: products of one kind share it. Shapes: R×R. */
export function cacheDistanceKernels(distances: Float64Array): (friction: number) => Float64Array {
  const kernels = new Map<number, Float64Array>();
  return (friction) => {
    const known = kernels.get(friction) ?? distances.map((km) => km ** -friction);
    kernels.set(friction, known);
    return known;
  };
}

/**
 * The gravity model behind trade shares that sum to one: `buyer_k[s] = 1 / Σ_r supplier_k[r] d_rs^{−θ}`.
 *
 * The supplier factors alone determine the shares: buyers' factors follow from them.
 *
 * Shapes: `supplier` N×R, `distances` R×R, `friction` N.
 */
export function calcGravity(supplier: Float64Array, distances: Float64Array, friction: Float64Array): Gravity {
  const N = friction.length;
  const R = supplier.length / N;
  const kernelFor = cacheDistanceKernels(distances);
  const kernels = [...new Set(friction)].map(kernelFor);
  const kernelOf = Array.from(friction, (theta) => kernels.indexOf(kernelFor(theta)));
  const buyer = new Float64Array(N * R);
  for (let k = 0; k < N; k++) {
    const K = kernels[kernelOf[k]];
    const sums = buyer.subarray(k * R, (k + 1) * R);
    for (let r = 0; r < R; r++) for (let s = 0; s < R; s++) sums[s] += supplier[k * R + r] * K[r * R + s];
    for (let s = 0; s < R; s++) sums[s] = 1 / sums[s];
  }
  return { kernels, kernelOf, supplier, buyer };
}

/** The shares themselves, `T[k][r·R + s]`. Shapes: R×R for each product. */
export function expandShares(trade: Gravity): Float64Array[] {
  return trade.kernelOf.map((_, k) => expandProduct(trade, k));
}

/** The shares of product k, R×R. */
export function expandProduct({ kernels, kernelOf, supplier, buyer, home, shifts = [] }: Gravity, k: number) {
  const R = supplier.length / kernelOf.length;
  const K = kernels[kernelOf[k]];
  const T = new Float64Array(R * R);
  for (let r = 0; r < R; r++) {
    const from = supplier[k * R + r];
    for (let s = 0; s < R; s++) T[r * R + s] = from * K[r * R + s] * buyer[k * R + s];
  }
  if (home) for (let s = 0; s < R; s++) T[s * R + s] = home[k * R + s];
  for (const shift of shifts) if (shift.k === k) for (let r = 0; r < R; r++) T[r * R + shift.s] += shift.shares[r];
  return T;
}

/** What the model says of product k and buyer s, without shifts. Shapes: R. */
export function calcModelShares({ kernels, kernelOf, supplier, buyer, home }: Gravity, k: number, s: number) {
  const R = supplier.length / kernelOf.length;
  const K = kernels[kernelOf[k]];
  const to = buyer[k * R + s];
  const shares = Float64Array.from({ length: R }, (_, r) => supplier[k * R + r] * K[r * R + s] * to);
  if (home) shares[s] = home[k * R + s];
  return shares;
}

/** What each region takes of each product from itself, shifts included. Shapes: N×R. */
export function calcHomeShares({ kernels, kernelOf, supplier, buyer, home, shifts = [] }: Gravity): Float64Array {
  const R = supplier.length / kernelOf.length;
  const shares = home?.slice() ?? new Float64Array(supplier.length);
  if (!home)
    for (let k = 0, at = 0; k < kernelOf.length; k++) {
      const K = kernels[kernelOf[k]];
      for (let s = 0; s < R; s++, at++) shares[at] = supplier[at] * K[s * R + s] * buyer[at];
    }
  for (const { k, s, shares: added } of shifts) shares[k * R + s] += added[s];
  return shares;
}
