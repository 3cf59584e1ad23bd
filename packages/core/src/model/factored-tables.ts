import { FactoredRequirements } from "../kernel/factored-requirements.ts";
import { calcGravity, expandShares } from "../kernel/gravity.ts";
import { type Axes, countRows } from "./axes.ts";
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

/**
 * The model of one year of a factored release.
 *
 * Trade shares serve intermediate and final use alike: `T_Y = T_Z`.
 *
 * @throws {ModelError} As `FactoredRequirements`.
 */
export function buildFactoredModel({ axes, distances, friction }: FactoredSpace, tables: FactoredTables): Model {
  const R = axes.regions.length;
  const N = axes.sectors.length;
  const gravity = calcGravity(tables.supplier, distances, friction);
  const T = expandShares(gravity);
  const a = new Float64Array(R * N * N);
  for (let s = 0; s < R; s++) a.set(tables.technology, s * N * N);
  const demand = (uses: readonly number[]) => spreadDemand(T, tables.finalUse, countRows(axes), R, uses);
  return {
    year: tables.year,
    axes,
    A: new FactoredRequirements({ R, N, T, a, gravity }),
    Y: demand(FINAL_USES.map((_, u) => u)),
    finalUses: FINAL_USES,
    demandOf: (use) => demand([FINAL_USES.indexOf(use as FinalUse)]),
    weighUses: (weights) => weighUses(T, tables.finalUse, weights, R),
    e: tables.exports,
    m: tables.imports,
    x: tables.output,
    v: tables.valueAdded,
    F: tables.emissions,
    FY: tables.householdEmissions,
  };
}

/** `Σ_k f_u[c][k] · Σ_r w[(r,k)] T[k][r][c]`: what a product weighs where it is used is the same for all uses. */
function weighUses(T: readonly Float64Array[], finalUse: Float64Array, weights: Float64Array, R: number) {
  const N = T.length;
  const unit = new Float64Array(R * N);
  T.forEach((shares, k) => {
    for (let r = 0; r < R; r++) for (let c = 0; c < R; c++) unit[c * N + k] += weights[r * N + k] * shares[r * R + c];
  });
  return (use: string) => {
    const u = FINAL_USES.indexOf(use as FinalUse);
    const totals = new Float64Array(R);
    for (let c = 0; c < R; c++)
      for (let k = 0; k < N; k++) totals[c] += unit[c * N + k] * finalUse[(c * FINAL_USES.length + u) * N + k];
    return totals;
  };
}

/** `Y[(r,k), c] = T[k][r][c] · f[c][k]`, f summed over the given uses. */
function spreadDemand(
  T: readonly Float64Array[],
  finalUse: Float64Array,
  n: number,
  R: number,
  uses: readonly number[],
): Float64Array {
  const N = n / R;
  const Y = new Float64Array(n * R);
  const demand = new Float64Array(N);
  for (let c = 0; c < R; c++) {
    for (let k = 0; k < N; k++) {
      demand[k] = 0;
      for (const u of uses) demand[k] += finalUse[(c * FINAL_USES.length + u) * N + k];
    }
    // Writes in order; the cells of T that are read stay in cache from one consumer to the next.
    for (let r = 0; r < R; r++) for (let k = 0; k < N; k++) Y[c * n + r * N + k] = T[k][r * R + c] * demand[k];
  }
  return Y;
}
