import { ModelError } from "../../errors.ts";
import type { FactorChanges } from "../change-factors.ts";
import type { DenseRequirements } from "../dense-requirements.ts";
import type { Numbers } from "../panel-product.ts";

/** What a buyer takes of a product, before and after. */
export interface ChangedPurchase {
  /** Product and buying sector. */
  k: number;
  b: number;
  /** Cells by origin, R. */
  after: Float64Array;
}

/**
 * A dense table as purchases: every sector of every region buys each product from suppliers of its own,
 * `T = A^{rs}_{ij} / Σ_r A^{rs}_{ij}`, 0 where the sum is 0.
 *
 * Shapes: `cells` n×n row-major, n = R·N rows, region-major.
 */
export class Purchases {
  readonly R: number;
  readonly N: number;
  readonly n: number;
  readonly cells: Numbers;
  readonly #technology = new Map<number, Float64Array>();

  constructor({ matrix }: DenseRequirements, R: number) {
    this.R = R;
    this.n = matrix.n;
    this.N = matrix.n / R;
    this.cells = matrix.cells;
    if (!Number.isInteger(this.N))
      throw new ModelError("shape-mismatch", `A table of ${this.n} rows has not ${R} regions of as many sectors each.`);
  }

  /** See `Sourcing.technologyOf`. */
  technologyOf(s: number): Float64Array {
    const known = this.#technology.get(s) ?? this.#sumOrigins(s);
    this.#technology.set(s, known);
    return known;
  }

  /** What buying sector b takes of product k, from all origins together. */
  use(k: number, b: number): number {
    const { N } = this;
    return this.technologyOf(Math.floor(b / N))[k * N + (b % N)];
  }

  share(k: number, r: number, b: number): number {
    const use = this.use(k, b);
    return use === 0 ? 0 : this.cells[(r * this.N + k) * this.n + b] / use;
  }

  /** Every purchase that is another: as shares were given, or as before; as much in all as technology says now. */
  *listChanged({ shares, regions }: FactorChanges): Iterable<ChangedPurchase> {
    const { n, N } = this;
    for (const [key, share] of shares) {
      const [k, b] = [Math.floor(key / n), key % n];
      const use = regions.get(Math.floor(b / N))?.[k * N + (b % N)] ?? this.use(k, b);
      yield { k, b, after: this.#spread(k, b, share, use) };
    }
    for (const [s, technology] of regions)
      for (let at = 0; at < N * N; at++) {
        const [k, b] = [Math.floor(at / N), s * N + (at % N)];
        if (technology[at] === this.use(k, b) || shares.has(k * n + b)) continue;
        yield { k, b, after: this.#scale(k, b, technology[at]) };
      }
  }

  /** The cells of a purchase in given shares; those that stay do so to the last bit. */
  #spread(k: number, b: number, share: Float64Array, use: number): Float64Array {
    const isAsMuch = use === this.use(k, b);
    return share.map((part, r) =>
      isAsMuch && part === this.share(k, r, b) ? this.cells[(r * this.N + k) * this.n + b] : part * use,
    );
  }

  /** The cells of a purchase that grows to `use`; one that is nothing, or cancels, stays as it is. */
  #scale(k: number, b: number, use: number): Float64Array {
    const before = this.use(k, b);
    const factor = before === 0 ? 1 : use / before;
    return Float64Array.from({ length: this.R }, (_, r) => this.cells[(r * this.N + k) * this.n + b] * factor);
  }

  #sumOrigins(s: number): Float64Array {
    const { R, N, n, cells } = this;
    const use = new Float64Array(N * N);
    for (let r = 0; r < R; r++)
      for (let k = 0; k < N; k++)
        for (let j = 0, at = (r * N + k) * n + s * N; j < N; j++) use[k * N + j] += cells[at + j];
    return use;
  }
}
