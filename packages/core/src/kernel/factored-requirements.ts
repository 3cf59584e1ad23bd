import { ModelError } from "../errors.ts";
import { changeFactors, type FactorChanges } from "./change-factors.ts";
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

  /** @param parent Whose factors need no second check. */
  constructor(factors: Factors, parent?: FactoredRequirements) {
    const { R, N, T, a } = factors;
    if (T.length !== N || T.some((share) => share.length !== R * R) || a.length !== R * N * N)
      throw new ModelError(
        "shape-mismatch",
        `Shares of ${T.length} products have ${T.reduce((sum, share) => sum + share.length, 0)} and technology ${a.length} cells; ` +
          `${R} regions × ${N} sectors need ${N * R * R} and ${R * N * N}.`,
      );
    this.factors = factors;
    this.n = R * N;
    const fresh = T.filter((shares, k) => shares !== parent?.factors.T[k]);
    const least = fresh.map((shares) => findLeast(shares, "share"));
    if (a !== parent?.factors.a) least.push(findLeast(a, "coefficient"));
    this.nonNegative = (parent?.nonNegative ?? true) && least.every((cell) => cell >= 0);
  }

  /**
   * The same table with some products traded and some regions producing in another way.
   *
   * @throws {ModelError} As `changeFactors`; `not-finite` if a change has a gap.
   */
  change(changes: FactorChanges): FactoredRequirements {
    const changed = new FactoredRequirements(changeFactors({ ...this.factors, home: this.home }, changes), this);
    // Shares still add up to one, so that the old ends of the spectrum are near the new ones; wrong by a little, they
    // cost a round.
    if (changes.regions.size === 0) changed.#spectrum = this.spectrum;
    return changed;
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
