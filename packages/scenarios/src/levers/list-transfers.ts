import { z } from "zod";
import type { Baseline } from "../baseline/baseline.ts";
import type { CellChange, Effort } from "../lever.ts";
import { say } from "../messages/say.ts";
import { ScenarioError } from "../messages/scenario-error.ts";
import { regionSelectorSchema, selectRegions } from "../selectors/region-selector.ts";
import { sectorSelectorSchema, selectSectors } from "../selectors/sector-selector.ts";
import { selectSuppliers, supplierSelectorSchema } from "../selectors/supplier-selector.ts";

/** Who buys what, and which part of it moves from whom to whom. */
export const transferSchema = z.strictObject({
  where: z.strictObject({ buyer: regionSelectorSchema, product: sectorSelectorSchema }),
  shift: z.strictObject({
    share: z.number().min(0).max(1).describe("Part of today's purchases from the origins given up [1]"),
    from: supplierSelectorSchema,
    to: supplierSelectorSchema,
  }),
});
type Transfer = z.infer<typeof transferSchema>;

/** Everything that a city buys, nothing of it moved yet. */
export function makeTransfer(city: string): Transfer {
  return {
    where: { buyer: { city: [city] }, product: "all" },
    shift: { share: 0, from: { rule: "dirtiest" }, to: { rule: "cleanest" } },
  };
}

/** The slider of a transfer. */
export const TRANSFER_EFFORT: Effort = {
  path: ["shift", "share"],
  neutral: 0,
  min: 0,
  max: 1,
  step: 0.05,
  unit: "1",
  presets: [],
};

/** Whose purchases move. */
interface Buyers {
  /** Those who buy for a region. */
  of(s: number): readonly number[];
  /** The share of what buyer b takes of product k that comes from r. */
  share(k: number, r: number, b: number): number;
}

/**
 * Purchases that move between origins: what each giver loses is spread over the receivers as they supply the buyer
 * today, evenly where they supply nothing. Pairs cancel: the buyer takes as much as before. An origin that is both
 * giver and receiver stays as it is.
 *
 * @throws {ScenarioError} `receiver-is-giver` if nothing is left to give or to receive.
 */
export function* listTransfers(
  baseline: Baseline,
  { where: { buyer, product }, shift: { share: moved, from, to } }: Transfer,
  { of, share }: Buyers,
): Iterable<CellChange> {
  const { N } = baseline;
  const buyers = selectRegions(baseline, buyer).flatMap(of);
  for (const k of selectSectors(baseline, product)) {
    const named = { from: selectSuppliers(baseline, from, k), to: selectSuppliers(baseline, to, k) };
    const [giving, receiving] = [new Set(named.from), new Set(named.to)];
    const givers = named.from.filter((r) => !receiving.has(r));
    const receivers = named.to.filter((r) => !giving.has(r));
    if (givers.length === 0 || receivers.length === 0) throw refuse(baseline, k);
    if (moved === 0) continue;
    for (const b of buyers) {
      let given = 0;
      for (const r of givers) {
        const amount = moved * share(k, r, b);
        if (amount === 0) continue;
        given += amount;
        yield { row: r * N + k, column: b, amount: -amount };
      }
      if (given === 0) continue;
      const weights = receivers.map((r) => share(k, r, b));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      for (const [at, r] of receivers.entries()) {
        const part = total > 0 ? weights[at] / total : 1 / receivers.length;
        yield { row: r * N + k, column: b, amount: given * part };
      }
    }
  }
}

function refuse({ axes }: Baseline, k: number): ScenarioError {
  const { code, name } = axes.sectors[k];
  return new ScenarioError(
    "receiver-is-giver",
    say((words, lang) => words.receiverIsGiver(`${code} ${name[lang]}`)),
    { at: ["shift", "to"] },
  );
}
