import type { Gravity } from "./gravity.ts";

/**
 * What a requirements matrix is made of where trade is by product (Chenery-Moses): `A^{rs}_{ij} = T^{rs}_i a^s_{ij}`.
 *
 * Shapes: `T` one R×R for each of N products, `T[k][r·R + s]` share of product k that region s takes from r; `a` R×N×N,
 * `a[(s·N + i)·N + j]` use of product i per unit of output j in region s.
 */
export interface Factors {
  R: number;
  N: number;
  T: readonly Float64Array[];
  a: Float64Array;
  /** The gravity model that T was expanded from, where there is one: products then go through its few kernels. */
  gravity?: Gravity;
}
