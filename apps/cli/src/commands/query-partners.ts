import { InputError } from "@tributary/core";
import { listCityColumns } from "./query-columns.ts";
import type { ResultQuery } from "./query-definition.ts";
import { requirePair } from "./require-pair.ts";

/** `tributary query partners`: between which cities mitigation passes. */
export const partnersQuery: ResultQuery = {
  verb: "partners",
  summary: "cuts that a region receives from each other region, and gives to it, most received first",
  examples: ["query partners --region 430100 --limit 20", "query partners --city Changsha --format csv"],
  allCities: false,
  options: ["limit"],
  explanation: {
    meaning:
      "Received: cuts made in the partner and credited to the region. Given: cuts made in the region and credited to the partner. Below zero: growth. Under the measure and price basis shown first; received adds up to outsourced mitigation.",
    formula: "received[p] = W[p,c];  given[p] = W[c,p];  Σ_{p≠c} W[p,c] = W_out[c]",
    source: "docs/method.md#mitigation",
  },
  answer(results, { city, limit }) {
    if (!city) throw new InputError("no-region", "Partners are listed for one region.");
    requirePair(results.summary.measure);
    const { received, given } = results.readCity(city.code);
    const givenTo = new Map(given.map(({ code, value }) => [code, value]));
    const rows = received.toSorted((a, b) => b.value - a.value).slice(0, limit);
    return [
      ...listCityColumns(
        rows.map(({ code }) => results.cityOf(code)),
        "partner_",
      ),
      { name: "received_t", kind: "number", values: rows.map(({ value }) => value) },
      { name: "given_t", kind: "number", values: rows.map(({ code }) => givenTo.get(code) ?? null) },
    ];
  },
};
