import type { Measure, TonneMeasure } from "../release/results.ts";
import { type Cube, combine } from "./cube.ts";
import { calcFootprint } from "./footprint.ts";
import { calcOriginConsumer } from "./origin-consumer.ts";
import { checkLength } from "./shapes.ts";

/** Cuts credited to each consumer, in its own city and elsewhere. R each; units by measure. */
export interface Mitigation {
  local: Float64Array;
  outsourced: Float64Array;
}

const [third, sixth] = [1 / 3, 1 / 6];

/**
 * W as weights of the cube's corners 000 001 010 011 · 100 101 110 111 (years of intensity, structure, demand).
 * A cut counts as positive, so year 1 enters with a minus.
 */
const WEIGHTS: Record<TonneMeasure, readonly number[]> = {
  "sda-polar": [0.5, 0, 0, 0.5, -0.5, 0, 0, -0.5],
  "sda-shapley": [third, sixth, sixth, third, -third, -sixth, -sixth, -third],
  // Intensity, and −½ (S⁰ ΔL Y¹ + S¹ ΔL Y⁰).
  "sda-with-structure": [0.5, 0.5, 0, 0, 0, 0, -0.5, -0.5],
  "frozen-intensity": [0, 0, 0, 1, 0, 0, 0, -1],
  absolute: [1, 0, 0, 0, 0, 0, 0, -1],
};

/**
 * Mitigation matrix of a measure in tonnes: `W[r,c] > 0` is a cut in r credited to consumer c.
 *
 * Shapes: R×R row-major. Units: t CO₂.
 *
 * @see Xia et al. (2024), Nature Cities 1(7); Dietzenbacher & Los (1998), Econ. Syst. Res. 10(4); docs/method.md#mitigation
 */
export function calcMitigationMatrix(cube: Cube, measure: TonneMeasure): Float64Array {
  return combine(cube, WEIGHTS[measure]);
}

/**
 * Local and outsourced mitigation of every consumer under any measure. NaN where a measure is undefined: `relative`
 * with nothing in the first year, `per-demand` without demand.
 *
 * Shapes: `y0`, `y1`, results R. Units: t CO₂; t CO₂ per 10⁴ CNY (`per-demand`); 1 (`relative`).
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see docs/method.md#mitigation
 */
export function calcMitigation(cube: Cube, measure: Measure, y0: Float64Array, y1: Float64Array): Mitigation {
  if (measure !== "per-demand" && measure !== "relative") return calcFootprint(calcMitigationMatrix(cube, measure));
  const [first, last] = [calcFootprint(cube[0]), calcFootprint(cube[7])];
  checkLength("y0", y0, first.local.length);
  checkLength("y1", y1, first.local.length);
  const compare = (a: Float64Array, b: Float64Array) =>
    measure === "relative"
      ? a.map((value, c) => 1 - divide(b[c], value))
      : a.map((value, c) => divide(value, y0[c]) - divide(b[c], y1[c]));
  return { local: compare(first.local, last.local), outsourced: compare(first.outsourced, last.outsourced) };
}

/**
 * Mitigation matrix of `sda-polar` straight from two solved states, without the crossings that other measures need.
 *
 * Shapes: `S0`, `S1` n; `X0`, `X1` n×R, consumer after consumer; result R×R row-major. Units: t CO₂.
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see docs/method.md#mitigation
 */
export function calcPolarMitigation(
  S0: Float64Array,
  S1: Float64Array,
  X0: Float64Array,
  X1: Float64Array,
  R: number,
): Float64Array {
  checkLength("S1", S1, S0.length);
  const halfFall = S0.map((intensity, i) => (intensity - S1[i]) / 2);
  return combine([calcOriginConsumer(halfFall, X0, R), calcOriginConsumer(halfFall, X1, R)], [1, 1]);
}

/** A rate over nothing is undefined, not infinite. */
function divide(a: number, b: number): number {
  return b === 0 ? Number.NaN : a / b;
}

/** The other side of W: cuts made here for others, those made elsewhere for here, and the difference. R each, t CO₂. */
export interface MitigationBalance {
  given: Float64Array;
  received: Float64Array;
  /** `given − received`: sums to zero over regions. */
  net: Float64Array;
}

/**
 * Given and received cuts of every region.
 *
 * Shapes: `W` R×R row-major; results R. Units: t CO₂.
 *
 * @throws {ModelError} `shape-mismatch` if `W` is not square.
 * @see docs/method.md#mitigation
 */
export function calcMitigationBalance(W: Float64Array): MitigationBalance {
  const { outsourced: received, forOthers: given } = calcFootprint(W);
  return { given, received, net: given.map((value, r) => value - received[r]) };
}
