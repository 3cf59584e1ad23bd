import type { MitigationRow, RegionSummary } from "@tributary/core";
import type { Results } from "../store/results-reader.ts";
import { listCityColumns } from "./query-columns.ts";
import type { ResultQuery, Selection } from "./query-definition.ts";
import { requirePair } from "./require-pair.ts";

/** `tributary query class`: who mitigates for whom, city by city. */
export const classQuery: ResultQuery = {
  verb: "class",
  summary: "class of a region: does it cut more at home, or gain more from cuts elsewhere",
  examples: ["query class", "query class --region 430100 --explain", "query class --measure frozen-intensity --json"],
  allCities: true,
  options: ["measure"],
  explanation: {
    meaning:
      "First match: strong (gains more from cuts elsewhere while local emissions grew), weak (gains more, local fell), local-led, self-reliant, no-mitigation. Agreement: in how many measures × price bases the region has the class.",
    formula: "strong, weak: W_out > max(W_loc, 0) + ε, ε = 1e-9·(Loc⁰ + Out⁰);  margin = |W_out − W_loc|",
    source: "docs/method.md#mitigation",
  },
  answer(results, selection) {
    const { cities, summary } = results;
    const measure = selection.measure ?? requirePair(summary.measure);
    const priceBasis = selection.priceBasis ?? requirePair(summary.priceBasis);
    const listed = selection.city ? [selection.city] : cities;
    const agreements = listed.map(({ mitigation }) => requirePair(mitigation).agreement);
    const rows = listed.map((city) => findRow(results, city, { ...selection, measure, priceBasis }));
    const margin = rows.map(({ local, outsourced }) =>
      local === null || outsourced === null ? null : Math.abs(outsourced - local),
    );
    return [
      ...listCityColumns(listed),
      { name: "class", kind: "text", values: rows.map((row) => row.class) },
      { name: "measure", kind: "text", values: rows.map((row) => row.measure) },
      { name: "price_basis", kind: "text", values: rows.map((row) => row.priceBasis) },
      { name: "local", kind: "number", digits: 3, values: rows.map(({ local }) => local) },
      { name: "outsourced", kind: "number", digits: 3, values: rows.map(({ outsourced }) => outsourced) },
      { name: "margin", kind: "number", digits: 3, values: margin },
      { name: "default_class_in", kind: "integer", values: agreements.map(({ same }) => same) },
      { name: "of", kind: "integer", values: agreements.map(({ of }) => of) },
    ];
  },
};

/** Every city's row of the default is in its summary; the others are read city by city. */
function findRow(
  { summary, readCity }: Results,
  { code, mitigation }: RegionSummary,
  { measure, priceBasis }: Required<Pick<Selection, "measure" | "priceBasis">>,
): MitigationRow {
  if (measure === summary.measure && priceBasis === summary.priceBasis) {
    const { local, outsourced, class: found } = requirePair(mitigation);
    return { measure, priceBasis, local, outsourced, class: found };
  }
  const row = readCity(code).mitigation.find((each) => each.measure === measure && each.priceBasis === priceBasis);
  if (!row) throw new Error(`The results of ${code} lack ${measure} at ${priceBasis}.`);
  return row;
}
