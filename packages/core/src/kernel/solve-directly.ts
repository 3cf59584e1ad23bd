import { LuDecomposition, Matrix } from "ml-matrix";
import { ModelError } from "../errors.ts";
import type { RequirementsOperator } from "./operator.ts";
import { type Columns, measureResidual, type Product } from "./residual.ts";
import { estimateSpectralRadius } from "./spectral-radius.ts";

/** More rows than this take longer to factorise than anyone would wait. */
const MOST_ROWS = 2000;
/** Columns of a table that are asked for together. */
const TOGETHER = 40;
/** Rounds of demand that the unit of each row is taken from. */
const ROUNDS = 50;
/** Goes of refinement. */
const GOES = 5;

/** Solves columns, in place of an iteration that did not settle. */
export type SolveDirectly = (columns: Columns, tolerance: number) => number;

/**
 * `(I − A) X = Y` by LU, refined in double precision: for dense tables whose iteration is slow (spectral radius near 1) or
 * swings far before it settles (rows in units that are decades apart).
 *
 * Rows are scaled by what a unit of demand everywhere makes of each, so that neither pivots nor the test of productivity
 * depend on units.
 *
 * @param failed Why the iteration was given up.
 * @returns Solves columns, adding to `X`; returns the residual as `measureResidual`, or by row where that is smaller.
 * @throws {ModelError} `not-productive` where the spectral radius is 1 or more; that of `failed`, with the radius, for
 *   factored tables and for more than 2,000 rows; `not-converged` where rounding keeps the residual up.
 * @see Golub & Van Loan (2013), Matrix Computations, §3.5; Berman & Plemmons (1994), ch. 6 (M-matrices)
 */
export function openDirectSolve(A: RequirementsOperator, transposed: boolean, failed: ModelError): SolveDirectly {
  const { radius } = estimateSpectralRadius(A, { tolerance: 1e-7, maxRounds: 500 });
  if (A.kind !== "dense" || A.n > MOST_ROWS) throw describeFailure(failed, radius);
  const units = findUnits(A);
  const lu = new LuDecomposition(writeScaled(A, units));
  if (lu.isSingular() || !(A.nonNegative ? isProductive(lu, A.n) : radius < 1)) throw reportRadius(radius);
  const scale = transposed ? units.map((unit) => 1 / unit) : units;
  const factors = transposed ? new LuDecomposition(writeScaled(A, units).transpose()) : lu;
  const multiply: Product = (X, out) => (transposed ? A.multiplyTransposed(X, out) : A.multiply(X, out));
  return (columns, tolerance) => refineDirectly(A.n, multiply, columns, tolerance, (R) => solve(factors, R, scale));
}

/** The failure of an iteration, named by what the table is. */
function describeFailure(failed: ModelError, radius: number): ModelError {
  if (radius >= 1) return reportRadius(radius);
  return new ModelError("not-converged", `${failed.message} The spectral radius is about ${radius.toFixed(4)}.`);
}

function reportRadius(radius: number): ModelError {
  const shown = radius >= 1 ? radius.toFixed(4) : "1";
  return new ModelError(
    "not-productive",
    `The table uses up more than it makes: its spectral radius is about ${shown}; it has to be below 1.`,
  );
}

/** What a unit of demand everywhere makes of each row, after some rounds: positive, and in the row's own unit. */
function findUnits(A: RequirementsOperator): Float64Array {
  let units = new Float64Array(A.n).fill(1);
  for (let round = 0; round < ROUNDS; round++) {
    const made = new Float64Array(A.n);
    A.multiply(units, made);
    const next = made.map((value) => 1 + Math.abs(value));
    if (!next.every((value) => value < 1e100)) break;
    units = next;
  }
  return units;
}

/** `I − D⁻¹ A D` with the units on D's diagonal. */
function writeScaled(A: RequirementsOperator, units: Float64Array): Matrix {
  const { n } = A;
  const M = Matrix.eye(n);
  for (let first = 0; first < n; first += TOGETHER) {
    const count = Math.min(TOGETHER, n - first);
    const [unit, column] = [new Float64Array(count * n), new Float64Array(count * n)];
    for (let p = 0; p < count; p++) unit[p * n + first + p] = 1;
    A.multiply(unit, column);
    for (let p = 0; p < count; p++)
      for (let i = 0; i < n; i++)
        M.set(i, first + p, M.get(i, first + p) - (column[p * n + i] * units[first + p]) / units[i]);
  }
  return M;
}

/** Of `A ≥ 0`: a demand for everything is met by positive output just where the spectral radius is below 1. */
function isProductive(lu: LuDecomposition, n: number): boolean {
  const x = lu.solve(Matrix.ones(n, 1)).getColumn(0);
  return x.every((value) => value > 0 && Number.isFinite(value));
}

function solve(lu: LuDecomposition, R: Float64Array, scale: Float64Array): Float64Array {
  const n = scale.length;
  const count = R.length / n;
  const right = Matrix.zeros(n, count);
  for (let c = 0; c < count; c++) for (let i = 0; i < n; i++) right.set(i, c, R[c * n + i] / scale[i]);
  const found = lu.solve(right);
  return R.map((_, at) => found.get(at % n, Math.floor(at / n)) * scale[at % n]);
}

/** Largest residual over what its own row makes and sells: what can be met where rows are in units that are decades apart. */
function measureByRow({ Y, X, R }: Columns): number {
  let worst = 0;
  for (let at = 0; at < R.length; at++) {
    const size = Math.abs(X[at]) + Math.abs(Y[at]);
    const open = R[at] === 0 ? 0 : Math.abs(R[at]) / size;
    if (!(open <= worst)) worst = open;
  }
  return worst;
}

function refineDirectly(
  n: number,
  multiply: Product,
  { Y, X, R }: Columns,
  tolerance: number,
  solveColumns: (R: Float64Array) => Float64Array,
): number {
  const measure = () => {
    const open = measureResidual(n, multiply, { Y, X, R });
    return open <= tolerance ? open : measureByRow({ Y, X, R });
  };
  let open = measure();
  for (let go = 0; open > tolerance && go < GOES; go++) {
    const step = solveColumns(R);
    for (let at = 0; at < X.length; at++) X[at] += step[at];
    open = measure();
  }
  if (open <= tolerance) return open;
  throw new ModelError(
    "not-converged",
    `Rounding keeps the residual at ${open.toExponential(1)}, above ${tolerance} of what each row makes.`,
  );
}
