import { calcFootprint, type Footprint } from "../accounts/footprint.ts";
import { calcIntensity } from "../accounts/intensity.ts";
import { calcEmissionsDriven, calcOriginConsumer, calcProduction } from "../accounts/origin-consumer.ts";
import { listAmounts, type Model } from "../model/model.ts";
import type { Stressor } from "../quantities/stressor.ts";

/** Accounts of one stressor in one year, R each, in its unit. */
export interface StressorYear {
  stressor: Stressor;
  production: Float64Array;
  householdDirect: Float64Array;
  footprint: Footprint;
  /** Caused here by what is exported from the table. */
  abroad: Float64Array;
}

/**
 * Accounts of every stressor of a year from one solve: the output that consumers drive is the same for all of them.
 *
 * @param X Output driven by each consumer, n×R, consumer after consumer.
 * @param Xe Output driven by exports, n.
 * @throws {InputError} As `calcIntensity`.
 */
export function accountStressors(model: Model, X: Float64Array, Xe: Float64Array): StressorYear[] {
  const R = model.axes.regions.length;
  return listAmounts(model).map(({ stressor, F, FY }) => {
    const S = calcIntensity(F, model.x, model.axes);
    return {
      ...{ stressor, production: calcProduction(F, R), householdDirect: FY },
      footprint: calcFootprint(calcOriginConsumer(S, X, R)),
      abroad: calcEmissionsDriven(S, Xe, R),
    };
  });
}
