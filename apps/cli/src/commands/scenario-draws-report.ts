import type { Axes } from "@tributary/core";
import { DRAW_QUANTILES, type DrawSummary, QUANTITIES } from "@tributary/scenarios";
import type { ResultColumn } from "./query-definition.ts";
import { renderTable } from "./render-table.ts";
import { number, text } from "./report-columns.ts";

type Range = readonly number[];

/** How certain a run is: all cities together, then the footprints that change most. Units: shares of draws [1]. */
export function listDrawSections(
  { draws, seed, spreads, totals, cities }: DrawSummary,
  { regions }: Pick<Axes, "regions">,
  limit: number,
  unit: string,
): [string, string][] {
  const spread = Object.entries(spreads).flatMap(([name, value]) => (value > 0 ? `${name} ${value}` : []));
  const median = (c: number) => Math.abs(cities[c].footprint[2]);
  const listed = [...cities.keys()].sort((a, b) => median(b) - median(a)).slice(0, limit);
  const share = (name: string, read: (city: DrawSummary["cities"][number]) => number | null) =>
    number(
      name,
      listed.map((c) => read(cities[c])),
      2,
    );
  return [
    [
      `How certain: ${draws} draws, seed ${seed}, deviations of the logarithm: ${spread.join(", ") || "none"}; change of all regions, ${unit}`,
      renderTable([
        text("all_regions", QUANTITIES),
        ...listQuantiles(QUANTITIES.map((quantity) => totals[quantity])),
        number(
          "falls_in",
          QUANTITIES.map((quantity) => totals.falls[quantity]),
          2,
        ),
      ]),
    ],
    [
      `Change of the footprint in these draws, ${unit}`,
      renderTable([
        text(
          "city",
          listed.map((c) => `${cities[c].code} ${regions[c].name.en}`),
        ),
        ...listQuantiles(listed.map((c) => cities[c].footprint)),
        share("falls_in", ({ falls }) => falls.footprint),
        share("strong_before", ({ classes }) => classes?.before.strong ?? null),
        share("strong_after", ({ classes }) => classes?.after.strong ?? null),
        share("weak_before", ({ classes }) => classes?.before.weak ?? null),
        share("weak_after", ({ classes }) => classes?.after.weak ?? null),
      ]),
    ],
  ];
}

function listQuantiles(ranges: readonly Range[]): ResultColumn[] {
  return DRAW_QUANTILES.map((part, k) =>
    number(
      `${Math.round(100 * part)}_%`,
      ranges.map((range) => range[k]),
    ),
  );
}
