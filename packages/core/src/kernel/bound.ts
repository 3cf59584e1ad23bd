import { ModelError } from "../errors.ts";
import type { RequirementsOperator } from "./operator.ts";
import { type SolveOptions, solveMultipliers } from "./solver.ts";

/**
 * How much one unit of residual in each row can move an intensity-weighted total: `|M̃| + max|q| · Dn`, with
 * `q = S − (I − Aᵀ) M̃` what the multipliers themselves leave open.
 */
export type Sensitivity = Float64Array;

/**
 * Prepare the checked error bound of everything weighted by `S` (an intensity, or |ΔS| for mitigation).
 *
 * @returns `null` where A has negative cells: the bound does not hold there and none is claimed.
 * @see docs/method.md#bound
 */
export function calcSensitivity(
  A: RequirementsOperator,
  S: Float64Array,
  options: SolveOptions = {},
): Sensitivity | null {
  if (!A.nonNegative) return null;
  const { X: M, R: q } = solveMultipliers(A, S.map(Math.abs), options);
  const { X: Dn } = solveMultipliers(A, new Float64Array(A.n).fill(1), options);
  let open = 0;
  for (const value of q) open = Math.max(open, Math.abs(value));
  return M.map((m, i) => Math.abs(m) + open * Dn[i]);
}

/**
 * Bound on the error of each column's total, and of each of its parts, from the residual of the solve.
 *
 * Shapes: `R` n×m residuals, result m. Units: those of S times those of R.
 *
 * @throws {ModelError} `shape-mismatch`.
 */
export function calcBounds(sensitivity: Sensitivity, R: Float64Array): Float64Array {
  const n = sensitivity.length;
  if (R.length % n !== 0)
    throw new ModelError("shape-mismatch", `Residuals of ${R.length} numbers are not columns of ${n}.`);
  const bounds = new Float64Array(R.length / n);
  for (let c = 0; c < bounds.length; c++)
    for (let i = 0; i < n; i++) bounds[c] += sensitivity[i] * Math.abs(R[c * n + i]);
  return bounds;
}
