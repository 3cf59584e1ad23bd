import { BlockProduct, countBlocksNumbers } from "./block-product.ts";
import { expandRows } from "./factors.ts";
import { calcHomeShares, type Gravity, type Shift } from "./gravity.ts";
import type { PanelEngine } from "./panel-engine.ts";
import type { Numbers } from "./panel-product.ts";
import type { ProductParts } from "./product-parts.ts";
import { countTileNumbers, layTiles, type Tiles } from "./tiles.ts";

/** Neighbouring products that go through one kernel together. */
interface Run {
  kernel: number;
  first: number;
  count: number;
}

/** Room that a product takes in its engine. */
export function countProductNumbers(parts: ProductParts, width: number): number {
  const { R, N, trade } = parts;
  return countBlocksNumbers(parts, width) + trade.kernels.length * countTileNumbers(R, R) + 4 * R * N * width;
}

/**
 * `out = T B z` for panels of one width, or its transpose `Bᵀ Tᵀ z`: nothing but matrix products and one scaling.
 *
 * Panels are ordered region, sector, column: neighbouring products that share a kernel are one matrix product over all
 * of them, and a region's technology is one on neighbouring rows. Buyers' factors stand in the blocks, where every region has its own.
 *
 * Laying a table out takes longer than a product: tables of the same kernels take turns, see `wear`.
 */
export class FactoredProduct {
  readonly #engine: PanelEngine;
  #parts: ProductParts;
  readonly #width: number;
  readonly #transposed: boolean;
  readonly #runs: readonly Run[];
  readonly #kernels: readonly Tiles[];
  readonly #blocks: BlockProduct;
  readonly #supplier: Numbers;
  readonly #between: Numbers;
  readonly #room: { buyer: Numbers; home: Numbers };
  /** Buyers' factors over those in the blocks, where they differ. */
  #buyer: Numbers | undefined;
  /** What regions take from themselves beyond what kernels say, over buyers' factors. */
  #home: Numbers | undefined;
  #shifts: readonly Shift[] = [];

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
    this.#blocks = new BlockProduct(engine, take, parts, width, transposed);
    this.#supplier = take(R * N * width);
    this.#between = take(R * N * width);
    this.#room = { buyer: take(R * N * width), home: take(R * N * width) };
    expandRows(trade.supplier, R, N, width, this.#supplier);
    this.#wearTrade();
  }

  /** Go on as the product of another table with the same kernels: only what differs is laid out again. */
  wear(parts: ProductParts): void {
    const { R, N, trade } = parts;
    const before = this.#parts;
    if (parts === before) return;
    this.#parts = parts;
    this.#blocks.wear(parts, before);
    if (trade === before.trade) return;
    if (trade.supplier !== before.trade.supplier) expandRows(trade.supplier, R, N, this.#width, this.#supplier);
    this.#wearTrade();
  }

  apply(z: Numbers, out: Numbers): void {
    if (this.#transposed) {
      this.#collect(z, out);
      this.applyBlocks(this.#between, out);
    } else {
      this.applyBlocks(z, this.#between);
      this.#spread(out);
    }
  }

  /** `out = T z`, or `Tᵀ z`: trade without the blocks. */
  applyTrade(z: Numbers, out: Numbers): void {
    if (this.#transposed) {
      this.#collect(z, out);
      this.#scaleByBuyer(this.#between, out);
    } else {
      this.#scaleByBuyer(z, this.#between);
      this.#spread(out);
    }
  }

  /** `out = B z`, or `Bᵀ z`, which uses z up; buyers' factors included. */
  applyBlocks(z: Numbers, out: Numbers): void {
    if (this.#buyer && this.#transposed) this.#engine.scale(this.#buyer, z, z);
    this.#blocks.multiply(z, out);
    if (this.#buyer && !this.#transposed) this.#engine.scale(this.#buyer, out, out);
  }

  /** From `between`, which buyers' factors have scaled. */
  #spread(out: Numbers): void {
    this.#trade(this.#between, out);
    this.#engine.scale(this.#supplier, out, out);
    this.#correct(this.#between, out);
  }

  /** Into `between`, which buyers' factors have still to scale; `out` is used on the way. */
  #collect(z: Numbers, out: Numbers): void {
    this.#engine.scale(this.#supplier, z, out);
    this.#trade(out, this.#between);
    this.#correct(z, this.#between);
  }

  #scaleByBuyer(z: Numbers, out: Numbers): void {
    const { R, N, trade } = this.#parts;
    const width = this.#width;
    for (let s = 0, at = 0; s < R; s++)
      for (let k = 0; k < N; k++) for (let p = 0; p < width; p++, at++) out[at] = z[at] * trade.buyer[k * R + s];
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

  /** Add to `out` what is not as the kernels say. */
  #correct(z: Numbers, out: Numbers): void {
    const { R, N } = this.#parts;
    const width = this.#width;
    const home = this.#home;
    if (home) for (let at = 0; at < out.length; at++) out[at] += home[at] * z[at];
    for (const { k, s, shares } of this.#shifts) {
      const buyer = (s * N + k) * width;
      for (let r = 0, supplier = k * width; r < R; r++, supplier += N * width) {
        const share = shares[r];
        if (share === 0) continue;
        const from = this.#transposed ? supplier : buyer;
        const to = this.#transposed ? buyer : supplier;
        for (let p = 0; p < width; p++) out[to + p] += share * z[from + p];
      }
    }
  }

  #wearTrade(): void {
    const { R, N, trade, home } = this.#parts;
    const { buyer } = trade;
    const laid = this.#blocks.factors;
    const ratios = buyer === laid ? undefined : divide(buyer, laid);
    this.#buyer = ratios && expandRows(ratios, R, N, this.#width, this.#room.buyer);
    const own = home && trade.home ? calcHomeCorrections(trade) : undefined;
    this.#home = own && expandRows(own, R, N, this.#width, this.#room.home);
    this.#shifts = keepShifts(this.#parts);
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
  kernel: Numbers,
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

/** What regions take from themselves beyond what the kernels say, over the buyers' factors. Shapes: N×R. */
function calcHomeCorrections({ home, ...model }: Gravity): Float64Array {
  const shares = calcHomeShares({ ...model, shifts: [] });
  for (let at = 0; at < shares.length; at++) shares[at] = (home![at] - shares[at]) / model.buyer[at];
  return shares;
}

/** `a / b`, cell by cell; 1 where both are the same, be it nothing. */
function divide(a: Float64Array, b: Float64Array): Float64Array {
  const ratios = new Float64Array(a.length);
  for (let at = 0; at < ratios.length; at++) ratios[at] = a[at] === b[at] ? 1 : a[at] / b[at];
  return ratios;
}
