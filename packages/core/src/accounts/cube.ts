import { calcOriginConsumer } from "./origin-consumer.ts";
import { checkLength } from "./shapes.ts";

/**
 * Intensities and driven output of two years at constant prices of year 0. `X_ab = L^a Y^b`.
 *
 * Shapes: `S` n; `X` n×R, consumer after consumer; `y` R, final demand of each consumer.
 * Units: t CO₂ per 10⁴ CNY; 10⁴ CNY.
 */
export interface YearPair {
  S0: Float64Array;
  S1: Float64Array;
  X00: Float64Array;
  X11: Float64Array;
  X01: Float64Array;
  X10: Float64Array;
  y0: Float64Array;
  y1: Float64Array;
}

/**
 * The eight origin × consumer matrices `S^s L^l Y^y` of two years, at index `4s + 2l + y`: all measures of mitigation and
 * the three-factor decompositions are sums of these.
 */
export type Cube = readonly Float64Array[];

/**
 * Calculate the eight matrices once, for all measures and causes.
 *
 * Shapes: eight R×R, row-major. Units: t CO₂.
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see docs/method.md#mitigation
 */
export function calcCube({ S0, S1, X00, X01, X10, X11, y0, y1 }: YearPair): Cube {
  const R = y0.length;
  checkLength("y1", y1, R);
  checkLength("S1", S1, S0.length);
  return [S0, S1].flatMap((S) => [X00, X01, X10, X11].map((X) => calcOriginConsumer(S, X, R)));
}

/** `Σ_k weights_k · matrices_k`; a weight of 0 skips its matrix. */
export function combine(matrices: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const sum = new Float64Array(matrices[0].length);
  matrices.forEach((matrix, k) => {
    if (weights[k] !== 0) for (let at = 0; at < sum.length; at++) sum[at] += weights[k] * matrix[at];
  });
  return sum;
}
