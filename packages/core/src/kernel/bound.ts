import { ModelError } from "../errors.ts";
import type { RequirementsOperator } from "./operator.ts";
import { joinColumns } from "./panels.ts";
import { type SolveOptions, solveMultipliers } from "./solver.ts";

/** Largest relative error of one rounding in double precision. */
const UNIT = 2 ** -53;

/**
 * What an error of each row can move an intensity-weighted total by.
 *
 * Shapes: n each.
 */
export interface Sensitivity {
  /** Of one unit of residual: `s = |M̃| + max|q| · Dn`, with `q` what the multipliers themselves leave open. */
  residual: Float64Array;
  /** Of one unit of output, by rounding: of the product that the residual is measured with, and of the total itself. */
  output: Float64Array;
}

/** Multipliers as they were solved. Shapes: n each. */
export interface SolvedMultipliers {
  /** Weights, and their multipliers. */
  S: Float64Array;
  M: Float64Array;
  /** What `M` leaves open, as it was measured. */
  q: Float64Array;
  /** Multipliers of ones, and what they leave open. */
  Dn: Float64Array;
  qn: Float64Array;
}

/**
 * Sensitivity from solved multipliers of `A ≥ 0`.
 *
 * Everything is measured with rounding: a sum of k terms is off by `γ_k = k u / (1 − k u)` of the sum of their sizes at the most,
 * in whatever order, fused or not.
 *
 * @see Higham (2002), Accuracy and Stability of Numerical Algorithms, §3.1 and §7.1; docs/method.md#bound
 */
export function readSensitivity(A: RequirementsOperator, { S, M, q, Dn, qn }: SolvedMultipliers): Sensitivity {
  const { n } = A;
  const measured = gamma(A.roundings + 2);
  const sizes = joinColumns(M.map(Math.abs), Dn.map(Math.abs));
  const used = multiplySizes(A, sizes);
  const openOf = (left: Float64Array, weights: Float64Array | 1, column: 0 | 1) => {
    let open = 0;
    for (let i = 0, at = column * n; i < n; i++, at++) {
      const size = (weights === 1 ? 1 : Math.abs(weights[i])) + sizes[at] + used[at];
      open = Math.max(open, Math.abs(left[i]) + measured * size);
    }
    return open;
  };
  // The multipliers of ones are off as well: by max|qn| of themselves.
  const open = openOf(q, S, 0) / Math.max(1 - openOf(qn, 1, 1), 0);
  const all = 1 + gamma(4 * n + 16);
  const residual = sizes.subarray(0, n).map((m, i) => all * (m + open * sizes[n + i]));
  const through = multiplySizes(A, residual);
  // |Y| ≤ |R| + |X| + A |X|: a residual is off by the sizes of output and use, twice.
  const output = residual.map((s, i) => all * (2 * measured * (s + through[i]) + gamma(n) * Math.abs(S[i])));
  return { residual: residual.map((s) => s * (1 + measured)), output };
}

function multiplySizes(A: RequirementsOperator, X: Float64Array): Float64Array {
  const out = new Float64Array(X.length);
  if (A.multiplySizes) A.multiplySizes(X, out);
  else A.multiplyTransposed(X, out);
  return out;
}

/** Relative error of a sum of k terms. */
function gamma(k: number): number {
  return (k * UNIT) / (1 - k * UNIT);
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
  return readSensitivity(A, {
    ...{ S: weights.subarray(0, n), M: X.subarray(0, n), q: R.subarray(0, n) },
    ...{ Dn: X.subarray(n), qn: R.subarray(n) },
  });
}

/**
 * Bound on the error of each column's total, and of each of its parts, from the residual of the solve and the rounding of both.
 *
 * Shapes: `X`, `R` n×m columns and residuals, result m. Units: those of S times those of X.
 *
 * @throws {ModelError} `shape-mismatch`.
 */
export function calcBounds({ residual, output }: Sensitivity, X: Float64Array, R: Float64Array): Float64Array {
  const n = residual.length;
  if (R.length % n !== 0 || X.length !== R.length)
    throw new ModelError("shape-mismatch", `${X.length} numbers and residuals of ${R.length} are not columns of ${n}.`);
  const bounds = new Float64Array(R.length / n);
  for (let c = 0, at = 0; c < bounds.length; c++)
    for (let i = 0; i < n; i++, at++) bounds[c] += residual[i] * Math.abs(R[at]) + output[i] * Math.abs(X[at]);
  return bounds;
}
