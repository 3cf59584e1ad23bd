import type { FactorChanges, OriginWeights, RequirementsOperator } from "@tributary/core";
import type { Remark } from "../remark.ts";
import type { Baseline } from "./baseline.ts";
import { addWeighed, type DemandWeights, multiplyWeights, sumOrigins } from "./demand-weights.ts";
import { EditedDemand, type FinalDemand, sumConsumers } from "./final-demand.ts";
import { MOST_SHARES, refuseMany } from "./too-many-changes.ts";

/**
 * A baseline with the changes of the levers applied so far. Whatever no lever has touched is the baseline's own array,
 * so that a state costs what it changes.
 */
export class State {
  readonly baseline: Baseline;
  /** Intensity, n. */
  S: Float64Array;
  /** What buyer b takes of product k by origin, R, where that is not as in the baseline; under `k·B + b`, B all buyers. */
  readonly shares = new Map<number, Float64Array>();
  /** What prices do to all trade shares after that. */
  weights: OriginWeights | undefined;
  /** Changed technology of a region, N×N, by region. */
  readonly regions = new Map<number, Float64Array>();
  /** Changed final demand of a consumer, n, by consumer. */
  readonly #columns = new Map<number, Float64Array>();
  /** Final demand with these columns. */
  readonly #edited: FinalDemand;
  /** What levels and prices do to final demand after that, and of which consumers it does something to. */
  #demandWeights: DemandWeights | undefined;
  readonly #weighed = new Set<number>();
  /** What the levers have to say about what they did. */
  readonly remarks: Remark[] = [];
  #A: RequirementsOperator | undefined;
  /** Sums of the weighted shares of each product and buyer, as far as somebody asked. */
  readonly #totals = new Map<number, number>();

  constructor(baseline: Baseline) {
    this.baseline = baseline;
    this.S = baseline.base.S;
    this.#edited = new EditedDemand(baseline.demand, this.#columns, baseline.R);
  }

  /** Whether the requirements differ from the baseline's. */
  get hasOtherRequirements(): boolean {
    return this.shares.size > 0 || this.regions.size > 0 || this.weights !== undefined;
  }

  /** The requirements as changed; the baseline's own operator where nothing was. */
  get A(): RequirementsOperator {
    if (!this.hasOtherRequirements) return this.baseline.base.A;
    this.#A ??= this.#change();
    return this.#A;
  }

  /** What of it differs. */
  get sourcingChanges(): FactorChanges {
    const { shares, regions, weights } = this;
    return { shares, regions, weights };
  }

