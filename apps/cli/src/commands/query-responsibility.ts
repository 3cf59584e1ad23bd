import {
  calcFootprintFromMultipliers,
  calcIntensity,
  calcProduction,
  calcSharedResponsibility,
  solveIncomeResponsibility,
  solveMultipliers,
} from "@tributary/core";
import { listCityColumns, numberColumn } from "./query-columns.ts";
import type { ModelQuery } from "./query-definition.ts";

/** `tributary query responsibility`: emissions by who makes, buys, or earns. */
export const responsibilityQuery: ModelQuery = {
  verb: "responsibility",
  summary: "emissions of a region as producer, as consumer, shared between both, and by the income they make possible",
  examples: [
    "query responsibility --region 430100",
    "query responsibility --year 2017 --alpha 0.3 --format csv",
    "query responsibility --out responsibility.parquet",
  ],
  allCities: true,
  options: ["year", "alpha"],
  explanation: {
    meaning:
      "Shared: alpha of the producer's, the rest of the consumer's. Income-based: emissions anywhere downstream that the value added of the region makes possible; those that its imported inputs make possible stand beside it. Over all regions, both add up to all emissions of production.",
    formula: "shared = α D_pba + (1 − α) D_cba;  D_iba[r] = Σ_{i∈r} v_i (G S)_i,  G S = x̂⁻¹ L F",
    source: "Marques et al. (2012); Miller & Blair (2009), §12.1; docs/method.md#responsibility",
  },
  solve(model, { city, alpha = 0.5 }) {
    const { A, Y, F, x, axes } = model;
    const R = axes.regions.length;
    const { X: M, residual } = solveMultipliers(A, calcIntensity(F, x, axes));
    const production = calcProduction(F, R);
    const footprint = calcFootprintFromMultipliers(M, Y, R);
    const byIncome = solveIncomeResponsibility(A, model, R);
    const rows = axes.regions.map((_, r) => r).filter((r) => city === null || axes.regions[r].code === city.code);
    const figure = (name: string, values: Float64Array) =>
      numberColumn(
        name,
        rows.map((r) => values[r]),
      );
    return {
      columns: [
        ...listCityColumns(rows.map((r) => axes.regions[r])),
        figure("production_t", production),
        figure("footprint_t", footprint),
        figure("shared_t", calcSharedResponsibility(production, footprint, alpha)),
        figure("income_based_t", byIncome.income),
        figure("by_imported_inputs_t", byIncome.imports),
      ],
      figures: [
        { name: "alpha", value: alpha, unit: "share of the producer" },
        { name: "residual", value: Math.max(residual, byIncome.residual), unit: "of the largest right-hand side" },
      ],
    };
  },
};
