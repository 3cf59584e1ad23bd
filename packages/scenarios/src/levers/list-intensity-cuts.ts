import type { State } from "../baseline/state.ts";
import type { CellChange } from "../lever.ts";
import { type RegionSelector, selectRegions } from "../selectors/region-selector.ts";
import { type SectorSelector, selectSectors } from "../selectors/sector-selector.ts";

/** Where intensities are cut. */
export interface CutPlace {
  origins: RegionSelector;
  sectors: SectorSelector;
}

/** The same relative cut of intensity in every chosen origin sector. `share` 1: nothing is emitted any more. */
export function* listIntensityCuts(
  { baseline, S }: State,
  { origins, sectors }: CutPlace,
  share: number,
): Iterable<CellChange> {
  if (share === 0) return;
  const chosen = selectSectors(baseline, sectors);
  for (const r of selectRegions(baseline, origins))
    for (const k of chosen) {
      const row = r * baseline.N + k;
      if (S[row] !== 0) yield { row, column: 0, amount: -share * S[row] };
    }
}
