import {
  buildFactoredModel,
  calcCityTypes,
  calcIntensity,
  type FactoredRelease,
  type FactoredTables,
  InputError,
  type Manifest,
  repeatBySector,
} from "@tributary/core";
import { Baseline, type BaselineYear } from "./baseline.ts";

/**
 * The baseline of one year of a factored release, at prices of that year. The release's last year carries the first as
 * its history, at the manifest's own price basis.
 *
 * @throws {InputError} `unknown-year`; as `calcIntensity`.
 */
export function openBaseline(
  manifest: Pick<Manifest, "id" | "years" | "priceBasis" | "priceBases">,
  { space, tables }: FactoredRelease,
  year: number = manifest.years[manifest.years.length - 1],
): Baseline {
  const at = manifest.years.indexOf(year);
  if (at < 0) throw new InputError("unknown-year", `The release has ${manifest.years.join(" and ")}, not ${year}.`);
  const open = (table: FactoredTables): BaselineYear => {
    const { A, Y, purchases, e, x, F, axes } = buildFactoredModel(space, table);
    return { year: table.year, A, Y, purchases, e, x, S: calcIntensity(F, x, axes) };
  };
  const { axes } = space;
  const basis = manifest.priceBases.find(({ id }) => id === manifest.priceBasis);
  return new Baseline({
    release: manifest.id,
    axes,
    types: calcCityTypes(tables[at].valueAdded, axes.sectors, axes.regions.length).map(({ group }) => group),
    base: open(tables[at]),
    history:
      at > 0 && basis
        ? { first: open(tables[0]), index: repeatBySector(Float64Array.from(basis.index), axes.regions.length) }
        : undefined,
  });
}
