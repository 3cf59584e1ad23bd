import type { Numbers } from "../panel-product.ts";

/**
 * A good guess of the solution that a residual asks for: that of the fitted table, in which home trade is exact.
 *
 * `x ← G (r + O a x)` a few times over, O trade between regions, `G = (I − A^{ss})⁻¹`; transposed
 * `m ← Gᵀ (r + aᵀ Oᵀ m)`.
 */
export interface Correction {
  /** `d = keep·d + add·x`, x the guess for `r`. */
  turn(r: Float64Array, d: Numbers, keep: number, add: number): void;
}

/** Rounds of trade between regions that one correction follows. */
export const ROUNDS = 5;
