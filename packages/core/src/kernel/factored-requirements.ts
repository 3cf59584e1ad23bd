import {
  checkChanges,
  type FactorChanges,
  isNonNegative,
  listChangedHomes,
  replaceTechnology,
  type Technologies,
  usesNoMore,
} from "./change-factors.ts";
import { type OriginWeights, shiftBuyers, weighTrade } from "./change-trade.ts";
import { checkFactors, isAlike } from "./check-factors.ts";
import { expandRows, type Factors, listTrade } from "./factors.ts";
import { calcHomeShares, type Gravity } from "./gravity.ts";
import { GravityFactors } from "./gravity-factors.ts";
import { calcHomeBlocks } from "./home-blocks.ts";
import { Layouts } from "./layouts.ts";
import type { FixedPoint, RequirementsOperator, SlowDirections, Spectrum } from "./operator.ts";
import { PANEL_WIDTH } from "./panel-product.ts";
import { checkColumns } from "./panels.ts";
import type { ProductParts } from "./product-parts.ts";
import { findSlowDirections } from "./slow-directions.ts";
import { estimatePanelSpectrum } from "./spectrum.ts";

/** Where a table that was changed comes from, and in which regions it differs. */
interface Origin {
  parent: FactoredRequirements;
  /** Regions whose home block is not the parent's. */
  moved: ReadonlySet<number>;
  /** Regions whose technology is not that of the first table of the line; or of the others, where these are alike. */
  technology: ReadonlySet<number>;
  /** Regions whose home block is not that of the first table. */
  homes: ReadonlySet<number>;
  /** Whether the parent's spectra do for this one. */
  isNear: boolean;
}

