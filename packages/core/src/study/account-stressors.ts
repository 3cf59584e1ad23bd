import { calcFootprint, type Footprint } from "../accounts/footprint.ts";
import { calcIntensity } from "../accounts/intensity.ts";
import { calcEmissionsDriven, calcProduction, fillOriginConsumer } from "../accounts/origin-consumer.ts";
import { listAmounts, type Model, type StressorAmounts } from "../model/model.ts";
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
 * Accounts of every stressor of a year from one solve, as blocks of consumers are solved: the output that they drive is the same for
 * all of them.
 */
export class StressorSums {
  readonly #R: number;
  readonly #amounts: readonly (StressorAmounts & { S: Float64Array; C: Float64Array })[];

  /** @throws {InputError} As `calcIntensity`. */
  constructor(model: Model) {
    this.#R = model.axes.regions.length;
    this.#amounts = listAmounts(model).map((amounts) => ({
      ...amounts,
      S: calcIntensity(amounts.F, model.x, model.axes),
      C: new Float64Array(this.#R ** 2),
    }));
  }

  /** Consumers from `first` on. Shapes: `X` n×m, output that each drives. */
  add(X: Float64Array, first: number): void {
    for (const { S, C } of this.#amounts) fillOriginConsumer(C, S, X, first);
  }

  /** @param Xe Output driven by exports, n. */
  read(Xe: Float64Array): StressorYear[] {
    return this.#amounts.map(({ stressor, F, FY, S, C }) => ({
      ...{ stressor, production: calcProduction(F, this.#R), householdDirect: FY },
      footprint: calcFootprint(C),
      abroad: calcEmissionsDriven(S, Xe, this.#R),
    }));
  }
}
