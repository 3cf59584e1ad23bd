import { ModelError } from "../errors.ts";
import { FactoredFixedPoint } from "./factored-fixed-point.ts";
import { countProductNumbers, FactoredProduct } from "./factored-product.ts";
import { type Factors, listTrade } from "./factors.ts";
import { calcHomeBlocks } from "./home-blocks.ts";
import type { FixedPoint, RequirementsOperator, Spectrum } from "./operator.ts";
import { makePanelEngine } from "./panel-engine.ts";
import { PANEL_WIDTH } from "./panel-product.ts";
import { checkColumns, packPanel, unpackPanel } from "./panels.ts";
import type { Product } from "./residual.ts";
import { estimatePanelSpectrum } from "./spectrum.ts";

/**
 * What `FactoredRequirements.change` replaces, by index.
 *
 * Shapes: product k → R×R shares `T_k[r·R + s]`; region s → N×N technology.
 */
export interface FactorChanges {
  products: ReadonlyMap<number, Float64Array>;
  regions: ReadonlyMap<number, Float64Array>;
}

/**
 * Requirements kept as trade shares times technology: 4.6 million cells stand for 168 million, the n×n matrix is never
 * formed.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite` if a share or coefficient has a gap; on first use
 *   `not-productive` if a home block has no inverse.
 * @see docs/method.md#accounts; Miller & Blair (2009), §3.4 (Chenery-Moses)
 */
export class FactoredRequirements implements RequirementsOperator {
  readonly kind = "factored";
  readonly n: number;
  readonly nonNegative: boolean;
  readonly factors: Factors;
  #home: Float64Array | undefined;
  #spectrum: Spectrum | undefined;
  /** By width and direction: each keeps the factors laid out for itself. */
  readonly #products = new Map<string, Product>();
  readonly #points = new Map<string, FixedPoint>();

  constructor(factors: Factors) {
    const { R, N, T, a } = factors;
    if (T.length !== N || T.some((share) => share.length !== R * R) || a.length !== R * N * N)
      throw new ModelError(
        "shape-mismatch",
        `Shares of ${T.length} products have ${T.reduce((sum, share) => sum + share.length, 0)} and technology ${a.length} cells; ` +
          `${R} regions × ${N} sectors need ${N * R * R} and ${R * N * N}.`,
      );
    this.factors = factors;
    this.n = R * N;
    this.nonNegative = T.every((share) => findLeast(share, "share") >= 0) && findLeast(a, "coefficient") >= 0;
  }

  /**
   * The same table with some products traded and some regions producing in another way.
   *
   * @throws {ModelError} `shape-mismatch`; `not-finite`.
   */
  change({ products, regions }: FactorChanges): FactoredRequirements {
    const { gravity, home: _, ...factors } = this.factors;
    const { N, T, a } = factors;
    checkKeys(products.keys(), N, "product");
    checkKeys(regions.keys(), factors.R, "region");
    const technology = regions.size > 0 ? a.slice() : a;
    for (const [s, cells] of regions) {
      if (cells.length !== N * N)
        throw new ModelError("shape-mismatch", `Technology of region ${s} has ${cells.length} cells, not ${N * N}.`);
      technology.set(cells, s * N * N);
    }
    return new FactoredRequirements({
      ...factors,
      T: T.map((share, k) => products.get(k) ?? share),
      a: technology,
      gravity: products.size === 0 ? gravity : undefined,
    });
  }

  multiply(X: Float64Array, out: Float64Array): void {
    this.#multiply(X, out, false);
  }

  multiplyTransposed(X: Float64Array, out: Float64Array): void {
    this.#multiply(X, out, true);
  }

  chooseWidth(columns: number): number {
    return columns <= FEW ? 1 : PANEL_WIDTH;
  }

  forward(columns: number): FixedPoint {
    return this.#open(columns, false);
  }

  backward(columns: number): FixedPoint {
    return this.#open(columns, true);
  }

  /** `H_s = (I − a_s D_s)⁻¹ a_s`, R×N×N: what each region's production for itself amplifies. */
  get home(): Float64Array {
    this.#home ??= this.factors.home ?? calcHomeBlocks(this.factors);
    return this.#home;
  }

  get spectrum(): Spectrum {
    this.#spectrum ??= estimatePanelSpectrum(this.forward(1));
    return this.#spectrum;
  }

  /** Panel by panel, in double precision. */
  #multiply(X: Float64Array, out: Float64Array, transposed: boolean): void {
    checkColumns(this.n, X, out);
    for (let from = 0; from < X.length; ) {
      const width = this.chooseWidth((X.length - from) / this.n);
      const multiply = keep(this.#products, `${width} ${transposed}`, () => this.#makeProduct(width, transposed));
      const to = from + width * this.n;
      multiply(X.subarray(from, to), out.subarray(from, to));
      from = to;
    }
  }

  #makeProduct(width: number, transposed: boolean): Product {
    const { R, N, a } = this.factors;
    const parts = { R, N, blocks: a, trade: listTrade(this.factors), home: true };
    const panel = this.n * width;
    const engine = makePanelEngine((countProductNumbers(parts, width) + 2 * panel) * Float64Array.BYTES_PER_ELEMENT);
    const take = (length: number) => engine.takeDouble(length);
    const product = new FactoredProduct(engine, take, parts, width, transposed);
    const [z, result] = [take(panel), take(panel)];
    return (X, out) => {
      packPanel(X, this.n, width, z);
      product.apply(z, result);
      unpackPanel(result, this.n, width, out);
    };
  }

  #open(columns: number, transposed: boolean): FixedPoint {
    const width = this.chooseWidth(columns);
    const { R, N } = this.factors;
    const parts = () => ({ R, N, blocks: this.home, trade: listTrade(this.factors), home: false });
    return keep(this.#points, `${width} ${transposed}`, () => new FactoredFixedPoint(parts(), width, transposed));
  }
}

/** Up to this many columns go one by one: the products of a single column fill the vectors of the processor already. */
const FEW = 3;

function keep<T>(kept: Map<string, T>, key: string, make: () => T): T {
  const known = kept.get(key) ?? make();
  kept.set(key, known);
  return known;
}

function checkKeys(keys: Iterable<number>, size: number, what: string): void {
  for (const key of keys)
    if (!Number.isInteger(key) || key < 0 || key >= size)
      throw new ModelError("shape-mismatch", `There is no ${what} ${key}: they go from 0 to ${size - 1}.`);
}

/** @throws {ModelError} `not-finite` at the first gap. */
function findLeast(values: Float64Array, what: string): number {
  let least = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]))
      throw new ModelError("not-finite", `A ${what} of the requirements is ${values[i]} (cell ${i}).`);
    if (values[i] < least) least = values[i];
  }
  return least;
}
