import {
  buildFactoredModel,
  calcCityTypes,
  type FactoredRelease,
  FactoredSourcing,
  InputError,
  type Manifest,
  repeatBySector,
} from "@tributary/core";
import { Baseline, readYear } from "./baseline.ts";
import { TradedDemand } from "./final-demand.ts";

/**
 * The baseline of one year of a factored release, at prices of that year. The release's last year carries the first as
 * its history, at the manifest's own price basis.
 *
 * @throws {InputError} `unknown-year`; as `calcIntensity`.
 */
export function openBaseline(
  manifest: Pick<Manifest, "id" | "years" | "priceBasis" | "priceBases" | "units" | "stressors">,
  { space, tables }: FactoredRelease,
  year: number = manifest.years[manifest.years.length - 1],
): Baseline {
  const at = manifest.years.indexOf(year);
  if (at < 0) throw new InputError("unknown-year", `The release has ${manifest.years.join(" and ")}, not ${year}.`);
  const { axes } = space;
  const model = buildFactoredModel(space, tables[at]);
  const { Y, A, purchases } = model;
  const basis = manifest.priceBases.find(({ id }) => id === manifest.priceBasis);
  return new Baseline({
    release: manifest.id,
    axes,
    stressor: manifest.stressors[0],
    units: manifest.units,
    types: calcCityTypes(tables[at].valueAdded, axes.sectors, axes.regions.length).map(({ group }) => group),
    base: readYear(model),
    demand: new TradedDemand(Y, A, purchases),
    sourcing: new FactoredSourcing(A),
    history:
      at > 0 && basis
        ? {
            first: readYear(buildFactoredModel(space, tables[0])),
            index: repeatBySector(Float64Array.from(basis.index), axes.regions.length),
          }
        : undefined,
  });
}
