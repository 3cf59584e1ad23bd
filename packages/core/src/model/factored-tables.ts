import { FactoredRequirements } from "../kernel/factored-requirements.ts";
import { expandRows } from "../kernel/factors.ts";
import { calcGravity, expandProduct, type Gravity } from "../kernel/gravity.ts";
import { GravityFactors } from "../kernel/gravity-factors.ts";
import type { Axes } from "./axes.ts";
import type { ConsumerBlock } from "./consumer-blocks.ts";
import { FINAL_USES, type FinalUse, type Model } from "./model.ts";

/**
 * One year of a factored table: everything from which its n×n matrix could be written out, in less than a megabyte.
 *
 * Shapes: R regions, N sectors. Units: 10⁴ CNY, t CO₂; prices as the release states.
 */
export interface FactoredTables {
  year: number;
  /** A*, N×N: domestic inputs per output, alike in every region [CNY/CNY]. */
  technology: Float64Array;
  /** Supplier factors of the gravity model, N×R; only their ratios within a product count [1]. */
  supplier: Float64Array;
  /** Final use, R×uses×N. */
  finalUse: Float64Array;
  /** R×N each. */
  exports: Float64Array;
  imports: Float64Array;
  output: Float64Array;
  valueAdded: Float64Array;
  emissions: Float64Array;
  /** R. */
  householdEmissions: Float64Array;
}

/** What the years of a factored release share. */
export interface FactoredSpace {
  axes: Axes;
  /** R×R, km. */
  distances: Float64Array;
  /** Distance exponent of each product, N. */
  friction: Float64Array;
}

/**
 * State a year's tables at the prices of another: every row divided by the price index of its product.
 *
 * Value added keeps its current prices: it is used for shares within a year only.
 *
 * Shapes: `index` N. Units: price of the year over price of the base [1].
 * @see docs/method.md#constant-prices; Miller & Blair (2009), §4.7
 */
export function deflateTables(tables: FactoredTables, index: Float64Array): FactoredTables {
  const N = index.length;
  const byProduct = (values: Float64Array) => values.map((value, i) => value / index[i % N]);
  return {
    ...tables,
    technology: tables.technology.map((cell, at) => (cell * index[at % N]) / index[Math.floor(at / N)]),
    finalUse: byProduct(tables.finalUse),
    exports: byProduct(tables.exports),
    imports: byProduct(tables.imports),
    output: byProduct(tables.output),
  };
}

/** A model whose final demand comes from the same origins as inputs do: `Y = T f`. */
export interface FactoredModel extends Model {
  A: FactoredRequirements;
  /** f: final demand by product, n, consumer after consumer. */
  purchases: Float64Array;
}

/**
 * The model of one year of a factored release.
 *
 * Trade shares serve intermediate and final use alike: `T_Y = T_Z`.
 *
 * @throws {ModelError} As `FactoredRequirements`.
 */
export function buildFactoredModel(
  { axes, distances, friction }: FactoredSpace,
  tables: FactoredTables,
): FactoredModel {
  const R = axes.regions.length;
  const N = axes.sectors.length;
  const gravity = calcGravity(tables.supplier, distances, friction);
  const a = new Float64Array(R * N * N);
  for (let s = 0; s < R; s++) a.set(tables.technology, s * N * N);
  const purchases = sumUses(tables.finalUse, R, FINAL_USES);
  const demandOfConsumers = (first: number, end: number) => spreadDemand(gravity, purchases, R, { first, end });
  let Y: Float64Array | undefined;
  return {
    year: tables.year,
    axes,
    A: new FactoredRequirements(new GravityFactors({ R, N, a, gravity })),
    get Y() {
      Y ??= demandOfConsumers(0, R);
      return Y;
    },
    demandOfConsumers,
    purchases,
    finalUses: FINAL_USES,
    demandOf: (use) => spreadDemand(gravity, sumUses(tables.finalUse, R, [use as FinalUse]), R),
    weighUses: (weights) => weighUses(gravity, tables.finalUse, weights, R),
    e: tables.exports,
    m: tables.imports,
    x: tables.output,
    v: tables.valueAdded,
    F: tables.emissions,
    FY: tables.householdEmissions,
  };
}

/** `Σ_k f_u[c][k] · Σ_r w[(r,k)] T[k][r][c]`: what a product weighs where it is used is the same for all uses. */
function weighUses(trade: Gravity, finalUse: Float64Array, weights: Float64Array, R: number) {
  const N = trade.kernelOf.length;
  const unit = new Float64Array(R * N);
  for (let k = 0; k < N; k++) {
    const shares = expandProduct(trade, k);
    for (let r = 0; r < R; r++) for (let c = 0; c < R; c++) unit[c * N + k] += weights[r * N + k] * shares[r * R + c];
  }
  return (use: string) => {
    const u = FINAL_USES.indexOf(use as FinalUse);
    const totals = new Float64Array(R);
    for (let c = 0; c < R; c++)
      for (let k = 0; k < N; k++) totals[c] += unit[c * N + k] * finalUse[(c * FINAL_USES.length + u) * N + k];
    return totals;
  };
}

/** Final demand by product, n, consumer after consumer: some uses together. */
function sumUses(finalUse: Float64Array, R: number, uses: readonly FinalUse[]): Float64Array {
  const N = finalUse.length / R / FINAL_USES.length;
  const f = new Float64Array(R * N);
  for (const use of uses) {
    const u = FINAL_USES.indexOf(use);
    for (let c = 0; c < R; c++)
      for (let k = 0; k < N; k++) f[c * N + k] += finalUse[(c * FINAL_USES.length + u) * N + k];
  }
  return f;
}

/**
 * `Y[(r,k), c] = supplier_k[r] · K[r][c] · buyer_k[c] · f[c][k]`: f by product, consumer after consumer. Shapes: → n×R, or of
 * some consumers.
 */
function spreadDemand(
  { kernels, kernelOf, supplier, buyer }: Gravity,
  f: Float64Array,
  R: number,
  { first, end }: ConsumerBlock = { first: 0, end: R },
): Float64Array {
  const N = kernelOf.length;
  const n = R * N;
  const Y = new Float64Array(n * (end - first));
  const sellers = expandRows(supplier, R, N, 1, new Float64Array(n));
  const buyers = expandRows(buyer, R, N, 1, new Float64Array(n));
  for (let c = first, at = 0; c < end; c++)
    for (let r = 0; r < R; r++)
      for (let k = 0; k < N; k++, at++)
        Y[at] = sellers[r * N + k] * kernels[kernelOf[k]][r * R + c] * buyers[c * N + k] * f[c * N + k];
  return Y;
}
