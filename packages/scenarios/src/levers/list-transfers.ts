import { InputError } from "@tributary/core";
import type { Baseline } from "../baseline/baseline.ts";
import type { CellChange } from "../lever.ts";
import {
  type RegionSelector,
  type SupplierSelector,
  selectRegions,
  selectSuppliers,
} from "../selectors/region-selector.ts";
import { type SectorSelector, selectSectors } from "../selectors/sector-selector.ts";

/** Who buys what. */
export interface TransferPlace {
  buyer: RegionSelector;
  product: SectorSelector;
}

/** What moves from whom to whom. */
export interface Transfer {
  share: number;
  from: SupplierSelector;
  to: SupplierSelector;
}

/**
 * Purchases that move between origins: what each giver loses is spread over the receivers as they supply the buyer
 * today, evenly where they supply nothing. Pairs cancel: the buyer takes as much as before. An origin that is both
 * giver and receiver stays as it is.
 *
 * @param share `share(k, r, s)`: the share of what s takes of product k that comes from r.
 * @throws {InputError} `receiver-is-giver` if nothing is left to give or to receive.
 */
export function* listTransfers(
  baseline: Baseline,
  { buyer, product }: TransferPlace,
  { share: moved, from, to }: Transfer,
  share: (k: number, r: number, s: number) => number,
): Iterable<CellChange> {
  if (moved === 0) return;
  const { N } = baseline;
  const buyers = selectRegions(baseline, buyer);
  for (const k of selectSectors(baseline, product)) {
    const named = { from: selectSuppliers(baseline, from, k), to: selectSuppliers(baseline, to, k) };
    const givers = named.from.filter((r) => !named.to.includes(r));
    const receivers = named.to.filter((r) => !named.from.includes(r));
    if (givers.length === 0 || receivers.length === 0) throw refuse(baseline, k);
    for (const s of buyers) {
      let given = 0;
      for (const r of givers) {
        const amount = moved * share(k, r, s);
        if (amount === 0) continue;
        given += amount;
        yield { row: r * N + k, column: s, amount: -amount };
      }
      if (given === 0) continue;
      const weights = receivers.map((r) => share(k, r, s));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      for (const [at, r] of receivers.entries()) {
        const part = total > 0 ? weights[at] / total : 1 / receivers.length;
        yield { row: r * N + k, column: s, amount: given * part };
      }
    }
  }
}

function refuse({ axes }: Baseline, k: number): InputError {
  return new InputError(
    "receiver-is-giver",
    `For product ${axes.sectors[k].code} the origins given up and those chosen instead are the same regions.`,
  );
}
