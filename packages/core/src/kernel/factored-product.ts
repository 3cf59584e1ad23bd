import { expandRows } from "./factors.ts";
import type { Gravity, Shift } from "./gravity.ts";
import type { PanelEngine } from "./panel-engine.ts";
import type { Numbers } from "./panel-product.ts";

/** Trade after a block of each region: A itself, or the fixed point that holds home trade exactly. */
export interface ProductParts {
  R: number;
  N: number;
  /** R×N×N. */
  blocks: Float64Array;
  trade: Gravity;
  /** Whether trade includes what a region buys from itself. */
  home: boolean;
}

/** Neighbouring products that go through one kernel together. */
interface Run {
  kernel: number;
  first: number;
  count: number;
}

/** Room that a product takes in its engine. */
export function countProductNumbers({ R, N, blocks, trade }: ProductParts, width: number): number {
  return blocks.length + trade.kernels.length * R * R + 2 * R * N * width;
}

/**
 * `out = T B z` for panels of one width, or its transpose `Bᵀ Tᵀ z`: nothing but matrix products and one scaling.
 *
 * Panels are ordered region, sector, column: neighbouring products that share a kernel are one matrix product over all
 * of them, and a region's technology is one on neighbouring rows. Buyers' factors stand in the blocks already.
 */
export class FactoredProduct {
  readonly #engine: PanelEngine;
  readonly #parts: ProductParts;
  readonly #width: number;
  readonly #transposed: boolean;
  readonly #runs: readonly Run[];
  readonly #kernels: readonly Numbers[];
  readonly #blocks: Numbers;
  readonly #supplier: Numbers;
  readonly #between: Numbers;
  readonly #shifts: readonly Shift[];

  /** @param take Of the engine, in the precision wanted. */
  constructor(
    engine: PanelEngine,
    take: (length: number) => Numbers,
    parts: ProductParts,
    width: number,
    transposed: boolean,
  ) {
    const { R, N, trade } = parts;
    this.#engine = engine;
    this.#parts = parts;
    this.#width = width;
    this.#transposed = transposed;
    this.#runs = listRuns(trade.kernelOf);
    this.#kernels = trade.kernels.map((kernel) => keepKernel(kernel, take(R * R), R, parts.home));
    this.#blocks = keepBlocks(parts, take(R * N * N), !transposed);
    this.#supplier = expandRows(trade.supplier, R, N, width, take(R * N * width));
    this.#between = take(R * N * width);
    this.#shifts = keepShifts(parts);
  }

  apply(z: Numbers, out: Numbers): void {
    if (this.#transposed) {
      this.#engine.scale(this.#supplier, z, out);
      this.#trade(out, this.#between);
      this.#shift(z, this.#between);
      this.applyBlocks(this.#between, out);
    } else {
      this.applyBlocks(z, this.#between);
      this.#trade(this.#between, out);
      this.#engine.scale(this.#supplier, out, out);
      this.#shift(this.#between, out);
    }
  }

  /** `out = B z`, or `Bᵀ z`, region by region. A single column is a row times the block, so that SIMD has its width. */
  applyBlocks(z: Numbers, out: Numbers): void {
    const { R, N } = this.#parts;
    const width = this.#width;
    const alone = width === 1;
    const block = { data: this.#blocks, offset: 0, stride: N, rowStride: 1, columnStride: N, rows: N, columns: N };
    const from = { data: z, offset: 0, stride: width, rowStride: N, columnStride: 1, rows: 1, columns: N };
    const to = { data: out, offset: 0, stride: alone ? N : width };
    for (let s = 0; s < R; s++) {
      block.offset = s * N * N;
      from.offset = to.offset = s * N * width;
      if (alone) this.#engine.multiply(from, block, to, N);
      else this.#engine.multiply(block, from, to, width);
    }
  }

  #trade(z: Numbers, out: Numbers): void {
    const { R, N } = this.#parts;
    const width = this.#width;
    const [rowStride, columnStride] = this.#transposed ? [1, R] : [R, 1];
    for (const { kernel, first, count } of this.#runs)
      this.#engine.multiply(
        { data: this.#kernels[kernel], offset: 0, rowStride, columnStride, rows: R, columns: R },
        { data: z, offset: first * width, stride: N * width },
        { data: out, offset: first * width, stride: N * width },
        count * width,
      );
  }

  /** Add to `out` what single buyers take differently. */
  #shift(z: Numbers, out: Numbers): void {
    const { R, N } = this.#parts;
    const width = this.#width;
    for (const { k, s, shares } of this.#shifts)
      for (let r = 0; r < R; r++) {
        const [supplier, buyer] = [(r * N + k) * width, (s * N + k) * width];
        const [from, to] = this.#transposed ? [supplier, buyer] : [buyer, supplier];
        for (let p = 0; p < width; p++) out[to + p] += shares[r] * z[from + p];
      }
  }
}

function listRuns(kernelOf: readonly number[]): Run[] {
  const runs: Run[] = [];
  kernelOf.forEach((kernel, k) => {
    const last = runs.at(-1);
    if (last?.kernel === kernel) last.count++;
    else runs.push({ kernel, first: k, count: 1 });
  });
  return runs;
}

function keepKernel(kernel: Float64Array, kept: Numbers, R: number, home: boolean): Numbers {
  kept.set(kernel);
  if (!home) for (let s = 0; s < R; s++) kept[s * R + s] = 0;
  return kept;
}

/** What single buyers take differently, over the buyers' factors, which stand in the blocks. */
function keepShifts({ R, trade, home }: ProductParts): Shift[] {
  return (trade.shifts ?? []).map(({ k, s, shares }) => ({
    k,
    s,
    shares: shares.map((share, r) => (r === s && !home ? 0 : share / trade.buyer[k * R + s])),
  }));
}

/** The blocks with the buyers' factors on their rows, turned if asked for. */
function keepBlocks({ R, N, blocks, trade }: ProductParts, kept: Numbers, turned: boolean): Numbers {
  for (let s = 0; s < R; s++)
    for (let i = 0; i < N; i++) {
      const buyer = trade.buyer[i * R + s];
      for (let j = 0; j < N; j++)
        kept[s * N * N + (turned ? j * N + i : i * N + j)] = buyer * blocks[(s * N + i) * N + j];
    }
  return kept;
}
