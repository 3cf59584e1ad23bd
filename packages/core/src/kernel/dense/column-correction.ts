import type { Numbers } from "../panel-product.ts";
import { type Correction, goFurther, WEIGHTS } from "./correction.ts";
import type { DenseMatrix } from "./dense-matrix.ts";
import type { TableFit } from "./fit-table.ts";
import { countBlockItems } from "./job.ts";

/** A fitted table where the matrix's kernels find it, in single precision: it is a guess. */
export interface KernelFit {
  R: number;
  N: number;
  /** N of R×R; nothing stays at home. */
  trade: Float32Array;
  /** R×N×N each. */
  a: Float32Array;
  inverse: Float32Array;
}

/** Lay a fit out for the kernels. @param isOwn Whether it was found in the matrix's memory, and can stay there. */
export function layFit(matrix: DenseMatrix, { R, N, T, a, inverse }: TableFit, isOwn: boolean): KernelFit {
  const lay = (...parts: readonly Numbers[]) => {
    const kept = matrix.takeSingle(parts.length * parts[0].length);
    for (const [at, part] of parts.entries()) kept.set(part, at * part.length);
    return kept;
  };
  if (!isOwn) return { R, N, trade: lay(...T), a: lay(a), inverse: lay(inverse) };
  return { R, N, trade: new Float32Array(T[0].buffer, T[0].byteOffset, N * R * R), a, inverse };
}

/** The correction of a few columns one beside the other, by the kernels that multiply the matrix itself. */
export class ColumnCorrection implements Correction {
  readonly #matrix: DenseMatrix;
  readonly #fit: KernelFit;
  readonly #transposed: boolean;
  /** Columns of a region, or of a product, side by side: what a kernel takes in one call. */
  readonly #x: Float64Array;
  readonly #before: Float64Array;
  readonly #regional: Float64Array;
  readonly #byProduct: Float64Array;
  readonly #traded: Float64Array;

  constructor(matrix: DenseMatrix, fit: KernelFit, transposed: boolean, columns: number) {
    this.#matrix = matrix;
    this.#fit = fit;
    this.#transposed = transposed;
    const take = () => matrix.takeDouble(matrix.n * columns);
    [this.#x, this.#before, this.#regional, this.#byProduct, this.#traded] = [take(), take(), take(), take(), take()];
  }

  /** Shapes: `r`, `d` columns of n. */
  turn(r: Float64Array, d: Numbers, keep: number, add: number): void {
    const { n } = this.#matrix;
    const { N, inverse } = this.#fit;
    const part = (values: Float64Array) => values.subarray(0, r.length);
    let [x, before] = [part(this.#x), part(this.#before).fill(0)];
    const [regional, found] = [part(this.#regional), part(this.#traded)];
    turnOver(r, n, N, regional);
    const residual = regional.slice();
    this.#applyBlocks(inverse, N, regional, x);
    for (const weight of WEIGHTS) {
      this.#applyTable(x, regional, r.length / n);
      for (let i = 0; i < regional.length; i++) regional[i] += residual[i];
      this.#applyBlocks(inverse, N, regional, found);
      goFurther(before, found, weight);
      [x, before] = [before, x];
    }
    turnBack(x, n, N, regional);
    for (let i = 0; i < d.length; i++) d[i] = keep * d[i] + add * regional[i];
  }

  /** `out = O a z`, or `aᵀ Oᵀ z`. */
  #applyTable(z: Float64Array, out: Float64Array, columns: number): void {
    const { R, N, a, trade } = this.#fit;
    const [byProduct, traded] = [this.#byProduct.subarray(0, z.length), this.#traded.subarray(0, z.length)];
    if (!this.#transposed) this.#applyBlocks(a, N, z, out);
    swapAxes(this.#transposed ? z : out, [R, N], columns, byProduct);
    this.#applyBlocks(trade, R, byProduct, traded);
    swapAxes(traded, [N, R], columns, this.#transposed ? byProduct : out);
    if (this.#transposed) this.#applyBlocks(a, N, byProduct, out);
  }

  /** A square block each for as many columns of its size. */
  #applyBlocks(blocks: Float32Array, size: number, x: Float64Array, out: Float64Array): void {
    const count = blocks.length / (size * size);
    const kind = this.#transposed ? "transposedBlocks" : "blocks";
    this.#matrix.run({ kind, items: countBlockItems(count), x, out, count, blocks });
  }
}

/** Columns of n → `[region][column][sector]`. */
function turnOver(columns: Float64Array, n: number, N: number, out: Float64Array): void {
  const count = columns.length / n;
  for (let c = 0; c < count; c++)
    for (let r = 0, i = c * n; i < (c + 1) * n; r++, i += N) out.set(columns.subarray(i, i + N), (r * count + c) * N);
}

/** The way back. */
function turnBack(regional: Float64Array, n: number, N: number, out: Float64Array): void {
  const count = regional.length / n;
  for (let c = 0; c < count; c++)
    for (let r = 0, i = c * n; i < (c + 1) * n; r++, i += N) {
      const at = (r * count + c) * N;
      out.set(regional.subarray(at, at + N), i);
    }
}

/** `[outer][column][inner]` → `[inner][column][outer]`. */
function swapAxes(z: Float64Array, [outer, inner]: [number, number], columns: number, out: Float64Array): void {
  const step = columns * outer;
  for (let o = 0, at = 0; o < outer; o++)
    for (let c = 0; c < columns; c++)
      for (let i = 0, to = c * outer + o; i < inner; i++, at++, to += step) out[to] = z[at];
}
