import { classify } from "../accounts/classes.ts";
import { combine } from "../accounts/cube.ts";
import { calcFootprint } from "../accounts/footprint.ts";
import { calcIntensity } from "../accounts/intensity.ts";
import { calcPolarMitigation } from "../accounts/mitigation.ts";
import { calcOriginConsumer, calcProduction } from "../accounts/origin-consumer.ts";
import { repeatBySector, rescaleAmounts } from "../accounts/rescale-prices.ts";
import type { SolveColumns } from "../kernel/solver.ts";
import type { Model } from "../model/model.ts";
import type { DrawVariant } from "../release/draws.ts";
import type { Noise } from "./noise.ts";

/** A year of a rebuilt estimate, solved. Shapes: `S` n; `X` n×R. */
export interface DrawnYear {
  model: Model;
  S: Float64Array;
  X: Float64Array;
}

/** Measure that the classes are read from: the default of the results. */
const MEASURE = "sda-polar";

/** A class needs signs and sizes, not ten digits. */
const TOLERANCE = 1e-6;

/** Solve a year's own demand. @throws {ModelError} As the solver. */
export async function solveDrawnYear(model: Model, solve: SolveColumns): Promise<DrawnYear> {
  const { X } = await solve(model.A, model.Y, { tolerance: TOLERANCE });
  return { model, S: calcIntensity(model.F, model.x, model.axes), X };
}

/**
 * Mitigation and classes of all cities: as the two years are, then with each noise on prices and intensities.
 *
 * Needs no new solve: output of a year's own demand is restated at other prices row by row, and intensities enter as they
 * are.
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see docs/open-estimate.md#uncertainty
 */
export function readVariants(first: DrawnYear, last: DrawnYear, noises: readonly Noise[]): DrawVariant[] {
  const R = first.model.axes.regions.length;
  const before = calcFootprint(calcOriginConsumer(first.S, first.X, R));
  const after = calcFootprint(calcOriginConsumer(last.S, last.X, R));
  const [emitted0, emitted1] = [first, last].map(({ model }) => calcProduction(model.F, R));
  const read = (W: Float64Array): DrawVariant => {
    const { local, outsourced } = calcFootprint(W);
    const classOf = (c: number) =>
      classify(
        {
          ...{ local: local[c], outsourced: outsourced[c], Loc0: before.local[c], Loc1: after.local[c] },
          ...{ Out0: before.outsourced[c], Dpba0: emitted0[c], Dpba1: emitted1[c], y0: Number.NaN },
        },
        MEASURE,
      );
    return {
      local: Array.from(local, Math.round),
      outsourced: Array.from(outsourced, Math.round),
      classes: Array.from(local, (_, c) => classOf(c)),
    };
  };
  const plain = calcPolarMitigation(first.S, last.S, first.X, last.X, R);
  return [read(plain), ...noises.map((noise) => read(calcNoisy(first, last, noise, R)))];
}

/** `sda-polar` at the noisy intensities and prices. Output at other prices is divided by q; so the fall it is weighted with is. */
function calcNoisy(first: DrawnYear, last: DrawnYear, { price, intensity }: Noise, R: number): Float64Array {
  const q = repeatBySector(price, R);
  const [S0, S1] = [first, last].map(({ S }, year) => S.map((value, i) => value * intensity[year][i]));
  const halfFall = S0.map((value, i) => (value - S1[i] * q[i]) / 2);
  const parts = [calcOriginConsumer(halfFall, first.X, R), calcOriginConsumer(rescaleAmounts(halfFall, q), last.X, R)];
  return combine(parts, [1, 1]);
}
