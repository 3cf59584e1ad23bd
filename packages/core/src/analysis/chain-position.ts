import { sumByRegion } from "../accounts/origin-consumer.ts";
import { checkLength } from "../accounts/shapes.ts";
import type { RequirementsOperator } from "../kernel/operator.ts";
import { type SolveOptions, solveMultipliers, solveOutput } from "../kernel/solver.ts";

/** Where each sector stands in the chain. Shapes: n. Units: stages [1]. */
export interface ChainPosition {
  /** Mean distance to final use, `(I − B)⁻¹ 1`, `B = x̂⁻¹ Z`; NaN where nothing is produced. */
  U: Float64Array;
  /** Mean distance from primary inputs, `(I − Aᵀ)⁻¹ 1`. */
  Dn: Float64Array;
  /** The larger residual of the two solves. */
  residual: number;
}

/**
 * Solve upstreamness and downstreamness of every sector. `B = x̂⁻¹ A x̂`, so upstreamness is `x̂⁻¹ (I − A)⁻¹ x`: two
 * ordinary solves, no second matrix.
 *
 * @throws {ModelError} `shape-mismatch`, and as the solver.
 * @see Antràs, Chor, Fally & Hillberry (2012), AER 102(3), eq. 5; Miller & Temurshoev (2017), Int. Reg. Sci. Rev. 40(5); docs/method.md#city-types
 */
export function solveChainPosition(
  A: RequirementsOperator,
  x: Float64Array,
  options: SolveOptions = {},
): ChainPosition {
  checkLength("x", x, A.n);
  const forward = solveOutput(A, x, options);
  const backward = solveMultipliers(A, new Float64Array(A.n).fill(1), options);
  return { U: readUpstreamness(forward.X, x), Dn: backward.X, residual: Math.max(forward.residual, backward.residual) };
}

/**
 * Output-weighted mean of each region; a sector without output has no weight, a region without output is NaN.
 *
 * Shapes: `values`, `x` n; result R. Units: those of `values`.
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see docs/method.md#city-types
 */
export function calcRegionMeans(values: Float64Array, x: Float64Array, R: number): Float64Array {
  checkLength("x", x, values.length);
  const weighted = sumByRegion(
    values.map((value, i) => (x[i] === 0 ? 0 : value * x[i])),
    R,
  );
  const weights = sumByRegion(x, R);
  return weighted.map((sum, r) => sum / weights[r]);
}

/**
 * Upstreamness from the output that output itself drives, `(I − A)⁻¹ x`; NaN where nothing is produced.
 *
 * Shapes: n.
 */
export function readUpstreamness(driven: Float64Array, x: Float64Array): Float64Array {
  return driven.map((value, i) => (x[i] === 0 ? Number.NaN : value / x[i]));
}
