import {
  calcFootprint,
  calcOriginConsumer,
  calcPolarMitigation,
  classify,
  type MitigationClass,
  rescaleAmounts,
  rescaleIntensity,
} from "@tributary/core";
import type { Accounts } from "./accounts.ts";

/** Mitigation since the first year, and the class that follows. R each; t CO₂. */
export interface Standing {
  local: Float64Array;
  outsourced: Float64Array;
  classes: MitigationClass[];
}

/**
 * Where every city stands if the base year had been as the state says: mitigation since the first year by the default
 * measure, `sda-polar`, at constant prices of the first year.
 *
 * @param X0 Output that each consumer drove in the first year, from `solveHistory`.
 * @returns null where the baseline has no earlier year.
 * @see docs/method.md#mitigation
 */
export function calcStanding(accounts: Accounts, X0: Float64Array | null): Standing | null {
  const { state, footprint, production } = accounts;
  const { history, R } = state.baseline;
  const W = calcPeriodMitigation(accounts, X0);
  if (!history || !X0 || !W) return null;
  const { first } = history;
  const { local, outsourced } = calcFootprint(W);
  const before = calcFootprint(calcOriginConsumer(first.S, X0, R));
  const classes = Array.from(local, (value, c) =>
    classify(
      {
        local: value,
        outsourced: outsourced[c],
        Loc0: before.local[c],
        Loc1: footprint.local[c],
        Out0: before.outsourced[c],
        Dpba0: 0,
        Dpba1: production[c],
        y0: 1,
      },
      "sda-polar",
    ),
  );
  return { local, outsourced, classes };
}

/** Mitigation matrix since the first year, R×R, t CO₂; null where the baseline has no earlier year. */
export function calcPeriodMitigation(
  { state, X }: Pick<Accounts, "state" | "X">,
  X0: Float64Array | null,
): Float64Array | null {
  const { history, R } = state.baseline;
  if (!history || !X0) return null;
  const { first, index } = history;
  return calcPolarMitigation(first.S, rescaleIntensity(state.S, index), X0, rescaleAmounts(X, index), R);
}
