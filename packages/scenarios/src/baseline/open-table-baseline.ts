import {
  buildYearModel,
  type CityGroup,
  calcCityTypes,
  calcIntensity,
  type DenseRelease,
  InputError,
  repeatBySector,
  type StudyFrame,
} from "@tributary/core";
import { Baseline, type BaselineYear } from "./baseline.ts";

/**
 * The baseline of one year of imported tables, at prices of that year; their last year carries the first as its history.
 * Levers that change technology or suppliers refuse such a table.
 *
 * @throws {InputError} `unknown-year`; as `buildYearModel`, `calcIntensity`.
 */
export function openTableBaseline(frame: StudyFrame, release: DenseRelease, year: number): Baseline {
  const { years, emissions, priceBases } = frame;
  const at = release.tables.findIndex((table) => table.year === year);
  if (at < 0) throw new InputError("unknown-year", `The release has ${years.join(" and ")}, not ${year}.`);
  const open = (place: number): BaselineYear => {
    const { A, Y, e, x, F, axes, year: named } = buildYearModel(release, place, emissions);
    return { year: named, A, Y, e, x, S: calcIntensity(F, x, axes) };
  };
  const { axes } = release;
  const basis = priceBases.find(({ id }) => id === frame.priceBasis);
  return new Baseline({
    release: frame.id,
    axes,
    types: listTypes(frame, release.tables[at].valueAdded),
    base: open(at),
    history:
      at > 0 && basis
        ? { first: open(0), index: repeatBySector(Float64Array.from(basis.index), axes.regions.length) }
        : undefined,
  });
}

/** Types need sectors in the six groups; another country's list may have none. */
function listTypes({ sectors, regions }: StudyFrame, valueAdded: Float64Array): CityGroup[] {
  if (sectors.some(({ group }) => group === null)) return [];
  return calcCityTypes(valueAdded, sectors, regions.length).map(({ group }) => group);
}
