import { ModelError } from "../errors.ts";
import { type Factors, listTrade } from "./factors.ts";
import type { Gravity, Shift } from "./gravity.ts";
import { calcHomeBlocks } from "./home-blocks.ts";

/**
 * What is replaced in a factored table, by index.
 *
 * Shapes: product k → R×R shares `T_k[r·R + s]`; region s → N×N technology.
 */
export interface FactorChanges {
  products: ReadonlyMap<number, Float64Array>;
  regions: ReadonlyMap<number, Float64Array>;
}

/**
 * Factors with some products traded, and some regions producing, in another way. What does not change is shared; home
 * blocks are calculated again only where home shares or technology changed.
 *
 * @throws {ModelError} `shape-mismatch`; `not-productive` as `calcHomeBlocks`.
 */
export function changeFactors(factors: Factors & { home: Float64Array }, changes: FactorChanges): Factors {
  checkChanges(factors, changes);
  const { products, regions } = changes;
  const { N, T } = factors;
  const a = regions.size > 0 ? factors.a.slice() : factors.a;
  for (const [s, technology] of regions) a.set(technology, s * N * N);
  const changed = {
    ...factors,
    T: T.map((shares, k) => products.get(k) ?? shares),
    a,
    gravity: products.size > 0 ? changeTrade(factors, products) : factors.gravity,
  };
  return { ...changed, home: calcHomeBlocks(changed, factors.home, listChangedHomes(factors, changes)) };
}

/** Up to this part of the buyers a product keeps its kernel, and what changes for them is added to it. */
const FEW_BUYERS = 1 / 8;

/** A product that many buyers take differently leaves the gravity model: its shares are its kernel. */
function changeTrade(factors: Factors, products: FactorChanges["products"]): Gravity {
  const { R, T } = factors;
  const { kernels, kernelOf, supplier, buyer, shifts = [] } = listTrade(factors);
  const changed = {
    kernels: [...kernels],
    kernelOf: [...kernelOf],
    supplier: supplier.slice(),
    buyer: buyer.slice(),
    shifts: [...shifts],
  };
  for (const [k, shares] of products) {
    const moved = listShifts(k, T[k], shares, R);
    if (moved.length <= R * FEW_BUYERS) {
      changed.shifts.push(...moved);
      continue;
    }
    changed.kernelOf[k] = changed.kernels.push(shares) - 1;
    changed.supplier.fill(1, k * R, (k + 1) * R);
    changed.buyer.fill(1, k * R, (k + 1) * R);
    changed.shifts = changed.shifts.filter((shift) => shift.k !== k);
  }
  return changed;
}

/** The buyers whose shares of a product differ. */
function listShifts(k: number, before: Float64Array, after: Float64Array, R: number): Shift[] {
  const shifts = new Map<number, Shift>();
  for (let r = 0, at = 0; r < R; r++)
    for (let s = 0; s < R; s++, at++) {
      if (after[at] === before[at]) continue;
      const shift = shifts.get(s) ?? { k, s, shares: new Float64Array(R) };
      shifts.set(s, shift);
      shift.shares[r] = after[at] - before[at];
    }
  return [...shifts.values()];
}

function listChangedHomes({ R, T }: Factors, { products, regions }: FactorChanges): Set<number> {
  const changed = new Set(regions.keys());
  for (const [k, shares] of products)
    for (let s = 0; s < R; s++) if (shares[s * R + s] !== T[k][s * R + s]) changed.add(s);
  return changed;
}

function checkChanges({ R, N }: Factors, { products, regions }: FactorChanges): void {
  for (const [changes, count, cells, what] of [
    [products, N, R * R, "product"],
    [regions, R, N * N, "region"],
  ] as const)
    for (const [key, values] of changes) {
      if (!Number.isInteger(key) || key < 0 || key >= count)
        throw new ModelError("shape-mismatch", `There is no ${what} ${key}: they go from 0 to ${count - 1}.`);
      if (values.length !== cells)
        throw new ModelError("shape-mismatch", `The changed ${what} ${key} has ${values.length} cells, not ${cells}.`);
    }
}
