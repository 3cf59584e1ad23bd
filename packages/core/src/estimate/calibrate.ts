import { ModelError } from "../errors.ts";

export interface Calibration {
  /** Where the function meets its target. */
  at: number;
  /** Value found there. */
  value: number;
  evaluations: number;
}

/**
 * Find where a smooth, monotone and costly function meets a target: secant steps from two guesses.
 *
 * @throws {ModelError} `not-converged` if the target is not met within `tolerance` after `maxEvaluations`.
 */
export async function calibrate(
  evaluate: (at: number) => Promise<number>,
  target: number,
  [first, second]: readonly [number, number],
  tolerance: number,
  maxEvaluations = 12,
): Promise<Calibration> {
  let [before, at] = [first, second];
  let [valueBefore, value] = await Promise.all([evaluate(before), evaluate(at)]);
  for (let evaluations = 2; evaluations <= maxEvaluations; evaluations++) {
    if (Math.abs(value - target) <= tolerance) return { at, value, evaluations };
    const next = at + ((target - value) * (at - before)) / (value - valueBefore);
    if (!(next > 0)) break;
    [before, valueBefore] = [at, value];
    [at, value] = [next, await evaluate(next)];
  }
  throw new ModelError(
    "not-converged",
    `No common scale of friction gives an outsourced share of ${target}; the last was ${value} at ${at}.`,
  );
}
