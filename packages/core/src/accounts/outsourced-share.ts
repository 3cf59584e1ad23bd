import { sum } from "../kernel/sum.ts";
import type { Footprint } from "./footprint.ts";
import { checkLength } from "./shapes.ts";

/** How the share of all cities together is taken; `pooled` is the default of the method. */
export type ShareKind = "pooled" | "unweighted" | "with-households";

/**
 * Outsourced share of each city, `Out / D_cba`; NaN where a city has no footprint.
 *
 * Shapes: R. Units: 1.
 *
 * @see docs/method.md#outsourced-share
 */
export function calcOutsourcedShares({ outsourced, total }: Pick<Footprint, "outsourced" | "total">): Float64Array {
  return outsourced.map((value, c) => value / total[c]);
}

/**
 * Outsourced share of all cities: `pooled` `Σ Out / Σ D_cba`; `unweighted` the mean over cities; `with-households` the
 * pooled share with direct emissions of households in the denominator. NaN as soon as a share it needs is undefined.
 *
 * Shapes: `FY` R. Units: t CO₂; result 1.
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see docs/method.md#outsourced-share
 */
export function calcOutsourcedShare(
  footprint: Pick<Footprint, "outsourced" | "total">,
  FY: Float64Array,
  kind: ShareKind = "pooled",
): number {
  checkLength("FY", FY, footprint.total.length);
  if (kind === "unweighted") return sum(calcOutsourcedShares(footprint)) / footprint.total.length;
  const households = kind === "with-households" ? sum(FY) : 0;
  return sum(footprint.outsourced) / (sum(footprint.total) + households);
}
