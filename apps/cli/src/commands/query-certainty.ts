import { CLASSES } from "@tributary/core";
import { listCityColumns, numberColumn } from "./query-columns.ts";
import type { ResultQuery } from "./query-definition.ts";

/** `tributary query certainty`: how certain a city's class is. */
export const certaintyQuery: ResultQuery = {
  verb: "certainty",
  summary: "how certain the class of a region is, and the range of its mitigation, over draws of the estimate",
  examples: ["query certainty --region 430100 --explain", "query certainty --format csv > certainty.csv"],
  allCities: true,
  options: [],
  explanation: {
    meaning:
      "The estimate is rebuilt with settings drawn from their plausible ranges, and prices and intensities are drawn on top. Likeliest: the class that the region has most often; firm: in at least two thirds of the draws. Then the share of draws in each class, of all and (rebuilt) of those where settings alone differ, and 5, 50 and 95 % of them for local and outsourced mitigation.",
    formula: "probability of a class = draws in which the city has it / all draws",
    source: "docs/open-estimate.md#uncertainty",
  },
  answer({ cities, readDraws }, { city }) {
    const certainties = new Map(readDraws().cities.map((each) => [each.code, each]));
    const rows = (city ? [city] : cities).flatMap((each) => {
      const certainty = certainties.get(each.code);
      return certainty ? [{ city: each, certainty }] : [];
    });
    const figure = (name: string, of: (row: (typeof rows)[number]) => number, digits?: number) =>
      numberColumn(name, rows.map(of), digits);
    return [
      ...listCityColumns(rows.map((row) => row.city)),
      { name: "class", kind: "text", values: rows.map((row) => row.city.mitigation?.class ?? null) },
      { name: "likeliest", kind: "text", values: rows.map(({ certainty }) => certainty.likeliest) },
      { name: "firm", kind: "text", values: rows.map(({ certainty }) => (certainty.firm ? "yes" : "no")) },
      ...CLASSES.map((each) => figure(each.replaceAll("-", "_"), ({ certainty }) => certainty.probabilities[each], 3)),
      ...CLASSES.map((each) =>
        figure(`rebuilt_${each.replaceAll("-", "_")}`, ({ certainty }) => certainty.rebuilt[each], 3),
      ),
      ...(["local", "outsourced"] as const).flatMap((part) =>
        ["p05", "p50", "p95"].map((name, k) => figure(`${part}_${name}_t`, ({ certainty }) => certainty[part][k])),
      ),
    ];
  },
};
