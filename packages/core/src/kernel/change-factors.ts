import { ModelError } from "../errors.ts";
import { type Factors, listTrade } from "./factors.ts";
import type { Gravity } from "./gravity.ts";
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

/** A product with shares of its own leaves the gravity model: they are its kernel. */
function changeTrade(factors: Factors, products: FactorChanges["products"]): Gravity {
  const { R } = factors;
  const { kernels, kernelOf, supplier, buyer } = listTrade(factors);
  const changed = {
    kernels: [...kernels],
    kernelOf: [...kernelOf],
    supplier: supplier.slice(),
    buyer: buyer.slice(),
  };
  for (const [k, shares] of products) {
    changed.kernelOf[k] = changed.kernels.push(shares) - 1;
    changed.supplier.fill(1, k * R, (k + 1) * R);
    changed.buyer.fill(1, k * R, (k + 1) * R);
  }
  return changed;
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
