import type { Turn } from "../../i18n/en/gallery.ts";

/** Below this part of the total a change is none: it prints as zero. */
const NONE = 5e-7;

/** Which way a quantity went. */
export function turnOf(before: number, after: number): Turn {
  if (Math.abs(after - before) <= NONE * Math.abs(before)) return "same";
  return after < before ? "fall" : "rise";
}
