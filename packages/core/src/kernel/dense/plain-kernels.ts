import { divide } from "../home-blocks.ts";
import { type Numbers, PANEL_WIDTH } from "../panel-product.ts";

/**
 * Slices of what is done with a dense matrix. Arrays of a kernel stand in the memory that it was made for.
 *
 * Shapes: `A` n×n row-major; `x`, `out` columns of n. Units: CNY/CNY.
 */
export interface DenseKernels {
  /** Rows `from…to` of `out = A x`. */
  multiplyRows(A: Numbers, n: number, rows: Span, x: Float64Array, out: Float64Array): void;
  /** What rows `from…to` add to `out = Aᵀ x`. */
  addRows(A: Numbers, n: number, rows: Span, x: Float64Array, out: Float64Array): void;
  /** `out = B x` of square blocks `from…to`, or of their transposes: each has as many columns, one after the other. */
  multiplyBlocks(blocks: Float32Array, which: BlockSpan, x: Float64Array, out: Float64Array): void;
  /**
   * One product of a table of R regions × N sectors: what each sector uses of it, wherever it comes from, is added to
   * `use`, R×N×N, in the precision of shares; the share of what each region buys that comes from each is written to `shares`, R×R: purchases of its
   * sectors count by `weights`, and there are no shares where they do not add up to something positive.
   *
   * @returns Whether a cell has the sign of a negative number.
   */
  surveyProduct(A: Numbers, axes: { R: number; N: number }, k: number, tables: SurveyTables): boolean;
  /**
   * Region s's `(I − A^{ss})⁻¹`, N×N, by Gauss-Jordan with row pivots.
   *
   * @param leak Room for N×N.
   * @returns Whether there is one.
   */
  invertHome(A: Numbers, axes: { R: number; N: number }, s: number, leak: Float64Array, out: Float64Array): boolean;
  /**
   * Rows `from…to` of `out = A Z`, panels `[panel][row][8]`, in the precision of Z: some terms are summed in it
   * before they are added in double.
   */
  multiplyPanels(A: Numbers, n: number, rows: Span, Z: Numbers, out: Float64Array): void;
}

interface Span {
  from: number;
  to: number;
}

interface BlockSpan extends Span {
  /** All blocks. */
  count: number;
  transposed: boolean;
}

interface SurveyTables {
  weights: Float64Array;
  use: Numbers;
  /** Room for R numbers. */
  sums: Float64Array;
  shares: Numbers;
}

/** Columns of a matrix that a product in panels goes through at a time. */
export const BLOCK = 128;

/**
 * Terms that it sums before they are added to the product. In single precision few: what their rounding leaves is in
 * proportion to their number.
 */
function countTerms({ BYTES_PER_ELEMENT }: Numbers): number {
  return BYTES_PER_ELEMENT === 4 ? 32 : BLOCK;
}

/** The references of the faster kernels, which add in the same order. */
export const PLAIN_KERNELS: DenseKernels = {
  multiplyRows,
  addRows,
  multiplyBlocks,
  surveyProduct,
  invertHome,
  multiplyPanels,
};

function multiplyRows(A: Numbers, n: number, { from, to }: Span, x: Float64Array, out: Float64Array): void {
  const even = n - (n % 2);
  for (let at = 0; at < x.length; at += n)
    for (let i = from; i < to; i++) {
      let [a, b] = [0, 0];
      for (let j = 0, k = i * n; j < even; j += 2, k += 2) {
        a += A[k] * x[at + j];
        b += A[k + 1] * x[at + j + 1];
      }
      out[at + i] = a + b + (even < n ? A[i * n + even] * x[at + even] : 0);
    }
}

function addRows(A: Numbers, n: number, { from, to }: Span, x: Float64Array, out: Float64Array): void {
  for (let at = 0; at < x.length; at += n)
    for (let i = from; i < to; i++) {
      const value = x[at + i];
      for (let j = 0, k = i * n; j < n; j++, k++) out[at + j] += value * A[k];
    }
}

function multiplyBlocks(
  blocks: Float32Array,
  { count, from, to, transposed }: BlockSpan,
  x: Float64Array,
  out: Float64Array,
): void {
  const size = Math.round(Math.sqrt(blocks.length / count));
  const step = x.length / count;
  const rows = { from: 0, to: size };
  for (let b = from; b < to; b++) {
    const block = blocks.subarray(b * size * size, (b + 1) * size * size);
    const [given, made] = [x, out].map((values) => values.subarray(b * step, (b + 1) * step));
    if (transposed) addRows(block, size, rows, given, made.fill(0));
    else multiplyRows(block, size, rows, given, made);
  }
}

function surveyProduct(
  A: Numbers,
  { R, N }: { R: number; N: number },
  k: number,
  { weights, use, sums, shares }: SurveyTables,
): boolean {
  const even = N - (N % 2);
  let negative = false;
  sums.fill(0);
  for (let r = 0, cell = k * R * N; r < R; r++, cell += (N - 1) * R * N)
    for (let s = 0; s < R; s++) {
      const [at, w] = [(s * N + k) * N, s * N];
      let [a, b, last] = [0, 0, 0];
      for (let j = 0; j < N; j++, cell++) {
        const value = A[cell];
        use[at + j] += value;
        negative ||= value < 0 || Object.is(value, -0);
        if (j === even) last = value * weights[w + j];
        else if (j % 2 === 0) a += value * weights[w + j];
        else b += value * weights[w + j];
      }
      sums[s] += a + b + last;
      shares[r * R + s] = a + b + last;
    }
  for (let s = 0; s < R; s++) sums[s] = sums[s] > 0 ? 1 / sums[s] : 0;
  for (let at = 0; at < R * R; at++) shares[at] *= sums[at % R];
  return negative;
}

function invertHome(
  A: Numbers,
  { R, N }: { R: number; N: number },
  s: number,
  leak: Float64Array,
  out: Float64Array,
): boolean {
  out.fill(0);
  for (let i = 0; i < N; i++) {
    out[i * N + i] = 1;
    const row = (s * N + i) * R * N + s * N;
    for (let j = 0; j < N; j++) leak[i * N + j] = (i === j ? 1 : 0) - A[row + j];
  }
  return divide(leak, out, N);
}

function multiplyPanels(A: Numbers, n: number, rows: Span, Z: Numbers, out: Float64Array): void {
  const terms = countTerms(Z);
  const round = Z instanceof Float32Array ? Math.fround : (value: number) => value;
  for (let at = 0; at < Z.length; at += n * PANEL_WIDTH)
    for (let i = rows.from; i < rows.to; i++)
      for (let p = 0; p < PANEL_WIDTH; p++) {
        let total = 0;
        for (let first = 0; first < n; first += terms) {
          let sum = 0;
          for (let j = first; j < Math.min(first + terms, n); j++)
            sum = round(sum + round(round(A[i * n + j]) * Z[at + j * PANEL_WIDTH + p]));
          total += sum;
        }
        out[at + i * PANEL_WIDTH + p] = total;
      }
}
