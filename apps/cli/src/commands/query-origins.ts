import { CITY_GROUPS, InputError } from "@tributary/core";
import { listCityColumns } from "./query-columns.ts";
import type { ResultQuery } from "./query-definition.ts";

/** `tributary query origins`: where the footprint of a city is emitted. */
export const originsQuery: ResultQuery = {
  verb: "origins",
  summary: "where the footprint of a region is emitted, region by region, largest first",
  examples: ["query origins --region 430100 --limit 20", "query origins --city Changsha --year 2017 --format csv"],
  allCities: false,
  options: ["year", "limit"],
  explanation: {
    meaning:
      "{stressor} caused in each origin for the final demand of the region, split by the sector group that emits it.",
    formula: "C[r,c] = Σ_{i∈r} S_i ((I − A)⁻¹ Y_c)_i, origin r, consumer c",
    source: "docs/method.md#accounts",
  },
  answer(results, { city, years, limit }) {
    if (!city) throw new InputError("no-region", "Origins are listed for one region.");
    const { origins } = results.readCity(city.code);
    const rows = years.flatMap((year) => {
      const footprint = city.accounts[String(year)].footprint;
      return origins[String(year)]
        .slice(0, limit)
        .map((origin) => ({ ...origin, year, share: origin.value / footprint }));
    });
    // Sectors of another list may be in no groups.
    const grouped = rows.some(({ groups }) => Object.keys(groups).length > 0);
    return [
      { name: "year", kind: "integer", values: rows.map(({ year }) => year) },
      ...listCityColumns(
        rows.map(({ code }) => results.cityOf(code)),
        "origin_",
      ),
      { name: "value_t", kind: "number", values: rows.map(({ value }) => value) },
      { name: "share", kind: "number", digits: 4, values: rows.map(({ share }) => share) },
      ...(grouped ? CITY_GROUPS : []).map((group) => ({
        name: `${group.replaceAll(/[ -]/g, "_")}_t`,
        kind: "number" as const,
        values: rows.map(({ groups }) => groups[group] ?? 0),
      })),
    ];
  },
};
