import { InputError, type RegionSummary } from "@tributary/core";
import { listCityColumns } from "./query-columns.ts";
import type { ResultQuery } from "./query-definition.ts";
import { requirePair } from "./require-pair.ts";

/** `tributary query peers`: a city beside those that resemble it. */
export const peersQuery: ResultQuery = {
  verb: "peers",
  summary: "a region and its peers: footprint, outsourced share and mitigation, most outsourced mitigation first",
  examples: ["query peers --region 430100", "query peers --city 长沙 --json --explain"],
  allCities: false,
  options: [],
  explanation: {
    meaning:
      "Peers: regions of the same type, nearest in value added. The region comes first. Footprint and outsourced share are those of the last year; mitigation is that of the period, under the measure and price basis shown first.",
    formula:
      "outsourced share = outsourced / footprint;  local mitigation = W[c,c];  outsourced mitigation = Σ_{r≠c} W[r,c]",
    source: "docs/method.md#city-types; docs/method.md#mitigation",
  },
  answer(results, { city }) {
    if (!city) throw new InputError("no-region", "Peers are listed for one region.");
    const year = results.summary.years.at(-1);
    const peers = results.readCity(city.code).peers.map((code) => results.cityOf(code));
    const rows = [city, ...peers.sort((a, b) => outsourcedOf(b) - outsourcedOf(a))];
    const accounts = rows.map((row) => row.accounts[String(year)]);
    return [
      ...listCityColumns(rows),
      { name: "year", kind: "integer", values: rows.map(() => year ?? null) },
      { name: "footprint_t", kind: "number", values: accounts.map(({ footprint }) => footprint) },
      { name: "outsourced_t", kind: "number", values: accounts.map(({ outsourced }) => outsourced) },
      {
        name: "outsourced_share",
        kind: "number",
        digits: 3,
        values: accounts.map(({ outsourced, footprint }) => outsourced / footprint),
      },
      {
        name: "value_added_10k_cny",
        kind: "number",
        values: rows.map(({ valueAdded }) => valueAdded[String(year)] ?? null),
      },
      {
        name: "local_mitigation_t",
        kind: "number",
        values: rows.map(({ mitigation }) => requirePair(mitigation).local),
      },
      { name: "outsourced_mitigation_t", kind: "number", values: rows.map(outsourcedOf) },
    ];
  },
};

function outsourcedOf({ mitigation }: RegionSummary): number {
  return requirePair(mitigation).outsourced;
}
