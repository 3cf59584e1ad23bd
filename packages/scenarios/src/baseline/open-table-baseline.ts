import {
  buildYearModel,
  type CityGroup,
  calcCityTypes,
  type DenseRelease,
  InputError,
  listNames,
  openSourcing,
  repeatBySector,
  type StudyFrame,
} from "@tributary/core";
import { Baseline, readYear } from "./baseline.ts";
import { StoredDemand } from "./final-demand.ts";

/**
 * The baseline of one year of imported tables, at prices of that year; their last year carries the first as its history.
 *
 * @throws {InputError} `unknown-year`; as `buildYearModel`, `calcIntensity`.
 */
export function openTableBaseline(frame: StudyFrame, release: DenseRelease, year: number): Baseline {
  const { years, priceBases } = frame;
  const at = release.tables.findIndex((table) => table.year === year);
  if (at < 0) throw new InputError("unknown-year", `The release has ${years.join(" and ")}, not ${year}.`);
  const open = (place: number) => readYear(buildYearModel(release, place, listNames(frame)));
  const { axes } = release;
  const base = open(at);
  const R = axes.regions.length;
  const basis = priceBases.find(({ id }) => id === frame.priceBasis);
  return new Baseline({
    release: frame.id,
    axes,
    stressor: frame.stressor,
    units: frame.units,
    types: listTypes(frame, release.tables[at].valueAdded),
    base,
    demand: new StoredDemand(base.Y, R),
    sourcing: openSourcing(base.A, R),
    history: at > 0 && basis ? { first: open(0), index: repeatBySector(Float64Array.from(basis.index), R) } : undefined,
  });
}

/** Types need sectors in the six groups; another country's list may have none. */
function listTypes({ sectors, regions }: StudyFrame, valueAdded: Float64Array): CityGroup[] {
  if (sectors.some(({ group }) => group === null)) return [];
  return calcCityTypes(valueAdded, sectors, regions.length).map(({ group }) => group);
}
