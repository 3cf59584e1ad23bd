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
  { seed, spread }: Pick<DrawTerms, "seed" | "spread">,
  n: number,
  first: number,
  end: number,
): Float64Array {
  const factors = new Float64Array((end - first) * n);
  for (let draw = first; draw < end; draw++) {
    const normals = openStream(seed, "intensity", draw).normals(n);
    const from = (draw - first) * n;
    for (let i = 0; i < n; i++) factors[from + i] = Math.exp(spread * normals[i]);
  }
  return factors;
}
