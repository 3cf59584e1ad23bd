import { ModelError } from "../errors.ts";
import { type IterationOptions, iteratePanel } from "./chebyshev.ts";
import type { FixedPoint, RequirementsOperator, SlowDirections, Spectrum } from "./operator.ts";
import { type Columns, measureResidual, type Product, startColumns } from "./residual.ts";
import { openDirectSolve, type SolveDirectly } from "./solve-directly.ts";

export interface SolveOptions {
  /** Largest entry of a column's residual over the largest entry of its right-hand side; default 1e-10. */
  tolerance?: number;
  maxRounds?: number;
  /** That of the operator, where it is known already. */
  spectrum?: Spectrum;
  /** Those of the operator; found where {@link MANY} columns are solved for output. */
  slow?: SlowDirections;
  /** A guess of the solution, in the layout of the right-hand side: only what it leaves open is solved. */
  start?: Float64Array;
}

/** What a solve returns: the columns, and how good they are. */
export interface Solution {
  /** Columns of the solution, in the layout of the right-hand side. */
  X: Float64Array;
  /** `Y + A X − X`, computed after the solve from `X` itself. */
  R: Float64Array;
  /** Largest `|R|` of a column over the largest entry of its right-hand side; where that cannot be met, over its row's output. */
  residual: number;
  /** Rounds of the slowest columns. */
  rounds: number;
}

/** `solveOutput` wherever it runs: in this thread, or spread over many. */
export type SolveColumns = (A: RequirementsOperator, Y: Float64Array, options?: SolveOptions) => Promise<Solution>;

/** From so many columns on, and to so small a residual, finding what the iteration is slowest in saves more than it costs. */
const MANY = 100;
const CLOSE = 1e-6;
/** A go that is started reduces the residual to this part at least. */
const LEAST_GAIN = 0.1;
const DEFAULT_TOLERANCE = 1e-10;
const DEFAULT_ROUNDS = 2000;

/**
 * Solve `X = A X + Y` for gross output without forming the Leontief inverse, many right-hand sides at once.
 *
 * Shapes: `A` n×n; `Y`, `X` n×m, column after column. Units: `X` in the unit of `Y`.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite` if an input has a gap; `not-productive` and `not-converged` as
 *   `openDirectSolve`, where the iteration does not settle. Never a partial `X`.
 * @see Miller & Blair (2009), §2.4; docs/method.md#accounts
 */
export function solveOutput(A: RequirementsOperator, Y: Float64Array, options: SolveOptions = {}): Solution {
  return solveColumns(
    { open: (columns) => A.forward(columns), multiply: (X, out) => A.multiply(X, out), transposed: false },
    A,
    Y,
    { ...prepareSolve(A, Y.length / A.n, options), ...options },
  );
}

/** What an iteration for output has to know of the operator: the same for all columns, wherever they are solved. */
export function prepareSolve(
  A: RequirementsOperator,
  columns: number,
  { spectrum, slow, tolerance = DEFAULT_TOLERANCE }: SolveOptions,
): Pick<SolveOptions, "spectrum" | "slow"> {
  const pays = columns >= MANY && tolerance <= CLOSE;
  const directions = slow ?? (pays ? A.slow : undefined);
  return { spectrum: spectrum ?? directions?.whole ?? A.spectrum, slow: directions };
}

/**
 * Solve `M = Aᵀ M + S` for total multipliers: emissions anywhere per unit of final demand.
 *
 * Shapes: `S`, `M` n×m. Units: `M` in the unit of `S`.
 *
 * @throws {ModelError} As `solveOutput`.
 * @see Miller & Blair (2009), §10.2; docs/method.md#accounts
 */
export function solveMultipliers(A: RequirementsOperator, S: Float64Array, options: SolveOptions = {}): Solution {
  return solveColumns(
    { open: (columns) => A.backward(columns), multiply: (M, out) => A.multiplyTransposed(M, out), transposed: true },
    A,
    S,
    options,
  );
}

function solveColumns(
  { open, multiply, transposed }: { open: (columns: number) => FixedPoint; multiply: Product; transposed: boolean },
  A: RequirementsOperator,
  Y: Float64Array,
  options: SolveOptions,
): Solution {
  const X = startColumns(A.n, Y, options.start);
  const R = Y.slice();
  const given = { tolerance: DEFAULT_TOLERANCE, maxRounds: DEFAULT_ROUNDS, ...options };
  const spectrum = options.spectrum ?? A.spectrum;
  let [rounds, residual] = [0, 0];
  let direct: SolveDirectly | undefined;
  const solvePart = (columns: Columns, K: FixedPoint) => {
    try {
      if (!direct) return refine(K, multiply, columns, K.spectrum ?? spectrum, given);
    } catch (error) {
      if (!isGivenUp(error)) throw error;
      direct = openDirectSolve(A, transposed, error);
    }
    return { rounds: 0, residual: direct(columns, given.tolerance) };
  };
  for (let from = 0; from < Y.length; ) {
    const K = open((Y.length - from) / A.n);
    const part = (values: Float64Array) => values.subarray(from, from + A.n * K.width);
    const columns = { Y: part(Y), X: part(X), R: part(R) };
    const done = solvePart(columns, K);
    rounds = Math.max(rounds, done.rounds);
    residual = Math.max(residual, done.residual);
    from += A.n * K.width;
  }
  return { X, R, residual, rounds };
}

/** Whether an iteration did not settle, which says more of it than of the table. */
function isGivenUp(error: unknown): error is ModelError {
  return error instanceof ModelError && (error.code === "not-productive" || error.code === "not-converged");
}

/** Solve for what `X` leaves open, add it, and measure in double precision what is left. */
function refine(
  K: FixedPoint,
  multiply: Product,
  { Y, X, R }: Columns,
  spectrum: Spectrum,
  { tolerance, maxRounds, slow, start }: IterationOptions & SolveOptions,
): Pick<Solution, "rounds" | "residual"> {
  let rounds = 0;
  let open = start ? measureResidual(K.n, multiply, { Y, X, R }) : 1;
  const planned = countGoes(tolerance / open, K.accuracy);
  for (let go = 1; open > tolerance; go++) {
    const wanted = tolerance / open;
    const goes = countGoes(wanted, K.accuracy);
    const aim = Math.min(wanted ** (1 / goes), LEAST_GAIN);
    const foresee = go > planned ? 0 : goes > 1 ? 2 * aim : aim;
    rounds += iteratePanel(K, R, spectrum, { tolerance: aim, maxRounds, foresee, slow });
    K.addTo(X);
    const before = open;
    open = measureResidual(K.n, multiply, { Y, X, R });
    if (open > tolerance && !(open < before / 2))
      throw new ModelError(
        "not-converged",
        `Rounding keeps the residual at ${open.toExponential(1)}, above ${tolerance}.`,
      );
  }
  return { rounds, residual: open };
}

/** Goes, none beyond the precision it has, that a reduction of the residual takes. */
function countGoes(wanted: number, accuracy: number): number {
  return Math.max(Math.ceil(Math.log(wanted) / Math.log(accuracy)), 1);
}
