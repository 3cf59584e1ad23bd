import { ModelError } from "../errors.ts";
import { iteratePanel } from "./chebyshev.ts";
import type { FixedPoint, RequirementsOperator } from "./operator.ts";
import { estimateSpectrum, type Spectrum } from "./spectrum.ts";

export interface SolveOptions {
  /** Largest entry of a column's residual over the largest entry of its right-hand side; default 1e-10. */
  tolerance?: number;
  maxRounds?: number;
  /** Spectrum of the fixed point, where it is known already (`estimateForward`); estimated otherwise. */
  spectrum?: Spectrum;
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
  const X = solveColumns(A.forward(), Y, options);
  return withResidual(X, Y, (x, out) => A.multiply(x, out));
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
  const M = solveColumns(A.backward(), S, options);
  return withResidual(M, S, (m, out) => A.multiplyTransposed(m, out));
}

/** The spectrum of the iteration behind `solveOutput`: estimate once, hand to every thread. */
export function estimateForward(A: RequirementsOperator): Spectrum {
  return estimatePanelSpectrum(A.forward());
}

function solveColumns(K: FixedPoint, Y: Float64Array, options: SolveOptions): { X: Float64Array; rounds: number } {
  const { tolerance = DEFAULT_TOLERANCE, maxRounds = DEFAULT_ROUNDS } = options;
  if (Y.length % K.n !== 0)
    throw new ModelError(
      "shape-mismatch",
      `A right-hand side of ${Y.length} numbers is not made of columns of ${K.n}.`,
    );
  const spectrum = options.spectrum ?? estimatePanelSpectrum(K);
  const X = new Float64Array(Y.length);
  let rounds = 0;
  for (let first = 0; first < Y.length / K.n; first += K.width) {
    K.load(Y, first);
    rounds = Math.max(rounds, iteratePanel(K, spectrum, { tolerance, maxRounds }));
    K.store(Y, first, X);
  }
  return { X, rounds };
}

function withResidual(
  { X, rounds }: { X: Float64Array; rounds: number },
  Y: Float64Array,
  apply: (x: Float64Array, out: Float64Array) => void,
): Solution {
  const R = new Float64Array(X.length);
  apply(X, R);
  let largestY = 0;
  let largestR = 0;
  for (let i = 0; i < X.length; i++) {
    R[i] += Y[i] - X[i];
    largestY = Math.max(largestY, Math.abs(Y[i]));
    largestR = Math.max(largestR, Math.abs(R[i]));
  }
  return { X, R, residual: largestY > 0 ? largestR / largestY : 0, rounds };
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
