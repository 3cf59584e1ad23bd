import type { RegionSummary, TableSummary } from "../results.ts";
import type { RegionFigures, ReleaseFigures } from "./release-record.ts";

/** Digits that a record keeps: what is smaller than a millionth of a figure is no revision. */
const DIGITS = 6;

const keep = (value: number): number => Number(value.toPrecision(DIGITS));
const keepKnown = (value: number | undefined): number | null => (value === undefined ? null : keep(value));

function eachYear<T>(values: Readonly<Record<string, T>>, read: (value: T) => number): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([year, value]) => [year, keep(read(value))]));
}

/** Share of `part` in `whole` [1]; none of nothing. */
const shareOf = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

function readRegion({ code, name, accounts, mitigation }: RegionSummary): RegionFigures {
  return {
    code,
    name,
    footprint: eachYear(accounts, ({ footprint }) => footprint),
    territorial: eachYear(accounts, ({ production }) => production),
    outsourcedShare: eachYear(accounts, ({ outsourced, footprint }) => shareOf(outsourced, footprint)),
    localMitigation: keepKnown(mitigation?.local),
    outsourcedMitigation: keepKnown(mitigation?.outsourced),
    class: mitigation?.class ?? null,
  };
}

/**
 * The figures by which a release is compared with others, with six significant digits.
 *
 * Units: t CO₂, shares of 1.
 */
export function readHeadlineFigures(summary: TableSummary, regions: readonly RegionSummary[]): ReleaseFigures {
  const { years, measure, priceBasis, totals, classCounts } = summary;
  return {
    years,
    measure,
    priceBasis,
    totals: {
      footprint: eachYear(totals, ({ footprint }) => footprint),
      territorial: eachYear(totals, ({ production }) => production),
      outsourcedShare: eachYear(totals, ({ outsourcedShare }) => outsourcedShare),
    },
    classCounts,
    regions: regions.map(readRegion),
  };
}
