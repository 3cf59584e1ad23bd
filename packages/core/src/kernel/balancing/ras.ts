import { type SinkhornOptions, solveSinkhorn } from "./sinkhorn.ts";

/** A matrix with the wanted row and column sums. */
export interface Balanced {
  /** Row-major, the shape of the start matrix. */
  Z: Float64Array;
  /** Largest relative miss of a row sum; column sums hold to rounding. */
  residual: number;
  rounds: number;
}

/**
 * Biproportional fit: the matrix nearest to `Z0` in relative entropy with row sums `u` and column sums `v`.
 *
 * Shapes: `Z0` row-major |u|×|v|. Units: those of `u` and `v`; the scale of `Z0` does not matter.
 *
 * @throws {ModelError} as {@link solveSinkhorn}.
 * @see Miller & Blair (2009), §7.4; docs/method.md#oracles
 */
export function balanceRas(
  Z0: Float64Array,
  u: Float64Array,
  v: Float64Array,
  options: SinkhornOptions = {},
): Balanced {
  const [{ r, s, residual, rounds }] = solveSinkhorn(Z0, [{ u, v }], options);
  const columns = v.length;
  const Z = Z0.map((cell, at) => r[Math.floor(at / columns)] * cell * s[at % columns]);
  return { Z, residual, rounds };
}
