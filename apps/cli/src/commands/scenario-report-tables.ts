import type { Axes } from "@tributary/core";
import { type CityChange, LEVERS, type OriginChange, QUANTITIES, type ScenarioResult } from "@tributary/scenarios";
import type { ResultColumn } from "./query-definition.ts";
import { changeColumns, number, text } from "./report-columns.ts";

/** Names of what a result has codes of. */
export type Labelled = Pick<Axes, "regions" | "sectors">;

/** All regions together, before and after. */
export function listTotals({ totals: { before, after } }: ScenarioResult): ResultColumn[] {
  return [
    text("all_regions", QUANTITIES),
    number(
      "before",
      QUANTITIES.map((quantity) => before[quantity]),
    ),
    number(
      "after",
      QUANTITIES.map((quantity) => after[quantity]),
    ),
    ...changeColumns(
      QUANTITIES.map((quantity) => before[quantity]),
      QUANTITIES.map((quantity) => after[quantity]),
    ),
  ];
}

/** The regions whose footprint changes most, largest change first. */
export function listCities({ cities }: ScenarioResult, { regions }: Labelled, limit: number): ResultColumn[] {
  const size = (c: number) => Math.abs(cities[c].after.footprint - cities[c].before.footprint);
  const order = [...cities.keys()].sort((a, b) => size(b) - size(a) || a - b).filter((c) => size(c) > 0);
  const listed = order.slice(0, limit);
  const of = (read: (city: CityChange) => number) => listed.map((c) => read(cities[c]));
  return [
    text(
      "city",
      listed.map((c) => cities[c].code),
    ),
    text(
      "name_en",
      listed.map((c) => regions[c].name.en),
    ),
    text(
      "name_zh",
      listed.map((c) => regions[c].name.zh),
    ),
    number(
      "footprint_before",
      of(({ before }) => before.footprint),
    ),
    number(
      "footprint_after",
      of(({ after }) => after.footprint),
    ),
    ...changeColumns(
      of(({ before }) => before.footprint),
      of(({ after }) => after.footprint),
    ),
    number(
      "local_change",
      of(({ before, after }) => after.local - before.local),
    ),
    number(
      "outsourced_change",
      of(({ before, after }) => after.outsourced - before.outsourced),
    ),
    number(
      "production_change",
      of(({ before, after }) => after.production - before.production),
    ),
  ];
}

/** Origin sectors before and after, in the order given. */
export function listOrigins(
  origins: readonly OriginChange[],
  { regions, sectors }: Labelled,
  limit: number,
): ResultColumn[] {
  const listed = origins.slice(0, limit);
  const cityOf = (code: string) => regions.find((region) => region.code === code)!;
  return [
    text(
      "city",
      listed.map(({ city }) => city),
    ),
    text(
      "name_en",
      listed.map(({ city }) => cityOf(city).name.en),
    ),
    text(
      "sector",
      listed.map(({ sector }) => `${sector} ${sectors.find(({ code }) => code === sector)!.name.en}`),
    ),
    number(
      "before",
      listed.map(({ before }) => before),
    ),
    number(
      "after",
      listed.map(({ after }) => after),
    ),
    ...changeColumns(
      listed.map(({ before }) => before),
      listed.map(({ after }) => after),
    ),
  ];
}

/** What each lever adds, and what of it is interaction. `focus` is the name of the city in focus. */
export function listLevers(
  { contributions: { levers, interaction } }: ScenarioResult,
  focus: string | null,
): ResultColumn[] {
  if (levers.length === 0) return [text("lever", [])];
  const rows = [
    ...levers.map(({ lever, ...part }) => ({ name: LEVERS.get(lever)?.label.en ?? lever, ...part })),
    { name: "interaction (shared out above)", ...interaction },
  ];
  return [
    text(
      "lever",
      rows.map(({ name }) => name),
    ),
    number(
      "all_footprints",
      rows.map(({ footprint }) => footprint),
    ),
    number(
      "all_production",
      rows.map(({ production }) => production),
    ),
    ...(focus === null
      ? []
      : [
          number(
            `local_of_${focus}`,
            rows.map((row) => row.focus?.local ?? null),
          ),
          number(
            `outsourced_of_${focus}`,
            rows.map((row) => row.focus?.outsourced ?? null),
          ),
        ]),
  ];
}
