import { repeatBySector, rescaleAmounts } from "../accounts/rescale-prices.ts";
import { InputError } from "../errors.ts";
import { buildDenseModel, deflateDenseYear } from "../model/dense-year.ts";
import { buildFactoredModel, deflateTables } from "../model/factored-tables.ts";
import type { Model } from "../model/model.ts";
import type { DenseRelease } from "../release/dense-arrays.ts";
import type { FactoredRelease } from "../release/factored-arrays.ts";
import type { PriceBasis } from "../release/manifest.ts";
import { chooseStressors } from "./choose-stressors.ts";
import { listNames, type StudyFrame } from "./study-frame.ts";

/** Two years of a release at the prices of the first, ready to solve. */
export interface StudyModels {
  first: Model;
  /** At constant prices of the default basis. */
  last: Model;
  basis: PriceBasis;
  /** Every other basis, with its index over that of the default, n. */
  alternatives: readonly { basis: PriceBasis; q: Float64Array }[];
}

/** A release in memory, in either form. */
export type Tables = FactoredRelease | DenseRelease;

/**
 * Build the models of both years.
 *
 * @param basisId Price basis of the last year; the release's own by default.
 * @throws {InputError} `unknown-price-basis`; as `buildYearModel`.
 */
export function buildStudyModels(frame: StudyFrame, release: Tables, basisId = frame.priceBasis): StudyModels {
  const basis = frame.priceBases.find(({ id }) => id === basisId);
  if (!basis)
    throw new InputError(
      "unknown-price-basis",
      `The release has no price basis "${basisId}"; known are ${frame.priceBases.map(({ id }) => id).join(", ")}.`,
    );
  const R = frame.regions.length;
  const index = Float64Array.from(basis.index);
  return {
    first: buildYearModel(release, 0, listNames(frame)),
    last: buildYearModel(release, 1, listNames(frame), index),
    basis,
    alternatives: frame.priceBases
      .filter((other) => other !== basis)
      .map((other) => ({
        basis: other,
        q: repeatBySector(rescaleAmounts(Float64Array.from(other.index), index), R),
      })),
  };
}

/**
 * The model of one year of a release.
 *
 * @param year Place of the year in the release.
 * @param index Price of each sector's product over that at which the year is stated; none for its own prices.
 * @throws {InputError} `no-emissions` for a table without emissions; `unknown-stressor`.
 */
export function buildYearModel(
  release: Tables,
  year: number,
  stressors?: readonly string[],
  index?: Float64Array,
): Model {
  if ("space" in release) {
    const tables = release.tables[year];
    return buildFactoredModel(release.space, index ? deflateTables(tables, index) : tables);
  }
  const tables = release.tables[year];
  const accounted = chooseStressors(release, stressors);
  const changes = index?.some((price) => price !== 1);
  return buildDenseModel(release.axes, changes && index ? deflateDenseYear(tables, index) : tables, accounted);
}
