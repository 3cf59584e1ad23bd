import { ModelError } from "../errors.ts";
import type { BuyerShares, OriginWeights } from "./change-trade.ts";
import type { Factors } from "./factors.ts";
import { calcHomeShares, type Gravity } from "./gravity.ts";

/** What is replaced in a factored table: single buyers and regions first, then what everybody buys. */
export interface FactorChanges {
  shares: BuyerShares;
  /** N×N, by region. */
  regions: Technologies;
  weights?: OriginWeights;
}

/** Technology of regions, N×N, by region. */
export type Technologies = ReadonlyMap<number, Float64Array>;

/** Technology with that of some regions replaced. */
export function replaceTechnology({ N, a }: Pick<Factors, "N" | "a">, regions: Technologies): Float64Array {
  if (regions.size === 0) return a;
  const replaced = a.slice();
  for (const [s, technology] of regions) replaced.set(technology, s * N * N);
  return replaced;
}

/** Regions that take another part of some product from themselves. */
export function listChangedHomes(before: Gravity, after: Gravity): Set<number> {
  const R = after.supplier.length / after.kernelOf.length;
  const changed = new Set<number>();
  if (before === after) return changed;
  const [old, now] = [calcHomeShares(before), calcHomeShares(after)];
  for (let at = 0; at < now.length; at++) if (now[at] !== old[at]) changed.add(at % R);
  return changed;
}

/** Whether what a table is changed to is ≥ 0 everywhere. */
export function isNonNegative({ shares, regions, weights }: FactorChanges): boolean {
  const values = [...shares.values(), ...regions.values(), ...(weights ? [weights.away, weights.home] : [])];
  for (const each of values) for (let at = 0; at < each.length; at++) if (!(each[at] >= 0)) return false;
  return true;
}

/** Whether nobody takes more of any product than before, all origins together. */
export function usesNoMore({ N, a }: Factors, regions: Technologies): boolean {
  for (const [s, technology] of regions)
    for (let at = 0, before = s * N * N; at < technology.length; at++, before++)
      if (!(technology[at] <= a[before])) return false;
  return true;
}

/**
 * @param table Its size; as many buyers as regions where no number of them is said.
 * @throws {ModelError} `shape-mismatch`; `not-finite` if a change has a gap.
 */
export function checkChanges(
  table: { R: number; N: number; buyers?: number },
  { shares, regions, weights }: FactorChanges,
): void {
  const { R, N, buyers = R } = table;
  for (const [key, values] of shares) {
    checkKey(key, N * buyers, "product and buyer");
    checkCells(values, R, `shares ${key}`);
  }
  for (const [s, values] of regions) {
    checkKey(s, R, "region");
    checkCells(values, N * N, `region ${s}`);
  }
  if (weights) for (const values of [weights.away, weights.home]) checkCells(values, N * R, "weights");
}

function checkKey(key: number, count: number, what: string): void {
  if (!Number.isInteger(key) || key < 0 || key >= count)
    throw new ModelError("shape-mismatch", `There is no ${what} ${key}: they go from 0 to ${count - 1}.`);
}

function checkCells(values: Float64Array, cells: number, what: string): void {
  if (values.length !== cells)
    throw new ModelError("shape-mismatch", `The changed ${what} has ${values.length} cells, not ${cells}.`);
  for (let at = 0; at < values.length; at++)
    if (!Number.isFinite(values[at]))
      throw new ModelError("not-finite", `The changed ${what} is ${values[at]} in cell ${at}.`);
}
