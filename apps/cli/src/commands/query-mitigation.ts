import { InputError, type Measure } from "@tributary/core";
import { listCityColumns } from "./query-columns.ts";
import type { ResultQuery } from "./query-definition.ts";
import { AMOUNT, fillUnits, MONEY } from "./query-quantities.ts";
import { requirePair } from "./require-pair.ts";

/** `tributary query mitigation`: cuts at home and elsewhere under every measure and price basis. */
export const mitigationQuery: ResultQuery = {
  verb: "mitigation",
  summary: "cuts credited to a region, at home and elsewhere, under each measure and price basis",
  examples: ["query mitigation --region 430100", "query mitigation --city 长沙 --measure sda-polar --explain"],
  allCities: false,
  options: ["measure"],
  explanation: {
    meaning:
      "W[r,c] > 0 is a cut in r credited to consumer c: local = W[c,c], outsourced = the sum over all other r. Constant prices of the first year.",
    formula: "sda-polar: W[r,c] = −½ Σ_{i∈r} ΔS_i (X⁰_c + X¹_c)_i; the other measures are listed in the source",
    source: "docs/method.md#mitigation",
  },
  answer(results, { city, measure, priceBasis }) {
    if (!city) throw new InputError("no-region", "Mitigation is listed for one region.");
    requirePair(results.summary.measure);
    const rows = results
      .readCity(city.code)
      .mitigation.filter((row) => row.measure === (measure ?? row.measure))
      .filter((row) => row.priceBasis === (priceBasis ?? row.priceBasis));
    return [
      ...listCityColumns(rows.map(() => city)),
      { name: "measure", kind: "text", values: rows.map((row) => row.measure) },
      { name: "price_basis", kind: "text", values: rows.map((row) => row.priceBasis) },
      { name: "local", kind: "number", digits: 3, values: rows.map(({ local }) => local) },
      { name: "outsourced", kind: "number", digits: 3, values: rows.map(({ outsourced }) => outsourced) },
      { name: "unit", kind: "text", values: rows.map((row) => fillUnits(nameUnit(row.measure), results.summary)) },
      { name: "class", kind: "text", values: rows.map((row) => row.class) },
    ];
  },
};

/** Unit of a measure in words that every terminal can show. */
function nameUnit(measure: Measure): string {
  if (measure === "per-demand") return `${AMOUNT}/${MONEY}`;
  return measure === "relative" ? "1" : AMOUNT;
}
