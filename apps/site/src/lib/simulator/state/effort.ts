import { getEffort, type LeverEntry } from "@tributary/scenarios";
import type { LeverInfo } from "./lever-info.ts";

type Effort = LeverInfo["effort"];

/** What a number of the page may be, as it is stored. */
export interface Bounds {
  min: number;
  max: number;
  /** null for a number that is read as it is. */
  unit: Effort["unit"] | null;
  /** Whether it counts something, or numbers it. */
  whole?: boolean;
}

/** What a target may ask for: no more than today, nothing at the least. */
export const CUT: Bounds = { min: -100, max: 0, unit: "%" };

/** Whether an entry changes nothing. */
export const isAtRest = (info: Pick<LeverInfo, "effort">, entry: LeverEntry): boolean =>
  getEffort(info, entry) === info.effort.neutral;

/** The end of a slider that is farthest from changing nothing; of two alike the lower, which is less of something. */
export const strongestEffort = ({ min, max, neutral }: Effort): number => (neutral - min >= max - neutral ? min : max);

/** How many of the unit that a reader sees make one of the unit that is stored: shares are read in per cent. */
const shownPerStored = ({ unit }: Pick<Bounds, "unit">): number => (unit === "1" ? 100 : 1);

/** A stored effort as a reader sees it, without the noise of binary fractions. */
export const toShown = (effort: Pick<Bounds, "unit">, value: number): number =>
  Number((value * shownPerStored(effort)).toPrecision(12));

/** A number that was typed and not taken, as it would be stored. */
export interface Untaken {
  /** NaN where it was no number. */
  outside: number;
  /** The same with the other sign, where that lies within the bounds. */
  meant: number | null;
}

/** A number that a reader typed, as it is stored; or that it is none, or outside the bounds. It is never moved to one of them. */
export function readTyped(bounds: Bounds, shown: number): { value: number } | Untaken {
  const value = Number((shown / shownPerStored(bounds)).toPrecision(12));
  const isOfKind = (each: number) => !bounds.whole || Number.isInteger(each);
  const fits = (each: number) => isOfKind(each) && each >= bounds.min && each <= bounds.max;
  if (fits(value)) return { value };
  return { outside: value, meant: fits(-value) ? -value : null };
}
