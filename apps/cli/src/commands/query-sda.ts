import { InputError } from "@tributary/core";
import { listCityColumns } from "./query-columns.ts";
import type { ResultQuery } from "./query-definition.ts";
import { requirePair } from "./require-pair.ts";

/** `tributary query sda`: what moved the footprint of a city between the two years. */
export const sdaQuery: ResultQuery = {
  verb: "sda",
  summary: "change of a region's footprint by cause: intensity, technology, sourcing, mix and level of demand",
  examples: ["query sda --region 430100", "query sda --city 430100-changsha --json --explain"],
  allCities: false,
  options: [],
  explanation: {
    meaning:
      "Structural decomposition of footprint₁ − footprint₀ at constant prices; the causes add up to the change. Local: emitted in the region itself.",
    formula: "ΔC = Δ(intensity) + Δ(technology) + Δ(sourcing) + Δ(demand mix) + Δ(demand level), polar means",
    source: "Miller & Blair (2009), §13.1; Dietzenbacher & Los (1998); docs/method.md#decompositions",
  },
  answer(results, { city }) {
    if (!city) throw new InputError("no-region", "A decomposition is listed for one region.");
    const { steps, method } = requirePair(results.readCity(city.code).causes);
    return [
      ...listCityColumns(steps.map(() => city)),
      { name: "method", kind: "text", values: steps.map(() => method) },
      { name: "cause", kind: "text", values: steps.map(({ cause }) => cause) },
      { name: "local_t", kind: "number", values: steps.map(({ local }) => local) },
      { name: "outsourced_t", kind: "number", values: steps.map(({ outsourced }) => outsourced) },
      { name: "total_t", kind: "number", values: steps.map(({ local, outsourced }) => local + outsourced) },
    ];
  },
};
