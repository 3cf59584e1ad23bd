import type { Numbers } from "../panel-product.ts";
import type { DenseKernels } from "./plain-kernels.ts";

/** What a job needs of its matrix. */
interface Cells {
  n: number;
  cells: Numbers;
  kernels: DenseKernels;
}

/** What threads can be asked for. */
export const JOB_KINDS = ["multiply", "transposed", "survey", "home", "blocks", "transposedBlocks"] as const;

/** What is done with a matrix in pieces that any thread can take: one job, `items` pieces. */
export interface Job {
  kind: (typeof JOB_KINDS)[number];
  items: number;
  /** Columns of a product, weights of a survey, or room to invert in. */
  x: Float64Array;
  /** The product, for `transposed` one a part, see {@link PARTS}; or what else is found in double precision. */
  out: Float64Array;
  /** Regions of a survey or of home blocks; how many `blocks` a product has. */
  count: number;
  /** Square blocks of a product, one after the other; or room for what is found in single precision. */
  blocks?: Float32Array;
}

/** Rows of a piece of a product. */
const ROWS = 128;
/** Sums of rows that a transposed product is made of: their number, not that of the threads, decides the order of sums. */
export const PARTS = 8;

/** Pieces that blocks are shared out in. */
const BLOCK_ITEMS = 16;

/** Pieces of so many blocks. */
export function countBlockItems(count: number): number {
  return Math.min(count, BLOCK_ITEMS);
}

/** Pieces of `out = A x`. */
export function countRowItems(n: number): number {
  return Math.ceil(n / ROWS);
}

/** Room for what a survey finds of single products, and for its tables. */
export function countSurveyNumbers(R: number, N: number) {
  return { found: N + N * R, tables: N * R * R + R * N * N };
}

/**
 * Whether products have negative cells, N, and room for sums, N×R; in single precision where there are blocks for them, shares,
 * N of R×R, and use, R×N×N.
 */
export function splitSurvey({ out, blocks }: Pick<Job, "out" | "blocks">, R: number, N: number) {
  const { found } = countSurveyNumbers(R, N);
  const [tables, sharesEnd] = [blocks ?? out.subarray(found), N * R * R];
  return {
    signs: out.subarray(0, N),
    sums: out.subarray(N, found),
    shares: tables.subarray(0, sharesEnd),
    use: tables.subarray(sharesEnd),
  };
}

/** Do one piece. */
export function runItem(matrix: Cells, job: Job, item: number): void {
  const { n, cells, kernels } = matrix;
  const { x, out } = job;
  if (job.kind === "survey") surveyItem(matrix, job, item);
  else if (job.kind === "home") invertItem(matrix, job, item);
  else if (job.kind === "blocks" || job.kind === "transposedBlocks") blocksItem(matrix, job, item);
  else if (job.kind === "multiply")
    kernels.multiplyRows(cells, n, { from: item * ROWS, to: Math.min((item + 1) * ROWS, n) }, x, out);
  else {
    const part = out.subarray(item * x.length, (item + 1) * x.length).fill(0);
    const [from, end] = [Math.floor((item * n) / PARTS), Math.floor(((item + 1) * n) / PARTS)];
    for (let at = from; at < end; at += ROWS)
      kernels.addRows(cells, n, { from: at, to: Math.min(at + ROWS, end) }, x, part);
  }
}

/** Product k. */
function surveyItem({ n, cells, kernels }: Cells, job: Job, k: number): void {
  const { x, count: R } = job;
  const N = n / R;
  const { use, signs, sums, shares } = splitSurvey(job, R, N);
  const tables = {
    ...{ weights: x, use, sums: sums.subarray(k * R, (k + 1) * R) },
    shares: shares.subarray(k * R * R, (k + 1) * R * R),
  };
  signs[k] = kernels.surveyProduct(cells, { R, N }, k, tables) ? 1 : 0;
}

/** `(I − A^{ss})⁻¹` of the regions of a piece, and whether there is one. */
function invertItem({ n, cells, kernels }: Cells, { items, x: room, out, count: R, blocks }: Job, item: number): void {
  const N = n / R;
  const size = N * N;
  const [leak, inverse] = [2 * item, 2 * item + 1].map((at) => room.subarray(at * size, (at + 1) * size));
  for (let s = item; s < R; s += items) {
    out[s] = kernels.invertHome(cells, { R, N }, s, leak, inverse) ? 1 : 0;
    blocks!.set(inverse, s * size);
  }
}

function blocksItem({ kernels }: Cells, { kind, items, x, out, count, blocks }: Job, item: number): void {
  const [from, to] = [item, item + 1].map((at) => Math.floor((at * count) / items));
  kernels.multiplyBlocks(blocks!, { count, from, to, transposed: kind === "transposedBlocks" }, x, out);
}
