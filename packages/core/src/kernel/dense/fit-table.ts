import { ModelError } from "../../errors.ts";
import type { DenseMatrix, Precision } from "./dense-matrix.ts";
import { countBlockItems, countSurveyNumbers, splitSurvey } from "./job.ts";

/** A table's regions, and how much each column counts where shares are taken: its output. Shapes: `weights` n. */
export interface TableLayout {
  R: number;
  weights: Float64Array;
}

/**
 * The factored table that is nearest to a dense one: `A^{rs}_{ij} ≈ T^{rs}_i a^s_{ij}`, home trade left exact. It is a guess
 * and kept in single precision.
 *
 * Shapes: `T` N of R×R, nothing at home; `home` N×R; `a` R×N×N; `inverse` R×N×N, of `I − A^{ss}`.
 */
export interface TableFit {
  R: number;
  N: number;
  T: readonly Float32Array[];
  home: Float64Array;
  a: Float32Array;
  inverse: Float32Array;
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
 * product altogether. A table that is factored is found, as well as single precision keeps shares.
 *
 * @throws {ModelError} `not-finite` if a cell has a gap.
 * @see docs/method.md#accounts
 */
export function surveyTable(matrix: DenseMatrix, layout: TableLayout): Survey {
  const { R } = layout;
  const N = matrix.n / R;
  const { use: a, shares: trade, signs } = sumTable(matrix, layout, "single");
  const largestColumn = findLargestColumn(a, R, N);
  if (!Number.isFinite(largestColumn)) throw reportGap(matrix);
  const nonNegative = signs.every((sign) => sign === 0) || matrix.cells.every((cell) => cell >= 0);
  const home = takeHome(trade, R, N);
  const T = Array.from({ length: N }, (_, k) => trade.subarray(k * R * R, (k + 1) * R * R));
  return { fit: { R, N, T, home, a, inverse: invertHome(matrix, R) }, nonNegative, largestColumn };
}

/** What one pass adds up, see `splitSurvey`: in single precision, or in double. */
export function sumTable<P extends Precision>(matrix: DenseMatrix, { R, weights }: TableLayout, precision: P) {
  const N = matrix.n / R;
  const { found, tables } = countSurveyNumbers(R, N);
  const blocks = precision === "single" ? matrix.takeSingle(tables) : undefined;
  const out = matrix.takeDouble(found + (blocks ? 0 : tables));
  const x = matrix.takeDouble(matrix.n);
  x.set(weights);
  matrix.run({ kind: "survey", items: N, x, out, count: R, blocks });
  type Found = P extends "single" ? Float32Array : Float64Array;
  const { signs, shares, use } = splitSurvey({ out, blocks }, R, N);
  return { signs, shares: shares as Found, use: use as Found };
}

/** Shares at home, N×R, which leave `trade`. */
function takeHome(trade: Float32Array, R: number, N: number): Float64Array {
  const home = new Float64Array(N * R);
  for (let at = 0; at < home.length; at++) {
    const cell = at * R + (at % R);
    home[at] = trade[cell];
    trade[cell] = 0;
  }
  return home;
}

/** NaN or infinite where the table has a gap. */
function findLargestColumn(a: Float32Array, R: number, N: number): number {
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

/** `(I − A^{ss})⁻¹` of every region; the identity where that block has no inverse. */
function invertHome(matrix: DenseMatrix, R: number): Float32Array {
  const size = (matrix.n / R) ** 2;
  const items = countBlockItems(R);
  const [room, out] = [matrix.takeDouble(2 * items * size), matrix.takeDouble(R)];
  const blocks = matrix.takeSingle(R * size);
  matrix.run({ kind: "home", items, x: room, out, count: R, blocks });
  // A guess does without such a block; whether the table has a solution, the solve finds out.
  for (let s = 0; s < R; s++) if (out[s] === 0) fillIdentity(blocks.subarray(s * size, (s + 1) * size));
  return blocks;
}

function fillIdentity(block: Float32Array): void {
  const N = Math.sqrt(block.length);
  block.fill(0);
  for (let i = 0; i < N; i++) block[i * N + i] = 1;
}
