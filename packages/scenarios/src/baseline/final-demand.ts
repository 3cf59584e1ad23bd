import type { FactoredRequirements, OriginWeights } from "@tributary/core";
import { addWeighed, averageWeighed, type DemandWeights, sumOrigins, sumWeighed } from "./demand-weights.ts";

/** What all consumers buy, in whatever form a table keeps it. Shapes: n rows, R consumers. Units: 10⁴ CNY. */
export interface FinalDemand {
  /** What consumer c buys, n. */
  column(c: number): Float64Array;
  /** What consumers buy of each product, whatever its origin; not to be written to. Shapes: → R×N, consumer after consumer. */
  purchases(): Float64Array;
  /** Those of consumer c, N. */
  purchasesOf(c: number): Float64Array;
  /** The same, each origin times its weight. */
  sumOrigins(weights: OriginWeights): Float64Array;
  /** What a unit of each product weighs for each consumer. Origins count by the size of cells: inventories may cancel. */
  averageOrigins(weights: OriginWeights): Float64Array;
  /** All consumers together, n, each purchase weighed. */
  total(weights: DemandWeights): Float64Array;
}

/** What each consumer's purchases come to, all products together. Shapes: R×N → R. */
export function sumConsumers(purchases: Float64Array, R: number): Float64Array {
  const totals = new Float64Array(R);
  const N = purchases.length / R;
  for (let c = 0, at = 0; c < R; c++) for (let k = 0; k < N; k++, at++) totals[c] += purchases[at];
  return totals;
}

/** Final demand cell by cell. Shapes: `Y` n×R, consumer after consumer. */
export class StoredDemand implements FinalDemand {
  readonly #Y: Float64Array;
  readonly #R: number;
  readonly #n: number;

  constructor(Y: Float64Array, R: number) {
    this.#Y = Y;
    this.#R = R;
    this.#n = Y.length / R;
  }

  column(c: number): Float64Array {
    return this.#Y.subarray(c * this.#n, (c + 1) * this.#n);
  }

  purchases(): Float64Array {
    return this.#join((c) => this.purchasesOf(c));
  }

  purchasesOf(c: number): Float64Array {
    return sumOrigins(this.column(c), this.#R);
  }

  sumOrigins(weights: OriginWeights): Float64Array {
    return this.#join((c) => sumWeighed(this.column(c), c, this.#R, weights));
  }

  averageOrigins(weights: OriginWeights): Float64Array {
    return this.#join((c) => averageWeighed(this.column(c), c, this.#R, weights));
  }

  total(weights: DemandWeights): Float64Array {
    const total = new Float64Array(this.#n);
    for (let c = 0; c < this.#R; c++) addWeighed(this.column(c), c, this.#R, weights, total);
    return total;
  }

  #join(sum: (c: number) => Float64Array): Float64Array {
    const sums = new Float64Array(this.#n);
    for (let c = 0; c < this.#R; c++) sums.set(sum(c), (c * this.#n) / this.#R);
    return sums;
  }
}

/** Final demand whose origins are those of inputs: trade, and what is bought of each product. */
export class TradedDemand implements FinalDemand {
  readonly #Y: Float64Array;
  readonly #A: FactoredRequirements;
  readonly #purchases: Float64Array;

  /** @param purchases n, consumer after consumer. */
  constructor(Y: Float64Array, A: FactoredRequirements, purchases: Float64Array) {
    this.#Y = Y;
    this.#A = A;
    this.#purchases = purchases;
  }

  column(c: number): Float64Array {
    return this.#Y.subarray(c * this.#A.n, (c + 1) * this.#A.n);
  }

  purchases(): Float64Array {
    return this.#purchases;
  }

  purchasesOf(c: number): Float64Array {
    const { N } = this.#A.factors;
    return this.#purchases.subarray(c * N, (c + 1) * N);
  }

  sumOrigins(weights: OriginWeights): Float64Array {
    return this.averageOrigins(weights).map((weight, at) => weight * this.#purchases[at]);
  }

  /** A buyer's shares add up to one. */
  averageOrigins(weights: OriginWeights): Float64Array {
    return this.#A.sumOrigins(weights);
  }

  total({ scale, ...weights }: DemandWeights): Float64Array {
    return this.#A.spreadPurchases(
      this.#purchases.map((bought, at) => bought * scale[at]),
      weights,
    );
  }
}

/** Final demand of which some consumers' columns were replaced. */
export class EditedDemand implements FinalDemand {
  readonly #before: FinalDemand;
  readonly #columns: ReadonlyMap<number, Float64Array>;
  readonly #R: number;

  /** @param columns n each, by consumer; may change later. */
  constructor(before: FinalDemand, columns: ReadonlyMap<number, Float64Array>, R: number) {
    this.#before = before;
    this.#columns = columns;
    this.#R = R;
  }

  column(c: number): Float64Array {
    return this.#columns.get(c) ?? this.#before.column(c);
  }

  purchases(): Float64Array {
    return this.#replace(this.#before.purchases(), (Y) => sumOrigins(Y, this.#R));
  }

  purchasesOf(c: number): Float64Array {
    const Y = this.#columns.get(c);
    return Y ? sumOrigins(Y, this.#R) : this.#before.purchasesOf(c);
  }

  sumOrigins(weights: OriginWeights): Float64Array {
    return this.#replace(this.#before.sumOrigins(weights), (Y, c) => sumWeighed(Y, c, this.#R, weights));
  }

  averageOrigins(weights: OriginWeights): Float64Array {
    return this.#replace(this.#before.averageOrigins(weights), (Y, c) => averageWeighed(Y, c, this.#R, weights));
  }

  total(weights: DemandWeights): Float64Array {
    const { scale } = weights;
    const N = scale.length / this.#R;
    const others = this.#columns.size > 0 ? scale.slice() : scale;
    for (const c of this.#columns.keys()) others.fill(0, c * N, (c + 1) * N);
    const total = this.#before.total({ ...weights, scale: others });
    for (const [c, Y] of this.#columns) addWeighed(Y, c, this.#R, weights, total);
    return total;
  }

  #replace(before: Float64Array, sum: (Y: Float64Array, c: number) => Float64Array): Float64Array {
    if (this.#columns.size === 0) return before;
    const sums = before.slice();
    for (const [c, Y] of this.#columns) sums.set(sum(Y, c), (c * sums.length) / this.#R);
    return sums;
  }
}
