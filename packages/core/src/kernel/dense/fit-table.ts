import { ModelError } from "../../errors.ts";
import type { Factors } from "../factors.ts";
import { divide } from "../home-blocks.ts";
import type { DenseMatrix } from "./dense-matrix.ts";
import { countSurveyNumbers, splitSurvey } from "./job.ts";

/** A table's regions, and how much each column counts where shares are taken: its output. Shapes: `weights` n. */
export interface TableLayout {
  R: number;
  weights: Float64Array;
}

/**
 * The factored table that is nearest to a dense one: `A^{rs}_{ij} ≈ T^{rs}_i a^s_{ij}`, home trade left exact.
 *
 * Shapes: `T` N of R×R; `a` R×N×N; `inverse` R×N×N, of `I − A^{ss}`.
 */
export interface TableFit {
  R: number;
  N: number;
  T: readonly Float64Array[];
  a: Float64Array;
  inverse: Float64Array;
}

/** What one pass over a table tells. */
export interface Survey {
  fit: TableFit;
  nonNegative: boolean;
  /** Largest sum of a column: no smaller than the spectral radius where no cell is negative. */
  largestColumn: number;
}

/**
 * Fit a factored table in one pass: technology is the sum over origins, shares are those of what a region buys of a
 * product altogether. A table that is factored is found exactly.
 *
 * @throws {ModelError} `not-finite` if a cell has a gap; `not-productive` if a region's own block has no inverse.
 * @see docs/method.md#accounts
 */
export function surveyTable(matrix: DenseMatrix, layout: TableLayout): Survey {
  const { R } = layout;
  const { factors, signs } = sumTable(matrix, layout);
  const { N, a } = factors;
  const largestColumn = findLargestColumn(a, R, N);
  if (!Number.isFinite(largestColumn)) throw reportGap(matrix);
  const nonNegative = signs.every((sign) => sign === 0) || matrix.cells.every((cell) => cell >= 0);
  return { fit: { ...factors, inverse: invertHome(matrix, R) }, nonNegative, largestColumn };
}

/** The factored table in one pass, and which products have negative cells, N. */
export function sumTable(matrix: DenseMatrix, { R, weights }: TableLayout): { factors: Factors; signs: Float64Array } {
  const N = matrix.n / R;
  const out = matrix.takeDouble(countSurveyNumbers(R, N));
  const x = matrix.takeDouble(matrix.n);
  x.set(weights);
  matrix.run({ kind: "survey", items: N, x, out, R });
  const { use: a, trade, signs } = splitSurvey(out, R, N);
  const T = Array.from({ length: N }, (_, k) => trade.subarray(k * R * R, (k + 1) * R * R));
  for (const flows of T) makeShares(flows, R);
  return { factors: { R, N, T, a }, signs };
}

/** Purchases by origin → shares of each buyer; none where they do not add up to something positive. */
function makeShares(flows: Float64Array, R: number): void {
  const total = new Float64Array(R);
  for (let at = 0; at < flows.length; at++) total[at % R] += flows[at];
  for (let at = 0; at < flows.length; at++) flows[at] = total[at % R] > 0 ? flows[at] / total[at % R] : 0;
}

/** NaN or infinite where the table has a gap. */
function findLargestColumn(a: Float64Array, R: number, N: number): number {
  let largest = 0;
  for (let s = 0; s < R; s++)
    for (let j = 0; j < N; j++) {
      let sum = 0;
      for (let i = 0; i < N; i++) sum += a[(s * N + i) * N + j];
      if (!Number.isFinite(sum)) return sum;
      largest = Math.max(largest, sum);
    }
  return largest;
}

function reportGap({ cells, n }: DenseMatrix): ModelError {
  const gap = cells.findIndex((cell) => !Number.isFinite(cell));
  return new ModelError("not-finite", `A[${Math.floor(gap / n)},${gap % n}] is ${cells[gap]}.`);
}

/** `(I − A^{ss})⁻¹` of every region. */
function invertHome({ cells, n }: DenseMatrix, R: number): Float64Array {
  const N = n / R;
  const inverse = new Float64Array(R * N * N);
  const leak = new Float64Array(N * N);
  for (let s = 0; s < R; s++) {
    const block = inverse.subarray(s * N * N, (s + 1) * N * N);
    for (let i = 0; i < N; i++) {
      block[i * N + i] = 1;
      const row = (s * N + i) * n + s * N;
      for (let j = 0; j < N; j++) leak[i * N + j] = (i === j ? 1 : 0) - cells[row + j];
    }
    if (!divide(leak, block, N))
      throw new ModelError("not-productive", `Region ${s + 1} cannot supply itself: I − A has no inverse at home.`);
  }
  return inverse;
}