  /** Share of what buyer b takes of product k that comes from r. */
  share(k: number, r: number, b: number): number {
    const share = this.#bought(k, r, b);
    return this.weights ? (share * this.#weight(k, r, b)) / this.#total(k, b) : share;
  }

  /** Use of product i per unit of output j in region s, CNY/CNY. Shapes: N×N. */
  technologyOf(s: number): Float64Array {
    return this.regions.get(s) ?? this.baseline.sourcing.technologyOf(s);
  }

  /** One cell of it. */
  technology(s: number, i: number, j: number): number {
    return this.technologyOf(s)[i * this.baseline.N + j];
  }

  /** Whether consumer c, or anybody where nobody is named, buys other things than in the baseline. */
  hasOtherDemand(c?: number): boolean {
    if (c !== undefined) return this.#columns.has(c) || this.#weighed.has(c);
    return this.#columns.size + this.#weighed.size > 0;
  }

  /** Consumers whose final demand differs, in no order. */
  listOtherConsumers(): number[] {
    return [...new Set([...this.#columns.keys(), ...this.#weighed])];
  }

  /** Final demand of consumer c, n, 10⁴ CNY. */
  demand(c: number): Float64Array {
    const Y = this.#edited.column(c);
    if (!this.#demandWeights || !this.#weighed.has(c)) return Y;
    const weighed = new Float64Array(Y.length);
    addWeighed(Y, c, this.baseline.R, this.#demandWeights, weighed);
    return weighed;
  }

  /** All final demand and exports, n, 10⁴ CNY. */
  totalDemand(): Float64Array {
    const { base, demand, totalDemand } = this.baseline;
    if (this.#demandWeights) return this.#edited.total(this.#demandWeights).map((bought, i) => bought + base.e[i]);
    const total = totalDemand.slice();
    for (const [c, Y] of this.#columns) {
      const before = demand.column(c);
      for (let i = 0; i < total.length; i++) total[i] += Y[i] - before[i];
    }
    return total;
  }

  /** Every consumer's final demand times what a unit of each row counts for. Shapes: `M` n → R. */
  weighDemand(M: Float64Array): Float64Array {
    return sumConsumers(this.sumOrigins({ away: M, home: M }), this.baseline.R);
  }

  /** What consumers buy of each product, whatever its origin. Shapes: → R×N, consumer after consumer. */
  purchases(): Float64Array {
    const own = this.#demandWeights;
    return own ? this.#edited.sumOrigins(own).map((bought, at) => bought * own.scale[at]) : this.#edited.purchases();
  }

  /** The same, each origin times its weight. */
  sumOrigins(weights: OriginWeights): Float64Array {
    const own = this.#demandWeights;
    if (!own) return this.#edited.sumOrigins(weights);
    return this.#edited.sumOrigins(multiplyWeights(own, weights)).map((bought, at) => bought * own.scale[at]);
  }

  /** What a unit of each product weighs for each consumer, R×N. */
  averageOrigins(weights: OriginWeights): Float64Array {
    const own = this.#demandWeights;
    if (!own) return this.#edited.averageOrigins(weights);
    const before = this.#edited.averageOrigins(own);
    return this.#edited.averageOrigins(multiplyWeights(own, weights)).map((weight, at) => weight / before[at]);
  }

  /** Final demand of consumer c by product, whatever its origin, N, 10⁴ CNY. */
  demandByProduct(c: number): Float64Array {
    return this.#weighed.has(c) ? sumOrigins(this.demand(c), this.baseline.R) : this.#edited.purchasesOf(c).slice();
  }

  /** Intensities that may be written to. */
  openIntensity(): Float64Array {
    if (this.S === this.baseline.base.S) this.S = this.S.slice();
    return this.S;
  }

  /**
   * What buyer b takes of product k by origin, R, that may be written to.
   *
   * @throws {ScenarioError} `too-many-changes`.
   */
  openShares(k: number, b: number): Float64Array {
    this.#forget();
    const { R, buyers } = this.baseline;
    if (this.shares.size * R > MOST_SHARES) throw refuseMany();
    return open(this.shares, k * buyers + b, () => Float64Array.from({ length: R }, (_, r) => this.#bought(k, r, b)));
  }

  /** Multiply all trade shares by weights, after whatever was changed before; buyers' shares then add up to one again. */
  weighTrade(weights: OriginWeights): void {
    this.#forget();
    this.weights = this.weights ? multiplyWeights(this.weights, weights) : weights;
  }

  /** Technology of region s that may be written to, N×N. */
  openTechnology(s: number): Float64Array {
    this.#forget();
    return open(this.regions, s, () => this.technologyOf(s).slice());
  }

  /** Final demand of consumer c before prices weigh it, n, that may be written to. */
  openDemand(c: number): Float64Array {
    return open(this.#columns, c, () => this.#edited.column(c).slice());
  }

  /** Multiply what some consumers buy of each product by factors, N each, after whatever was changed before. */
  scaleDemand(factors: ReadonlyMap<number, Float64Array>): void {
    const { N, n } = this.baseline;
    const one = new Float64Array(n).fill(1);
    const scale = one.slice();
    for (const [c, factor] of factors) scale.set(factor, c * N);
    this.#weighDemand({ away: one, home: one, scale }, factors.keys());
  }

  /** Multiply all final demand by weights, after whatever was changed before. */
  answerDemand(weights: OriginWeights, scale: Float64Array): void {
    this.#weighDemand({ ...weights, scale }, Array(this.baseline.R).keys());
  }

  #weighDemand(weights: DemandWeights, consumers: Iterable<number>): void {
    const before = this.#demandWeights;
    for (const c of consumers) this.#weighed.add(c);
    this.#demandWeights = before
      ? { ...multiplyWeights(before, weights), scale: weights.scale.map((factor, at) => factor * before.scale[at]) }
      : weights;
  }

  #change(): RequirementsOperator {
    return this.baseline.sourcing.change(this.sourcingChanges);
  }

  #forget(): void {
    this.#A = undefined;
    this.#totals.clear();
  }

  /** A share before prices weigh it. */
  #bought(k: number, r: number, b: number): number {
    const { buyers, sourcing } = this.baseline;
    return this.shares.get(k * buyers + b)?.[r] ?? sourcing.share(k, r, b);
  }

  #weight(k: number, r: number, b: number): number {
    const { away, home } = this.weights!;
    const { N, sourcing } = this.baseline;
    return (r === Math.floor(b / sourcing.buyersOfRegion) ? home : away)[r * N + k];
  }

  #total(k: number, b: number): number {
    const { R, buyers } = this.baseline;
    const known = this.#totals.get(k * buyers + b);
    if (known !== undefined) return known;
    let total = 0;
    for (let r = 0; r < R; r++) total += this.#bought(k, r, b) * this.#weight(k, r, b);
    this.#totals.set(k * buyers + b, total || 1);
    return total || 1;
  }
}

function open(kept: Map<number, Float64Array>, key: number, copy: () => Float64Array): Float64Array {
  const known = kept.get(key);
  if (known) return known;
  const made = copy();
  kept.set(key, made);
  return made;
}
