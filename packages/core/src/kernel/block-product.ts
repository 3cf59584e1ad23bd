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
    if (this.#alike) this.#own = [...parts.changed];
    this.#lay(parts.blocks, this.#alike ? this.#own : new Set([...before.changed, ...parts.changed]));
    if (parts.blocks !== before.blocks) this.#layShared(parts);
  }

  multiply(z: Numbers, out: Numbers): void {
    if (this.#alike) this.#multiplyRegions(z, out, { first: 0, count: this.#R, block: this.#R });
    for (const s of this.#own) this.#multiplyRegions(z, out, { first: s, count: 1, block: s });
  }

  /** Some regions with one block. A single column is a row times the block, so that SIMD has its width. */
  #multiplyRegions(
    z: Numbers,
    out: Numbers,
    { first, count, block }: { first: number; count: number; block: number },
  ): void {
    const N = this.#N;
    const { data, size, width } = this.#blocks;
    const offset = block * size;
    if (width === 1) {
      const at = first * N;
      this.#engine.multiply(
        { data: z, offset: at, rowStride: N, columnStride: 1, rows: count, columns: N },
        { data, offset, stride: N },
        { data: out, offset: at, stride: N },
        N,
      );
      return;
    }
    const tiles = { data, offset, rows: N, columns: N };
    for (let s = first; s < first + count; s++) {
      const at = s * N * width;
      this.#engine.multiplyTiles(
        tiles,
        { data: z, offset: at, stride: width },
        { data: out, offset: at, stride: width },
        width,
      );
    }
  }

  #layShared({ R, blocks, changed }: ProductParts): void {
    let s = 0;
    while (changed.has(s)) s++;
    if (this.#alike && s < R) layBlock(blocks, this.factors, s, this.#blocks, R);
  }

  #lay(blocks: Numbers, regions: Iterable<number>): void {
    for (const s of regions) layBlock(blocks, this.factors, s, this.#blocks);
  }
}
