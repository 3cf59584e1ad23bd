import { ModelError } from "../../errors.ts";
import type { Factors } from "../factors.ts";
import type { DenseMatrix } from "./dense-matrix.ts";
import { countBlockItems, countSurveyNumbers, splitSurvey } from "./job.ts";

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
  matrix.run({ kind: "survey", items: N, x, out, count: R });
  const { use: a, trade, signs } = splitSurvey(out, R, N);
  const T = Array.from({ length: N }, (_, k) => trade.subarray(k * R * R, (k + 1) * R * R));
  return { factors: { R, N, T, a }, signs };
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
function invertHome(matrix: DenseMatrix, R: number): Float64Array {
  const size = (matrix.n / R) ** 2;
  const out = matrix.takeDouble(R * size + R);
  const items = countBlockItems(R);
  matrix.run({ kind: "home", items, x: matrix.takeDouble(items * size), out, count: R });
  const singular = out.subarray(R * size).indexOf(0);
  if (singular >= 0)
    throw new ModelError(
      "not-productive",
      `Region ${singular + 1} cannot supply itself: I − A has no inverse at home.`,
    );
  return out.subarray(0, R * size);
}
