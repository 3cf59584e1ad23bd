import { expandRows } from "./factors.ts";
import type { Gravity, Shift } from "./gravity.ts";
import type { PanelEngine } from "./panel-engine.ts";
import type { Numbers } from "./panel-product.ts";
import { countTileNumbers, layTiles, type Tiles } from "./tiles.ts";

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
export function countProductNumbers({ R, N, trade }: ProductParts, width: number): number {
  return R * countTileNumbers(N, N) + trade.kernels.length * countTileNumbers(R, R) + 2 * R * N * width;
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
  readonly #kernels: readonly Tiles[];
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
    this.#kernels = trade.kernels.map((kernel) => keepKernel(kernel, take, parts, transposed));
    this.#blocks = (width === 1 ? keepBlocks : keepTiledBlocks)(parts, take, transposed);
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
    const [data, size] = [this.#blocks, this.#blocks.length / R];
    const row = { data: z, offset: 0, rowStride: N, columnStride: 1, rows: 1, columns: N };
    const panel = { data, offset: 0, stride: N };
    const tiles = { data, offset: 0, rows: N, columns: N };
    const from = { data: z, offset: 0, stride: width };
    const to = { data: out, offset: 0, stride: alone ? N : width };
    for (let s = 0; s < R; s++) {
      panel.offset = tiles.offset = s * size;
      row.offset = from.offset = to.offset = s * N * width;
      if (alone) this.#engine.multiply(row, panel, to, N);
      else this.#engine.multiplyTiles(tiles, from, to, width);
    }
  }

  #trade(z: Numbers, out: Numbers): void {
    const { N } = this.#parts;
    const width = this.#width;
    for (const { kernel, first, count } of this.#runs)
      this.#engine.multiplyTiles(
        this.#kernels[kernel],
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

function keepKernel(
  kernel: Float64Array,
  take: (length: number) => Numbers,
  { R, home }: ProductParts,
  transposed: boolean,
): Tiles {
  const data = home ? kernel : kernel.slice();
  if (!home) for (let s = 0; s < R; s++) data[s * R + s] = 0;
  const [rowStride, columnStride] = transposed ? [1, R] : [R, 1];
  const view = { data, offset: 0, rowStride, columnStride, rows: R, columns: R };
  return layTiles(view, { data: take(countTileNumbers(R, R)), offset: 0, rows: R, columns: R });
}

/** What single buyers take differently, over the buyers' factors, which stand in the blocks. */
function keepShifts({ R, trade, home }: ProductParts): Shift[] {
  return (trade.shifts ?? []).map(({ k, s, shares }) => ({
    k,
    s,
    shares: shares.map((share, r) => (r === s && !home ? 0 : share / trade.buyer[k * R + s])),
  }));
}

/** The blocks with the buyers' factors on their rows, one after another, turned for what is not transposed. */
function keepBlocks(parts: ProductParts, take: (length: number) => Numbers, transposed: boolean): Numbers {
  const { R, N } = parts;
  const kept = take(R * N * N);
  for (let s = 0; s < R; s++) {
    const block = weighBlock(parts, s);
    for (let i = 0; i < N; i++)
      for (let j = 0; j < N; j++) kept[(s * N + (transposed ? i : j)) * N + (transposed ? j : i)] = block[i * N + j];
  }
  return kept;
}

/** The same in tiles, turned for what is transposed. */
function keepTiledBlocks(parts: ProductParts, take: (length: number) => Numbers, transposed: boolean): Numbers {
  const { R, N } = parts;
  const size = countTileNumbers(N, N);
  const [rowStride, columnStride] = transposed ? [1, N] : [N, 1];
  const kept = take(R * size);
  for (let s = 0; s < R; s++) {
    const view = { data: weighBlock(parts, s), offset: 0, rowStride, columnStride, rows: N, columns: N };
    layTiles(view, { data: kept, offset: s * size, rows: N, columns: N });
  }
  return kept;
}

/** A region's block with the buyers' factors on its rows. Shapes: N×N. */
function weighBlock({ R, N, blocks, trade }: ProductParts, s: number): Float64Array {
  const block = blocks.slice(s * N * N, (s + 1) * N * N);
  for (let i = 0; i < N; i++) for (let j = 0; j < N; j++) block[i * N + j] *= trade.buyer[i * R + s];
  return block;
}