/** The two ways to state a table as a fixed point: as it stands, or with home trade held exactly. */
type Form = "plain" | "homes";

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
  readonly #trade: Gravity;
  readonly #origin: Origin | undefined;
  /** Whether all regions produced alike before any change. */
  readonly #alike: boolean;
  readonly #layouts: Layouts;
  readonly #parts = new Map<Form, ProductParts>();
  readonly #spectra = new Map<Form, Spectrum>();
  #home: Float64Array | undefined;
  #own: Float64Array | undefined;
  #slow: SlowDirections | undefined;

  /** @param known Whether no factor is negative, where they were checked before; and where a table that was changed comes from. */
  constructor(factors: Factors, known?: { nonNegative: boolean; origin?: Origin }) {
    const { nonNegative, origin } = known ?? { nonNegative: checkFactors(factors) };
    this.factors = factors;
    this.n = factors.R * factors.N;
    this.nonNegative = nonNegative;
    this.#trade = listTrade(factors);
    this.#origin = origin;
    const parent = origin?.parent;
    this.#layouts = parent && parent.#trade.kernels === this.#trade.kernels ? parent.#layouts : new Layouts();
    this.#alike = parent ? parent.#alike : isAlike(factors);
    this.#home = factors.home;
  }

  /**
   * The same table with some products traded and some regions producing in another way.
   *
   * @throws {ModelError} `shape-mismatch`; `not-finite` if a change has a gap; on first use `not-productive` as
   *   `calcHomeBlocks`.
   */
  change(changes: FactorChanges): FactoredRequirements {
    checkChanges(this.factors, changes);
    const nonNegative = this.nonNegative && isNonNegative(changes);
    const { shares, regions, weights } = changes;
    const replaced =
      shares.size + regions.size > 0 ? this.#derive(shiftBuyers(this.#trade, shares), nonNegative, regions) : this;
    if (!weights) return replaced;
    return replaced.#derive(weighTrade(replaced.#trade, weights, replaced.sumOrigins(weights)), nonNegative);
  }

  #derive(trade: Gravity, nonNegative: boolean, regions: Technologies = new Map()): FactoredRequirements {
    const { R, N } = this.factors;
    const factors = new GravityFactors({ R, N, a: replaceTechnology(this.factors, regions), gravity: trade });
    const isShared = this.#alike && regions.size > 0 && isAlike(factors);
    const technology = isShared ? NONE : new Set([...(this.#origin?.technology ?? []), ...regions.keys()]);
    const moved = new Set([...listChangedHomes(this.#trade, trade), ...regions.keys()]);
    const homes = new Set([...(this.#origin?.homes ?? []), ...moved]);
    // Shares still add up to one, and nobody uses more: the old ends of the spectrum are near the new ones, and wrong by
    // a little they cost a round.
    const isNear = usesNoMore(this.factors, regions);
    const origin: Origin = { parent: this, technology, homes, moved, isNear };
    return new FactoredRequirements(factors, { nonNegative, origin });
  }

  /**
   * `Σ_r T_k[r][s] w_rk`: what a unit of each product weighs for each buyer, over all origins.
   *
   * Shapes: → n, buyer after buyer.
   */
  sumOrigins({ away, home }: OriginWeights): Float64Array {
    const sums = new Float64Array(this.n);
    this.#layouts.openTrade(this.#list("plain"), true)(away, sums);
    const own = this.#ownShares;
    for (let i = 0; i < sums.length; i++) sums[i] += own[i] * (home[i] - away[i]);
    return sums;
  }

  /**
   * `Σ_s w_rk T_k[r][s] b_sk`: what all regions buy of each product, by origin, each times its weight.
   *
   * Shapes: `bought` n, buyer after buyer → n.
   */
  spreadPurchases(bought: Float64Array, { away, home }: OriginWeights): Float64Array {
    const sold = new Float64Array(this.n);
    this.#layouts.openTrade(this.#list("plain"), false)(bought, sold);
    const own = this.#ownShares;
    for (let i = 0; i < sold.length; i++) sold[i] = sold[i] * away[i] + own[i] * (home[i] - away[i]) * bought[i];
    return sold;
  }

  /** What regions take from themselves, n. */
  get #ownShares(): Float64Array {
    const { R, N } = this.factors;
    this.#own ??= expandRows(calcHomeShares(this.#trade), R, N, 1, new Float64Array(this.n));
    return this.#own;
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

  prepare(columns: number): void {
    this.#open(columns, false);
    this.#layouts.openProduct(this.#list("plain"), this.chooseWidth(columns), false);
  }

  /** `H_s = (I − a_s D_s)⁻¹ a_s`, R×N×N: what each region's production for itself amplifies. */
  get home(): Float64Array {
    this.#home ??= calcHomeBlocks(this.factors, this.#origin?.parent.home, this.#origin?.moved);
    return this.#home;
  }

  get spectrum(): Spectrum {
    return this.#estimate("homes");
  }

  /** A region's use, trade of a product, factors of both sides, and what home trade and single buyers take differently. */
  get roundings(): number {
    const { R, N } = this.factors;
    return R + N + SCALINGS + (this.#trade.shifts?.length ?? 0);
  }

  get slow(): SlowDirections | undefined {
    if (this.n < LARGE) return undefined;
    const open = (transposed: boolean) => this.#layouts.openPoint(this.#list("homes"), 1, transposed);
    this.#slow ??= findSlowDirections(open(false), open(true));
    return this.#slow;
  }

  /** Panel by panel, in double precision. */
  #multiply(X: Float64Array, out: Float64Array, transposed: boolean): void {
    checkColumns(this.n, X, out);
    for (let from = 0; from < X.length; ) {
      const width = this.chooseWidth((X.length - from) / this.n);
      const multiply = this.#layouts.openProduct(this.#list("plain"), width, transposed);
      const to = from + width * this.n;
      multiply(X.subarray(from, to), out.subarray(from, to));
      from = to;
    }
  }

  #open(columns: number, transposed: boolean): FixedPoint {
    const width = this.chooseWidth(columns);
    const form = this.#chooseForm(width);
    const spectrum = form === "plain" ? this.#estimate(form) : undefined;
    return this.#layouts.openPoint(this.#list(form), width, transposed, spectrum);
  }

  /** Rounds of the plain form are more: they are cheaper where regions share a block, and home blocks of many take long. */
  #chooseForm(width: number): Form {
    if (width > 1) return "homes";
    const { moved } = this.#origin ?? { moved: NONE };
    const needsMany = !this.#home && moved.size > this.factors.R * MANY_HOMES;
    return this.#alike || needsMany ? "plain" : "homes";
  }

  #estimate(form: Form): Spectrum {
    const known = this.#spectra.get(form);
    if (known) return known;
    const spectrum = this.#origin?.isNear
      ? this.#origin.parent.#estimate(form)
      : estimatePanelSpectrum(this.#layouts.openPoint(this.#list(form), 1, false));
    this.#spectra.set(form, spectrum);
    return spectrum;
  }

  #list(form: Form): ProductParts {
    const known = this.#parts.get(form);
    if (known) return known;
    const { R, N, a } = this.factors;
    const { technology, homes } = this.#origin ?? { technology: NONE, homes: NONE };
    const parts =
      form === "plain"
        ? { R, N, trade: this.#trade, blocks: a, home: true, changed: technology, alike: this.#alike }
        : { R, N, trade: this.#trade, blocks: this.home, home: false, changed: homes };
    this.#parts.set(form, parts);
    return parts;
  }
}

const NONE: ReadonlySet<number> = new Set();

/** Beyond this part of the regions, home blocks are not calculated for single columns. */
const MANY_HOMES = 1 / 4;

/** Factors that a product meets, and what is added beside kernels. */
const SCALINGS = 8;

/** Up to this many columns go one by one: the products of a single column fill the vectors of the processor already. */
const FEW = 3;

/** Smaller systems are solved faster than their slow directions are found. */
const LARGE = 1000;
