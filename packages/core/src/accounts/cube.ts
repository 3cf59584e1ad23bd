import { calcOriginConsumer } from "./origin-consumer.ts";
import { rescaleAmounts, rescaleIntensity } from "./rescale-prices.ts";
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

/**
 * The eight matrices with year 1 at other prices, from the outputs at the prices of the pair: the index weighs intensities
 * instead of rescaling outputs, `Σ S_i (X_i / q_i) = Σ (S_i / q_i) X_i`.
 *
 * Shapes: `q` n, the other prices over those of the pair; `X01 = L⁰ (q̂⁻¹ Y¹)` and `qX10 = L¹ (q̂ Y⁰)` n×R. Units: as
 * {@link calcCube}.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite` as {@link rescaleAmounts}.
 * @see docs/method.md#mitigation
 */
export function restateCube(
  cube: Cube,
  { S0, S1, X00, X11, y0 }: YearPair,
  { X01, qX10 }: { X01: Float64Array; qX10: Float64Array },
  q: Float64Array,
): Cube {
  const [first, last] = [rescaleAmounts(S0, q), rescaleIntensity(S1, q)];
  const account = (S: Float64Array, X: Float64Array) => calcOriginConsumer(S, X, y0.length);
  return [
    cube[0],
    account(S0, X01),
    account(first, qX10),
    account(first, X11),
    account(last, X00),
    account(last, X01),
    account(S1, qX10),
    cube[7],
  ];
}

/** `Σ_k weights_k · matrices_k`; a weight of 0 skips its matrix. */
export function combine(matrices: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const sum = new Float64Array(matrices[0].length);
  matrices.forEach((matrix, k) => {
    if (weights[k] !== 0) for (let at = 0; at < sum.length; at++) sum[at] += weights[k] * matrix[at];
  });
  return sum;
}
