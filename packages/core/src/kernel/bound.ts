import { ModelError } from "../errors.ts";
import type { RequirementsOperator } from "./operator.ts";
import { joinColumns } from "./panels.ts";
import { type SolveOptions, solveMultipliers } from "./solver.ts";

/**
 * How much one unit of residual in each row can move an intensity-weighted total: `|M̃| + max|q| · Dn`, with
 * `q = S − (I − Aᵀ) M̃` what the multipliers themselves leave open.
 */
export type Sensitivity = Float64Array;

/**
 * Sensitivity from solved multipliers: `M̃` of `|S|`, `q` what their solve left open, `Dn` the multipliers of ones.
 *
 * Shapes: n each.
 */
export function readSensitivity(M: Float64Array, q: Float64Array, Dn: Float64Array): Sensitivity {
  let open = 0;
  for (const value of q) open = Math.max(open, Math.abs(value));
  return M.map((m, i) => Math.abs(m) + open * Dn[i]);
}

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
  const { n } = A;
  const weights = joinColumns(S.map(Math.abs), new Float64Array(n).fill(1));
  const { X, R } = solveMultipliers(A, weights, options);
  return readSensitivity(X.subarray(0, n), R.subarray(0, n), X.subarray(n));
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
