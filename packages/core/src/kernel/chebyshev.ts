import { ModelError } from "../errors.ts";
import type { FixedPoint, SlowDirections, Spectrum } from "./operator.ts";

export interface IterationOptions {
  /** Largest residual of a column over the largest entry of its right-hand side. */
  tolerance: number;
  maxRounds: number;
  /** A step that should leave no more than this, by how the residual fell before, is the last and goes unmeasured. */
  foresee?: number;
  /** Taken out by the first step, so that the interval is shorter. */
  slow?: SlowDirections;
}

/** Growth of the residual over its best value at which an iteration is given up. */
const GROWTH = 1e3;
/** Rounds after which an iteration is given up that would not settle within its limit at the rate of the last half of them. */
const FORESIGHT = 200;
/** The spectrum is an estimate: the interval is widened by this part of its length at either end. */
const MARGIN = 0.03;

type Outcome = "settled" | "grew" | "slow";

/**
 * Solve `z = K z + b(Y)` for one panel: Chebyshev iteration on the interval of K's spectrum, plain iteration if the
 * residual grows (a spectrum that is not real).
 *
 * `space.z` holds the solution afterwards. No inner products: panels are independent and threads never wait.
 *
 * @returns Rounds used.
 * @throws {ModelError} `not-productive` if plain iteration grows too; `not-converged` after `maxRounds`, or as soon as it will not
 *   settle within them.
 * @see Saad (2003), Iterative Methods for Sparse Linear Systems, §12.3
 */
export function iteratePanel(K: FixedPoint, Y: Float64Array, spectrum: Spectrum, options: IterationOptions): number {
  // A single column has no room for slow directions: it goes on the whole interval.
  const slow = K.width > 1 ? options.slow : undefined;
  const { low, high } = slow?.rest ?? spectrum;
  const pad = MARGIN * (high - low);
  const first = run(K, Y, [low - pad, Math.min(high + pad, (1 + high) / 2)], { ...options, slow });
  if (first.outcome === "settled") return first.rounds;
  const plain = run(K, Y, [0, 0], { ...options, slow: undefined });
  if (plain.outcome === "settled") return first.rounds + plain.rounds;
  if (plain.outcome === "grew") throw new ModelError("not-productive", "The residual grows.");
  throw new ModelError(
    "not-converged",
    `The residual would be above ${options.tolerance.toExponential(1)} after ${options.maxRounds} rounds.`,
  );
}

function run(
  K: FixedPoint,
  Y: Float64Array,
  [low, high]: [number, number],
  { tolerance, maxRounds, foresee = 0, slow }: IterationOptions,
): { outcome: Outcome; rounds: number } {
  const centre = 1 - (high + low) / 2;
  const half = (high - low) / 2;
  let rho = half / centre;
  K.load(Y);
  for (const panel of [K.space.z, K.space.d, K.space.Kd]) panel.fill(0);
  if (slow) K.leap?.(slow);
  let open = K.advance(0, 1 / centre);
  if (open <= tolerance) return { outcome: "settled", rounds: 0 };
  let [best, before, halfway] = [open, open, open];
  for (let round = 1; round <= maxRounds; round++) {
    if (K.conclude && open * (open / before) <= foresee) {
      K.conclude();
      return { outcome: "settled", rounds: round };
    }
    before = open;
    const next = half > 0 ? 1 / ((2 * centre) / half - rho) : 0;
    K.step();
    open = K.advance(next * rho, half > 0 ? (2 * next) / half : 1 / centre);
    if (open <= tolerance) return { outcome: "settled", rounds: round };
    if (!(open < best * GROWTH)) return { outcome: "grew", rounds: round };
    if (round === FORESIGHT / 2) halfway = best;
    best = Math.min(best, open);
    if (round === FORESIGHT && !willSettle(halfway, best, tolerance, maxRounds))
      return { outcome: "slow", rounds: round };
    rho = next;
  }
  return { outcome: "slow", rounds: maxRounds };
}

/** Whether the best residual reaches the tolerance in the rounds that are left, if it goes on to fall as it did. */
function willSettle(halfway: number, best: number, tolerance: number, maxRounds: number): boolean {
  const fall = Math.log(best / halfway) / (FORESIGHT / 2);
  return fall < 0 && Math.log(tolerance / best) / fall <= maxRounds - FORESIGHT;
}
