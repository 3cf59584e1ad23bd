import type { Baseline } from "../baseline/baseline.ts";
import type { OriginChange } from "./scenario-result.ts";

/** The origin sectors whose emissions change most, largest first; those that do not change are left out. */
export function listLargestChanges(
  { axes: { regions, sectors }, N }: Baseline,
  before: Float64Array,
  after: Float64Array,
  count: number,
): OriginChange[] {
  const size = (i: number) => Math.abs(after[i] - before[i]);
  return Array.from(before.keys())
    .filter((i) => after[i] !== before[i])
    .sort((i, j) => size(j) - size(i) || i - j)
    .slice(0, count)
    .map((i) => ({
      city: regions[Math.floor(i / N)].code,
      sector: sectors[i % N].code,
      before: before[i],
      after: after[i],
    }));
}
