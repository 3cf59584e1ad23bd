import { countBlockNumbers, type LaidBlocks, layBlock } from "./lay-blocks.ts";
import type { PanelEngine } from "./panel-engine.ts";
import type { Numbers } from "./panel-product.ts";
import type { ProductParts } from "./product-parts.ts";

/** Room for every region's block, and for one that many share. */
export function countBlocksNumbers({ R, N }: Pick<ProductParts, "R" | "N">, width: number): number {
  return (R + 1) * countBlockNumbers(N, width);
}

/**
 * `out = B z`, B one block for each region: its rows times its block, or the block's transpose.
 *
 * Where regions share a block, that one is laid out alone: it stays in the processor's cache.
 */
export class BlockProduct {
  /** Buyers' factors that stand in the blocks, N×R. */
  readonly factors: Float64Array;
  readonly #engine: PanelEngine;
  readonly #blocks: LaidBlocks;
  readonly #R: number;
  readonly #N: number;
  readonly #alike: boolean;
  /** Regions with a block of their own. */
  #own: readonly number[];

  constructor(
    engine: PanelEngine,
    take: (length: number) => Numbers,
    parts: ProductParts,
    width: number,
    transposed: boolean,
  ) {
    const { R, N, blocks, trade, alike = false, changed } = parts;
    this.#engine = engine;
    this.#R = R;
    this.#N = N;
    this.#alike = alike;
    this.factors = alike ? trade.buyer.slice().fill(1) : trade.buyer;
    this.#blocks = {
      data: take(countBlocksNumbers(parts, width)),
      size: countBlockNumbers(N, width),
      width,
      transposed,
    };
    this.#own = alike ? [...changed] : Array.from({ length: R }, (_, s) => s);
    this.#lay(blocks, this.#own);
    this.#layShared(parts);
  }

  /** Go on with another table's blocks: those of `before.changed` and `parts.changed` may differ, and a shared one. */
  wear(parts: ProductParts, before: ProductParts): void {
    const moved = new Set([...before.changed, ...parts.changed]);
    if (this.#alike) this.#own = [...parts.changed];
    this.#lay(parts.blocks, this.#alike ? this.#own : moved);
    if (parts.blocks !== before.blocks) this.#layShared(parts);
  }

  multiply(z: Numbers, out: Numbers): void {
    if (this.#alike) this.#multiplyShared(z, out);
    for (const s of this.#own) this.#multiplyOne(z, out, s, s);
  }

  #multiplyShared(z: Numbers, out: Numbers): void {
    const [R, N] = [this.#R, this.#N];
    const { data, size, width } = this.#blocks;
    if (width === 1)
      this.#engine.multiply(
        { data: z, offset: 0, rowStride: N, columnStride: 1, rows: R, columns: N },
        { data, offset: R * size, stride: N },
        { data: out, offset: 0, stride: N },
        N,
      );
    else for (let s = 0; s < R; s++) this.#multiplyOne(z, out, s, R);
  }

  /** A single column is a row times the block, so that SIMD has its width. */
  #multiplyOne(z: Numbers, out: Numbers, s: number, block: number): void {
    const N = this.#N;
    const { data, size, width } = this.#blocks;
    const [offset, at] = [block * size, s * N * width];
    if (width === 1)
      this.#engine.multiply(
        { data: z, offset: at, rowStride: N, columnStride: 1, rows: 1, columns: N },
        { data, offset, stride: N },
        { data: out, offset: at, stride: N },
        N,
      );
    else
      this.#engine.multiplyTiles(
        { data, offset, rows: N, columns: N },
        { data: z, offset: at, stride: width },
        { data: out, offset: at, stride: width },
        width,
      );
  }

  #layShared({ R, blocks, changed }: ProductParts): void {
    let s = 0;
    while (changed.has(s)) s++;
    if (this.#alike && s < R) layBlock(blocks, this.factors, s, this.#blocks, R);
  }

  #lay(blocks: Float64Array, regions: Iterable<number>): void {
    for (const s of regions) layBlock(blocks, this.factors, s, this.#blocks);
  }
}
