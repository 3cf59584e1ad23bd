import { repeatBySector, rescaleAmounts } from "../accounts/rescale-prices.ts";
import { InputError } from "../errors.ts";
import { buildFactoredModel, deflateTables } from "../model/factored-tables.ts";
import type { Model } from "../model/model.ts";
import type { FactoredRelease } from "../release/factored-arrays.ts";
import type { Manifest, PriceBasis } from "../release/manifest.ts";

/** Two years of a release at the prices of the first, ready to solve. */
export interface StudyModels {
  first: Model;
  /** At constant prices of the default basis. */
  last: Model;
  basis: PriceBasis;
  /** Every other basis, with its index over that of the default, n. */
  alternatives: readonly { basis: PriceBasis; q: Float64Array }[];
}

/**
 * Build the models of both years.
 *
 * @param basisId Price basis of the last year; the manifest's own by default.
 * @throws {InputError} `unknown-price-basis`.
 */
export function buildStudyModels(
  manifest: Manifest,
  release: FactoredRelease,
  basisId = manifest.priceBasis,
): StudyModels {
  const basis = manifest.priceBases.find(({ id }) => id === basisId);
  if (!basis)
    throw new InputError(
      "unknown-price-basis",
      `The release has no price basis "${basisId}"; known are ${manifest.priceBases.map(({ id }) => id).join(", ")}.`,
    );
  const R = release.space.axes.regions.length;
  const index = Float64Array.from(basis.index);
  const [first, last] = release.tables;
  return {
    first: buildFactoredModel(release.space, first),
    last: buildFactoredModel(release.space, deflateTables(last, index)),
    basis,
    alternatives: manifest.priceBases
      .filter((other) => other !== basis)
      .map((other) => ({
        basis: other,
        q: repeatBySector(rescaleAmounts(Float64Array.from(other.index), index), R),
      })),
  };
}
