import { ModelError } from "../errors.ts";
import type { FixedPoint } from "./operator.ts";
import { PANEL_WIDTH } from "./panel-product.ts";
import type { Spectrum } from "./spectrum.ts";

export interface IterationOptions {
  /** Largest residual of a column over the largest entry of its right-hand side. */
  tolerance: number;
  maxRounds: number;
}

/** Growth of the residual over its best value at which an iteration is given up. */
const GROWTH = 1e3;
/** The spectrum is an estimate: the interval is widened by this part of its length at either end. */
const MARGIN = 0.03;

type Outcome = "settled" | "grew" | "slow";

/**
 * Solve `z = K z + b` for one panel: Chebyshev iteration on the interval of K's spectrum, plain iteration if the
 * residual grows (a spectrum that is not real).
 *
 * Reads `space.b`; `space.z` holds the solution afterwards. No inner products: panels are independent and threads never wait.
 *
 * @returns Rounds used.
 * @throws {ModelError} `not-productive` if plain iteration grows too; `not-converged` after `maxRounds`; `not-finite`
 *   if `b` has a gap.
 * @see Saad (2003), Iterative Methods for Sparse Linear Systems, §12.3
 */
export function iteratePanel(K: FixedPoint, spectrum: Spectrum, options: IterationOptions): number {
  const targets = calcTargets(K.space.b, options.tolerance);
  const pad = MARGIN * (spectrum.high - spectrum.low);
  const [low, high] = [spectrum.low - pad, Math.min(spectrum.high + pad, (1 + spectrum.high) / 2)];
  const first = run(K, targets, [low, high], options.maxRounds);
  if (first.outcome === "settled") return first.rounds;
  const plain = run(K, targets, [0, 0], options.maxRounds);
  if (plain.outcome === "settled") return first.rounds + plain.rounds;
  if (plain.outcome === "grew")
    throw new ModelError(
      "not-productive",
      `The residual grows: the table uses up more than it makes (spectral radius about ${spectrum.radius.toFixed(4)}).`,
    );
  throw new ModelError(
    "not-converged",
    `The residual is above ${options.tolerance} after ${plain.rounds} rounds (spectral radius about ${spectrum.radius.toFixed(4)}).`,
  );
}

function run(
  K: FixedPoint,
  targets: Float64Array,
  [low, high]: [number, number],
  maxRounds: number,
): { outcome: Outcome; rounds: number } {
  const { b, z, r, d, Kd } = K.space;
  const centre = 1 - (high + low) / 2;
  const half = (high - low) / 2;
  let rho = half > 0 ? half / centre : 0;
  z.fill(0);
  r.set(b);
  for (let i = 0; i < d.length; i++) d[i] = b[i] / centre;
  let best = calcExcess(r, targets);
  if (best <= 1) return { outcome: "settled", rounds: 0 };
  for (let round = 1; round <= maxRounds; round++) {
    K.step(d, Kd);
    for (let i = 0; i < z.length; i++) {
      z[i] += d[i];
      r[i] -= d[i] - Kd[i];
    }
    const excess = calcExcess(r, targets);
    if (excess <= 1) return { outcome: "settled", rounds: round };
    if (!(excess < best * GROWTH)) return { outcome: "grew", rounds: round };
    best = Math.min(best, excess);
    const next = half > 0 ? 1 / ((2 * centre) / half - rho) : 0;
    const keep = next * rho;
    const add = half > 0 ? (2 * next) / half : 1 / centre;
    for (let i = 0; i < d.length; i++) d[i] = keep * d[i] + add * r[i];
    rho = next;
  }
  return { outcome: "slow", rounds: maxRounds };
}

/** Per column, the residual at which it counts as settled. */
function calcTargets(b: Float64Array, tolerance: number): Float64Array {
  const largest = calcLargest(b);
  if (!largest.every(Number.isFinite)) throw new ModelError("not-finite", "The right-hand side has a gap.");
  return largest.map((value) => value * tolerance);
}

/** The worst column's residual over its target; 0 where a column is zero throughout. */
function calcExcess(r: Float64Array, targets: Float64Array): number {
  const largest = calcLargest(r);
  let excess = 0;
  for (let p = 0; p < PANEL_WIDTH; p++) {
    if (Number.isNaN(largest[p])) return Number.NaN;
    if (largest[p] > 0) excess = Math.max(excess, largest[p] / targets[p]);
  }
  return excess;
}

/** Largest absolute entry of each column; NaN where the column has a gap. */
function calcLargest(panel: Float64Array): Float64Array {
  const largest = new Float64Array(PANEL_WIDTH);
  for (let i = 0; i < panel.length; i += PANEL_WIDTH)
    for (let p = 0; p < PANEL_WIDTH; p++) {
      const value = Math.abs(panel[i + p]);
      if (value > largest[p] || Number.isNaN(value)) largest[p] = value;
    }
  return largest;
}
