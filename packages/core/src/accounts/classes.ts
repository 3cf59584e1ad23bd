import type { Measure, MitigationClass } from "../release/results.ts";

/** What "local emissions grew" may mean, which parts strong from weak beneficiaries; the first is the default. */
export const LOCAL_GREW = ["local-mitigation", "local-part", "production"] as const;
export type LocalGrew = (typeof LOCAL_GREW)[number];

/** What the class of one city is read from. */
export interface ClassInput {
  /** Mitigation under the measure, in its unit. */
  local: number;
  outsourced: number;
  /** Local and outsourced part of the footprint in both years, t CO₂. */
  Loc0: number;
  Loc1: number;
  Out0: number;
  /** Production-based emissions in both years, t CO₂. */
  Dpba0: number;
  Dpba1: number;
  /** Final demand of the first year, 10⁴ CNY. */
  y0: number;
}

/** Relative size below which mitigation counts as none. */
const NONE = 1e-9;

/**
 * Class of one city: first match wins, exactly one for every input.
 *
 * A beneficiary gains more elsewhere than at home (`strong` if local emissions grew, else `weak`); `local-led` gains at
 * home at least as much, ties within ε included; `self-reliant` at home only; `unclassified` if a number it needs is NaN.
 *
 * @see Xia et al. (2024), Nature Cities 1(7); docs/method.md#mitigation
 */
export function classify(input: ClassInput, measure: Measure, grew: LocalGrew = "local-mitigation"): MitigationClass {
  const { local, outsourced } = input;
  const epsilon = NONE * sizeOf(input, measure);
  const [before, after] = growthOf(input, grew, epsilon);
  if ([local, outsourced, epsilon, before, after].some(Number.isNaN)) return "unclassified";
  if (outsourced > Math.max(local, 0) + epsilon) return after > before ? "strong" : "weak";
  // Not a beneficiary although outsourced counts: then local is at least as large, or equal to rounding.
  if (outsourced > epsilon) return "local-led";
  return local > epsilon ? "self-reliant" : "no-mitigation";
}

/** Size of the footprint in the unit of the measure. */
function sizeOf({ Loc0, Out0, y0 }: ClassInput, measure: Measure): number {
  if (measure === "relative") return 1;
  return Math.abs(measure === "per-demand" ? (Loc0 + Out0) / y0 : Loc0 + Out0);
}

/** Two numbers of which the second is larger where local emissions grew. */
function growthOf(input: ClassInput, grew: LocalGrew, epsilon: number): [number, number] {
  if (grew === "local-part") return [input.Loc0, input.Loc1];
  if (grew === "production") return [input.Dpba0, input.Dpba1];
  return [epsilon, -input.local];
}

/** Distance from the border between gaining at home and gaining elsewhere, `|W_out − W_loc|`, in the measure's unit. */
export function calcMargin(local: number, outsourced: number): number {
  return Math.abs(outsourced - local);
}
