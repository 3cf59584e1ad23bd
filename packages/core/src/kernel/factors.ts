import type { Gravity } from "./gravity.ts";
import type { Numbers } from "./panel-product.ts";

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
  /** `calcHomeBlocks` of these factors, R×N×N, where they are known already. */
  home?: Float64Array;
}

/** Trade as products run it: the gravity model, or each product's shares as a kernel of its own. */
export function listTrade(factors: Pick<Factors, "R" | "N" | "gravity"> & { T: readonly Numbers[] }): Gravity {
  if (factors.gravity) return factors.gravity;
  const { R, N, T } = factors;
  const ones = new Float64Array(N * R).fill(1);
  return { kernels: T, kernelOf: T.map((_, k) => k), supplier: ones, buyer: ones };
}

/** A number for each product and region, as a panel ordered region, sector, column. Shapes: N×R → R×N×width. */
export function expandRows<Panel extends Numbers>(
  values: Float64Array,
  R: number,
  N: number,
  width: number,
  panel: Panel,
): Panel {
  for (let r = 0, at = 0; r < R; r++)
    for (let k = 0; k < N; k++) for (let p = 0; p < width; p++, at++) panel[at] = values[k * R + r];
  return panel;
}
