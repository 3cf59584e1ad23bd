import { openStream } from "@tributary/core";
import type { DrawTerms } from "./spreads.ts";

/**
 * Lognormal factors on the intensity of every origin sector, median 1, independent of one another. A draw is the same
 * wherever it is made, and meets baseline and scenario alike: what is off in both cancels in their difference.
 *
 * Shapes: n each, draw after draw from `first` up to, not including, `end`.
 *
 * @see docs/method.md#levers
 */
export function drawFactors(
  { seed, spreads }: Pick<DrawTerms, "seed" | "spreads">,
  n: number,
  first: number,
  end: number,
): Float64Array {
  const factors = new Float64Array((end - first) * n);
  for (let draw = first; draw < end; draw++)
    factors.set(drawLognormal(n, spreads.intensity, seed, "intensity", draw), (draw - first) * n);
  return factors;
}

/** Lognormal factors of median 1, those of the stream that has this name. */
export function drawLognormal(
  length: number,
  spread: number,
  seed: number,
  ...name: readonly (string | number)[]
): Float64Array {
  const factors = openStream(seed, ...name).normals(length);
  for (let i = 0; i < length; i++) factors[i] = Math.exp(spread * factors[i]);
  return factors;
}
