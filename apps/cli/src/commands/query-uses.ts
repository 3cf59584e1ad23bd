import { listCityColumns, numberColumn } from "./query-columns.ts";
import type { ResultQuery } from "./query-definition.ts";
import { listRows } from "./query-footprint.ts";

/** `tributary query uses`: what a footprint is for. */
export const usesQuery: ResultQuery = {
  verb: "uses",
  summary: "the footprint of a region by final use: households, government, investment, stocks",
  examples: ["query uses --region 430100 --year 2017", "query uses --format csv > uses.csv"],
  allCities: true,
  options: ["year"],
  explanation: {
    meaning: "{stressor} caused anywhere for each final use of the region. The uses add up to the footprint.",
    formula: "D[c] of a use = M · Y of that use alone",
    source: "Miller & Blair (2009), §6.2; docs/method.md#accounts",
  },
  answer({ cities }, selection) {
    const rows = listRows(cities, selection).flatMap((row) =>
      Object.entries(row.accounts.byFinalUse).map(([use, value]) => ({ ...row, use, value })),
    );
    return [
      ...listCityColumns(rows.map(({ city }) => city)),
      { name: "year", kind: "integer", values: rows.map(({ year }) => year) },
      { name: "use", kind: "text", values: rows.map(({ use }) => use) },
      numberColumn(
        "value_t",
        rows.map(({ value }) => value),
      ),
      numberColumn(
        "share",
        rows.map(({ value, accounts }) => value / accounts.footprint),
        3,
      ),
    ];
  },
};
