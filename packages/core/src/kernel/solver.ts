import { ModelError } from "../errors.ts";
import { type IterationOptions, iteratePanel } from "./chebyshev.ts";
import type { FixedPoint, RequirementsOperator } from "./operator.ts";
import { findLargest, measureResidual, type Product, startColumns } from "./residual.ts";
import { estimateSpectrum, type Spectrum } from "./spectrum.ts";

export interface SolveOptions {
  /** Largest entry of a column's residual over the largest entry of its right-hand side; default 1e-10. */
  tolerance?: number;
  maxRounds?: number;
  /** Spectrum of the fixed point, where it is known already (`estimateForward`); estimated otherwise. */
  spectrum?: Spectrum;
  /** A guess of the solution, in the layout of the right-hand side: only what it leaves open is solved. */
  start?: Float64Array;
}

/** What a solve returns: the columns, and how good they are. */
export interface Solution {
  /** Columns of the solution, in the layout of the right-hand side. */
  X: Float64Array;
  /** `Y + A X − X`, computed after the solve from `X` itself. */
  R: Float64Array;
  /** Largest `|R|` of a column over the largest entry of its right-hand side. */
  residual: number;
  /** Rounds of the slowest panel. */
  rounds: number;
}

/** `solveOutput` wherever it runs: in this thread, or spread over many. */
export type SolveColumns = (A: RequirementsOperator, Y: Float64Array, options?: SolveOptions) => Promise<Solution>;

const DEFAULT_TOLERANCE = 1e-10;
const DEFAULT_ROUNDS = 2000;

/**
 * Solve `X = A X + Y` for gross output without forming the Leontief inverse, many right-hand sides at once.
 *
 * Shapes: `A` n×n; `Y`, `X` n×m, column after column. Units: `X` in the unit of `Y`.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite` if an input has a gap; `not-productive` if the residual grows;
 *   `not-converged` after `maxRounds`. Never a partial `X`.
 * @see Miller & Blair (2009), §2.4; docs/method.md#accounts
 */
export function solveOutput(A: RequirementsOperator, Y: Float64Array, options: SolveOptions = {}): Solution {
  return solveColumns(A.forward(), (X, out) => A.multiply(X, out), Y, options);
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
  return solveColumns(A.backward(), (M, out) => A.multiplyTransposed(M, out), S, options);
}

/** The spectrum of the iteration behind `solveOutput`: estimate once, hand to every thread. */
export function estimateForward(A: RequirementsOperator): Spectrum {
  return estimatePanelSpectrum(A.forward());
}

function solveColumns(K: FixedPoint, multiply: Product, Y: Float64Array, options: SolveOptions): Solution {
  const X = startColumns(K.n, Y, options.start);
  const R = new Float64Array(Y.length);
  const given = { tolerance: DEFAULT_TOLERANCE, maxRounds: DEFAULT_ROUNDS, ...options };
  const spectrum = options.spectrum ?? estimatePanelSpectrum(K);
  let rounds = 0;
  for (let from = 0; from < Y.length; from += K.n * K.width) {
    const part = (values: Float64Array) => values.subarray(from, from + K.n * K.width);
    rounds = Math.max(rounds, refine(K, multiply, part(Y), part(X), part(R), spectrum, given));
  }
  const [largestY, largestR] = [findLargest(Y), findLargest(R)];
  return { X, R, residual: largestY > 0 ? largestR / largestY : 0, rounds };
}

/**
 * Solve for what `X` leaves open, add it, and measure again what is left.
 *
 * @returns Rounds used.
 */
function refine(
  K: FixedPoint,
  multiply: Product,
  Y: Float64Array,
  X: Float64Array,
  R: Float64Array,
  spectrum: Spectrum,
  { tolerance, maxRounds }: IterationOptions,
): number {
  const D = new Float64Array(X.length);
  let rounds = 0;
  let open = measureResidual(K.n, multiply, Y, X, R);
  while (open > tolerance) {
    K.load(R, 0);
    rounds += iteratePanel(K, spectrum, { tolerance: tolerance / open, maxRounds });
    K.store(R, 0, D);
    for (let i = 0; i < X.length; i++) X[i] += D[i];
    const before = open;
    open = measureResidual(K.n, multiply, Y, X, R);
    if (open > tolerance && !(open < before / 2))
      throw new ModelError(
        "not-converged",
        `Rounding keeps the residual at ${open.toExponential(1)}, above ${tolerance}.`,
      );
  }
  return rounds;
}

function estimatePanelSpectrum(K: FixedPoint): Spectrum {
  const { d: from, Kd: to } = K.space;
  from.fill(0);
  return estimateSpectrum(from.length / K.width, (v, out) => {
    for (let i = 0; i < v.length; i++) from[i * K.width] = v[i];
    K.step(from, to);
    for (let i = 0; i < v.length; i++) out[i] = to[i * K.width];
  });
}
