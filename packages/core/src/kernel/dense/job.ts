import type { Numbers } from "../panel-product.ts";
import type { DenseKernels } from "./plain-kernels.ts";

/** What a job needs of its matrix. */
interface Cells {
  n: number;
  cells: Numbers;
  kernels: DenseKernels;
}

/** What is done with a matrix in pieces that any thread can take: one job, `items` pieces. */
export interface Job {
  kind: "multiply" | "transposed" | "survey";
  items: number;
  /** Columns of a product, or the weights of a survey. */
  x: Float64Array;
  /** The product; for `transposed` one a part, see {@link PARTS}; or the tables of a survey, see `splitSurvey`. */
  out: Float64Array;
  /** Of a survey. */
  R: number;
}

/** Rows of a piece of a product. */
const ROWS = 128;
/** Sums of rows that a transposed product is made of: their number, not that of the threads, decides the order of sums. */
export const PARTS = 8;

/** Pieces of `out = A x`. */
export function countRowItems(n: number): number {
  return Math.ceil(n / ROWS);
}

/** Room that the tables of a survey take. */
export function countSurveyNumbers(R: number, N: number): number {
  return R * N * N + N * R * R + N;
}

/** Use R×N×N, trade N of R×R, and whether products have negative cells, N. */
export function splitSurvey(out: Float64Array, R: number, N: number) {
  const [trade, signs] = [R * N * N, R * N * N + N * R * R];
  return { use: out.subarray(0, trade), trade: out.subarray(trade, signs), signs: out.subarray(signs, signs + N) };
}

/** Do one piece. */
export function runItem(matrix: Cells, job: Job, item: number): void {
  const { n, cells, kernels } = matrix;
  const { x, out } = job;
  if (job.kind === "survey") surveyItem(matrix, job, item);
  else if (job.kind === "multiply")
    kernels.multiplyRows(cells, n, { from: item * ROWS, to: Math.min((item + 1) * ROWS, n) }, x, out);
  else {
    const part = out.subarray(item * x.length, (item + 1) * x.length).fill(0);
    const [from, end] = [Math.floor((item * n) / PARTS), Math.floor(((item + 1) * n) / PARTS)];
    for (let at = from; at < end; at += ROWS)
      kernels.addRows(cells, n, { from: at, to: Math.min(at + ROWS, end) }, x, part);
  }
}

function surveyItem({ n, cells, kernels }: Cells, { x, out, R }: Job, k: number): void {
  const N = n / R;
  const { use, trade, signs } = splitSurvey(out, R, N);
  const tables = { weights: x, use, trade: trade.subarray(k * R * R, (k + 1) * R * R) };
  signs[k] = kernels.surveyProduct(cells, { R, N }, k, tables) ? 1 : 0;
}
