import type { Accounts } from "@tributary/core";
import type { Band, Comparison, Direction, Mitigated, Trend } from "../i18n/variants.ts";
import { emissions } from "../lib/format.ts";
import type { Lang } from "../lib/lang.ts";

/** Mitigation below half a kilotonne prints as zero in both languages. */
const NOTHING = 500;

/** The word for the sign of a mitigation in t CO₂. */
export function directionOf(tonnes: number): Direction {
  if (Math.abs(tonnes) < NOTHING) return "none";
  return tonnes > 0 ? "cut" : "growth";
}

/** A mitigation in t CO₂ as it is printed: unsigned, with its direction. */
export const mitigated = (tonnes: number, lang: Lang): Mitigated => ({
  direction: directionOf(tonnes),
  amount: emissions(Math.abs(tonnes), lang),
});

/** How the larger of two positive amounts compares with the smaller. */
export function compareParts(larger: number, smaller: number): Comparison {
  const share = larger / (larger + smaller);
  if (share >= 0.9) return "almost-all";
  if (share >= 0.55) return "most";
  return share > 0.505 ? "slightly-more" : "equal";
}

/** What became of a quantity; `flat` below half a per cent. */
export function trendOf(before: number, after: number): Trend {
  if (Math.abs(after - before) < 0.005 * Math.abs(before)) return "flat";
  return after > before ? "rose" : "fell";
}

/** Outsourced part of a footprint [1]; none of nothing. */
export const outsourcedShareOf = ({ outsourced, footprint }: Accounts): number =>
  footprint > 0 ? outsourced / footprint : 0;

/** Median of at least one value. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Quarter in which a value lies among others: never a rank, which the model could not defend. */
export function bandOf(value: number, others: readonly number[]): Band {
  const below = others.filter((other) => other < value).length + others.filter((other) => other === value).length / 2;
  const position = (below + 0.5) / (others.length + 1);
  if (position < 0.25) return "lowest";
  if (position < 0.5) return "lower";
  return position < 0.75 ? "upper" : "highest";
}
