import type { RequirementsOperator } from "@tributary/core";
import type { Remark } from "../remark.ts";
import type { Baseline } from "./baseline.ts";

/**
 * A baseline with the changes of the levers applied so far. Whatever no lever has touched is the baseline's own array,
 * so that a state costs what it changes.
 */
export class State {
  readonly baseline: Baseline;
  /** Intensity, n. */
  S: Float64Array;
  /** Changed trade shares of a product, R×R, by product. */
  readonly products = new Map<number, Float64Array>();
  /** Changed technology of a region, N×N, by region. */
  readonly regions = new Map<number, Float64Array>();
  /** Changed final demand of a consumer, n, by consumer. */
  readonly columns = new Map<number, Float64Array>();
  /** What the levers have to say about what they did. */
  readonly remarks: Remark[] = [];
  #A: RequirementsOperator | undefined;

  constructor(baseline: Baseline) {
    this.baseline = baseline;
    this.S = baseline.base.S;
  }

  /** Whether the requirements differ from the baseline's. */
  get hasOtherRequirements(): boolean {
    return this.products.size > 0 || this.regions.size > 0;
  }

  /** The requirements as changed; the baseline's own operator where nothing was. */
  get A(): RequirementsOperator {
    if (!this.hasOtherRequirements) return this.baseline.base.A;
    this.#A ??= this.#change();
    return this.#A;
  }

  /** Share of what region s takes of product k that comes from r. */
  share(k: number, r: number, s: number): number {
    const { R, T } = this.baseline.factored.factors;
    const changed = this.products.get(k);
    return changed ? changed[r * R + s] : T[k][r * R + s];
  }

  /** Use of product i per unit of output j in region s, CNY/CNY. */
  technology(s: number, i: number, j: number): number {
    const { N, a } = this.baseline.factored.factors;
    const changed = this.regions.get(s);
    return changed ? changed[i * N + j] : a[(s * N + i) * N + j];
  }

  /** Final demand of consumer c, n, 10⁴ CNY. */
  demand(c: number): Float64Array {
    const { n, base } = this.baseline;
    return this.columns.get(c) ?? base.Y.subarray(c * n, (c + 1) * n);
  }

  /** Final demand of consumer c by product, whatever its origin, N, 10⁴ CNY. */
  demandByProduct(c: number): Float64Array {
    const { n, N } = this.baseline;
    const column = this.demand(c);
    const f = new Float64Array(N);
    for (let i = 0; i < n; i++) f[i % N] += column[i];
    return f;
  }

  /** Intensities that may be written to. */
  openIntensity(): Float64Array {
    if (this.S === this.baseline.base.S) this.S = this.S.slice();
    return this.S;
  }

  /** Trade shares of product k that may be written to, R×R. */
  openShares(k: number): Float64Array {
    this.#A = undefined;
    return open(this.products, k, () => this.baseline.factored.factors.T[k].slice());
  }

  /** Technology of region s that may be written to, N×N. */
  openTechnology(s: number): Float64Array {
    this.#A = undefined;
    const { N, a } = this.baseline.factored.factors;
    return open(this.regions, s, () => a.slice(s * N * N, (s + 1) * N * N));
  }

  /** Final demand of consumer c that may be written to, n. */
  openDemand(c: number): Float64Array {
    return open(this.columns, c, () => this.demand(c).slice());
  }

  #change(): RequirementsOperator {
    return this.baseline.factored.change({ products: this.products, regions: this.regions });
  }
}

function open(kept: Map<number, Float64Array>, key: number, copy: () => Float64Array): Float64Array {
  const known = kept.get(key);
  if (known) return known;
  const made = copy();
  kept.set(key, made);
  return made;
}
