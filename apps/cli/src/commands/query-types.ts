import { CITY_GROUPS, InputError } from "@tributary/core";
import { listCityColumns, numberColumn } from "./query-columns.ts";
import type { ResultQuery } from "./query-definition.ts";

/** `tributary query types`: what a city is, next to the others. */
export const typesQuery: ResultQuery = {
  verb: "types",
  summary: "type of a region by its value added, how clear it is, and the composition behind it",
  examples: ["query types --region 430100 --explain", "query types --format csv > types.csv"],
  allCities: true,
  options: [],
  explanation: {
    meaning:
      "Type: the group of sectors whose share of value added stands out most from the mean over regions, in standard deviations. Margin: how far the second is behind; below .25 the type is borderline. Of the last year.",
    formula: "z_k = (share of group k − mean over cities) / standard deviation over cities",
    source: "docs/method.md#city-types",
  },
  answer({ cities }, { city }) {
    const rows = (city ? [city] : cities).flatMap(({ type, ...row }) => (type ? [{ ...row, type }] : []));
    if (rows.length === 0)
      throw new InputError("no-types", "The sectors of this table are in no groups: its regions have no types.");
    const byGroup = (name: string, of: (row: (typeof rows)[number], group: (typeof CITY_GROUPS)[number]) => number) =>
      CITY_GROUPS.map((group) =>
        numberColumn(
          `${name}_${group.replaceAll(/[ -]/g, "_")}`,
          rows.map((row) => of(row, group)),
          3,
        ),
      );
    return [
      ...listCityColumns(rows),
      { name: "type", kind: "text", values: rows.map(({ type }) => type.group) },
      { name: "runner_up", kind: "text", values: rows.map(({ type }) => type.runnerUp) },
      numberColumn(
        "margin",
        rows.map(({ type }) => type.margin),
        3,
      ),
      { name: "borderline", kind: "text", values: rows.map(({ type }) => (type.borderline ? "yes" : "no")) },
      ...byGroup("share", ({ type }, group) => type.shares[group] ?? Number.NaN),
      ...byGroup("z", ({ type }, group) => type.z[group] ?? Number.NaN),
    ];
  },
};
