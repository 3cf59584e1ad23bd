import { isWide } from "./frame.ts";
import { distanceKm, type Origins } from "./geo.ts";
import { textWidth } from "./place.ts";
import type { Banks } from "./river-layout.ts";
import { rootScale } from "./scale.ts";

/** Another city and what it sends. */
export interface Origin {
  name: string | undefined;
  value: number;
  km: number;
}

/** Sizes of the drawing [px] and the position of a distance. */
export interface Ground {
  wide: boolean;
  height: number;
  /** Height of the middle line. */
  middle: number;
  /** Right end of the distance axis, and the mouth a little further. */
  end: number;
  mouth: number;
  axis: number;
  position(km: number): number;
  /** px per t CO₂. */
  perTonne: number;
}

/** Origins other than the city with anything to carry, the farthest first. */
export function sortOrigins({ cities, focus, values, names }: Origins): Origin[] {
  const origins = cities.map((_, i) => ({
    name: names[i],
    value: values[i]!,
    km: distanceKm(cities[i]!, cities[focus]!),
  }));
  return origins.filter(({ value }, i) => i !== focus && value > 0).sort((a, b) => b.km - a.km);
}

export function prepareGround(
  origins: readonly Origin[],
  local: number,
  width: number,
  [name, total]: string[],
): Ground {
  const wide = isWide(width);
  const height = wide ? 372 : 400;
  const beside = Math.max(textWidth(name!, "strong"), textWidth(total!, wide ? "figure" : "figure-s"));
  const right = Math.max(wide ? 128 : 94, (wide ? 46 : 30) + beside);
  const end = width - right;
  const carried = origins.reduce((sum, { value }) => sum + value, Math.max(local, 0));
  return {
    wide,
    height,
    middle: 8 + (height - 52) * (wide ? 0.47 : 0.48),
    end,
    mouth: end + (wide ? 30 : 16),
    axis: height - 26,
    position: rootScale([Math.max(1, origins[0]?.km ?? 1) * 1.02, 0], [0, end]),
    perTonne: carried >= 1 ? (wide ? 92 : 84) / carried : 0,
  };
}

/** The local stream comes from below, beside its own label. */
export interface LocalStream {
  label: string;
  width: number;
  startX: number;
  startY: number;
}

/** The stream with the first of `labels` that fits to its left. */
export function placeLocal(
  labels: readonly string[],
  local: number,
  { wide, end, axis, perTonne }: Ground,
): LocalStream {
  const width = Math.max(local, 0) * perTonne;
  const startX = end - Math.max(wide ? 74 : 44, width * 1.3);
  const label = labels.find((candidate) => textWidth(candidate, "strong") + 6 <= startX) ?? "";
  return { label, width, startX, startY: axis - 18 - Math.max(16, width / 2) };
}

/** Free height on both sides of the middle: up to the upper edge, and down to the axis or the local stream. */
export function findCeilings({ end, middle, axis, mouth }: Ground, local: LocalStream): Banks["ceilings"] {
  const length = Math.ceil(mouth);
  const above = new Float64Array(length).fill(middle - 4);
  const below = new Float64Array(length).fill(axis - 12 - middle);
  const left = local.startX - textWidth(local.label, "strong") - 12;
  const free = local.startY - Math.max(local.width / 2, 10) - 4 - middle;
  for (let x = Math.max(0, Math.floor(left)); x < end; x++) below[x] = Math.min(below[x]!, free);
  return [above, below];
}
