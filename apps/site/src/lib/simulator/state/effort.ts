import { getEffort, type LeverEntry } from "@tributary/scenarios";
import type { LeverInfo } from "./lever-info.ts";

type Effort = LeverInfo["effort"];

/** Whether an entry changes nothing. */
export const isAtRest = (info: Pick<LeverInfo, "effort">, entry: LeverEntry): boolean =>
  getEffort(info, entry) === info.effort.neutral;

/** The end of a slider that is farthest from changing nothing; of two alike the lower, which is less of something. */
export const strongestEffort = ({ min, max, neutral }: Effort): number => (neutral - min >= max - neutral ? min : max);

/** How many of the unit that a reader sees make one of the unit that is stored: shares are read in per cent. */
const shownPerStored = ({ unit }: Pick<Effort, "unit">): number => (unit === "1" ? 100 : 1);

/** A stored effort as a reader sees it, without the noise of binary fractions. */
export const toShown = (effort: Pick<Effort, "unit">, value: number): number =>
  Number((value * shownPerStored(effort)).toPrecision(12));

/** What a reader typed, as it is stored: within the bounds of the slider. */
export function toStored(effort: Pick<Effort, "unit" | "min" | "max">, shown: number): number {
  const value = Number((shown / shownPerStored(effort)).toPrecision(12));
  return Math.min(effort.max, Math.max(effort.min, value));
}
