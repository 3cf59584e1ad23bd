import type { Origins } from "./geo.ts";

/** Origins of a footprint on the map. Units: thresholds in t CO₂, four of them, fixed for the release. */
export interface OriginMapData extends Origins {
  thresholds: readonly [number, number, number, number];
}

/** Step 0 to 4 of a value among the thresholds. */
export const stepOf = (value: number, thresholds: readonly number[]): number =>
  thresholds.filter((threshold) => value >= threshold).length;

/** Indices of the other cities, the largest origin first. */
export function rankOrigins({ cities, focus, values }: Origins): number[] {
  const others = cities.map((_, i) => i).filter((i) => i !== focus && values[i]! > 0);
  return others.sort((a, b) => values[b]! - values[a]!);
}
