import type { Origins } from "./geo.ts";

/** Origins of a footprint on the map. Units: thresholds in t CO₂, four of them, fixed for the release. */
export interface OriginMapData extends Origins {
  thresholds: readonly [number, number, number, number];
}

/** Step 0 to 4 of a value among the thresholds. */
export const stepOf = (value: number, thresholds: readonly number[]): number =>
  thresholds.filter((threshold) => value >= threshold).length;

/** How many of the largest origins a map may name. */
export const MOST_NAMED = 60;

/** How many of the nearest origins a close-up shows at least, and how many it names at most. */
export const NEAREST = 9;

/** Indices of the other cities, the largest origin first. */
export function rankOrigins({ focus, values }: Pick<Origins, "focus" | "values">): number[] {
  const others = Array.from(values, (_, i) => i).filter((i) => i !== focus && values[i]! > 0);
  return others.sort((a, b) => values[b]! - values[a]!);
}

/** Indices of the cities that a river, a map or its close-up may name. `km` is the distance to a city. */
export function listNamed(origins: Pick<Origins, "focus" | "values">, km: (index: number) => number): number[] {
  const ranked = rankOrigins(origins);
  const near = ranked.map((i) => [km(i), i] as const).sort(([a], [b]) => a - b);
  return [...new Set([origins.focus, ...ranked.slice(0, MOST_NAMED), ...near.slice(0, NEAREST).map(([, i]) => i)])];
}
