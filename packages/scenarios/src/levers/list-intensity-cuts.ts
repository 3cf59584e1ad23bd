import { z } from "zod";
import type { State } from "../baseline/state.ts";
import type { CellChange } from "../lever.ts";
import { regionSelectorSchema, selectRegions } from "../selectors/region-selector.ts";
import { sectorSelectorSchema, selectSectors } from "../selectors/sector-selector.ts";

/** Origin sectors that a lever on intensity acts on. */
export const originsSchema = z.strictObject({ origins: regionSelectorSchema, sectors: sectorSelectorSchema });
export type Origins = z.infer<typeof originsSchema>;

/** Rows of the chosen origins and sectors, origin after origin. @throws {InputError} As the selectors. */
export function listOriginRows({ baseline }: Pick<State, "baseline">, { origins, sectors }: Origins): number[] {
  const chosen = selectSectors(baseline, sectors);
  return selectRegions(baseline, origins).flatMap((r) => chosen.map((k) => r * baseline.N + k));
}

/** The same relative cut of intensity in every chosen origin sector. `share` 1: nothing is emitted any more. */
export function* listIntensityCuts(state: State, where: Origins, share: number): Iterable<CellChange> {
  for (const row of listOriginRows(state, where)) {
    const amount = -share * state.S[row];
    if (amount !== 0) yield { row, column: 0, amount };
  }
}
