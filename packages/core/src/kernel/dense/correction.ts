import type { Numbers } from "../panel-product.ts";

/**
 * A good guess of the solution that a residual asks for: that of the fitted table, in which home trade is exact.
 *
 * `x ← G (r + O a x)` a few times over, each time a little further, O trade between regions, `G = (I − A^{ss})⁻¹`;
 * transposed `m ← Gᵀ (r + aᵀ Oᵀ m)`.
 */
export interface Correction {
  /** `d = keep·d + add·x`, x the guess for `r`. */
  turn(r: Float64Array, d: Numbers, keep: number, add: number): void;
}

/** Rounds of trade between regions that one correction follows. */
const ROUNDS = 4;
/** Half of the interval in which most of its spectrum lies, whatever the table: Chebyshev's weights stay a contraction outside. */
const HALF = 0.35;

/** How far each round goes from the one before the last: more than all the way. */
export const WEIGHTS: readonly number[] = listWeights();

/** @see Saad (2003), Iterative Methods for Sparse Linear Systems, §12.3 */
function listWeights(): number[] {
  const weights = [2];
  while (weights.length <= ROUNDS) weights.push(1 / (1 - (HALF ** 2 * weights.at(-1)!) / 4));
  return weights.slice(1);
}

/** `before ← before + weight · (found − before)`: the next round. */
export function goFurther(before: Numbers, found: Numbers, weight: number): void {
  for (let i = 0; i < before.length; i++) before[i] += weight * (found[i] - before[i]);
}
