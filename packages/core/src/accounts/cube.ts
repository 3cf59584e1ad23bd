import { fillOriginConsumer } from "./origin-consumer.ts";
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
  for (const X of [X00, X01, X10, X11]) checkLength("X", X, S0.length * R);
  const cube = allocateCube(R);
  fillCube(cube, { S0, S1, X00, X01, X10, X11 }, 0);
  return cube;
}

/** A cube of zeros, to be filled. Shapes: eight R×R. */
export function allocateCube(R: number): Cube {
  return Array.from({ length: 8 }, () => new Float64Array(R * R));
}

/** Outputs and intensities of some consumers. Shapes: `S` n; `X` n×m. */
export type BlockPair = Pick<YearPair, "S0" | "S1" | "X00" | "X01" | "X10" | "X11">;

/** The columns of {@link calcCube} for consumers from `first` on. @throws {ModelError} `shape-mismatch`. */
export function fillCube(cube: Cube, { S0, S1, X00, X01, X10, X11 }: BlockPair, first: number): void {
  for (const [s, S] of [S0, S1].entries())
    for (const [x, X] of [X00, X01, X10, X11].entries()) fillOriginConsumer(cube[4 * s + x], S, X, first);
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
export function restateCube(cube: Cube, pair: YearPair, crossings: Crossings, q: Float64Array): Cube {
  const restated = allocateRestated(cube);
  fillRestated(restated, pair, crossings, q, 0);
  return restated;
}

/** Outputs of a pair restated: `X01 = L⁰ (q̂⁻¹ Y¹)` and `qX10 = L¹ (q̂ Y⁰)`. */
export interface Crossings {
  X01: Float64Array;
  qX10: Float64Array;
}

/** The cube at other prices, to be filled: what both years emit for themselves does not depend on prices. */
export function allocateRestated(cube: Cube): Cube {
  return cube.map((matrix, at) => (at === 0 || at === 7 ? matrix : new Float64Array(matrix.length)));
}

/** The columns of {@link restateCube} for consumers from `first` on. @throws {ModelError} As there. */
export function fillRestated(
  restated: Cube,
  { S0, S1, X00, X11 }: Pick<YearPair, "S0" | "S1" | "X00" | "X11">,
  { X01, qX10 }: Crossings,
  q: Float64Array,
  first: number,
): void {
  const [atLast, atFirst] = [rescaleAmounts(S0, q), rescaleIntensity(S1, q)];
  const columns = [
    [S0, X01],
    [atLast, qX10],
    [atLast, X11],
    [atFirst, X00],
    [atFirst, X01],
    [S1, qX10],
  ] as const;
  for (const [at, [S, X]] of columns.entries()) fillOriginConsumer(restated[at + 1], S, X, first);
}

/** `Σ_k weights_k · matrices_k`; a weight of 0 skips its matrix. */
export function combine(matrices: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const sum = new Float64Array(matrices[0].length);
  matrices.forEach((matrix, k) => {
    if (weights[k] !== 0) for (let at = 0; at < sum.length; at++) sum[at] += weights[k] * matrix[at];
  });
  return sum;
}
