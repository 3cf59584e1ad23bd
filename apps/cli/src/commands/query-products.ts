import {
  CITY_GROUPS,
  calcIntensity,
  calcProductFootprints,
  InputError,
  type Model,
  solveGroupMultipliers,
} from "@tributary/core";
import type { ModelQuery, Solved } from "./query-definition.ts";
import { AMOUNT } from "./query-quantities.ts";

/** `tributary query products`: what a footprint is bought with, and which sectors emit for it. */
export const productsQuery: ModelQuery = {
  verb: "products",
  summary: "the footprint of a region by the product that it buys and the group of sectors that emits, largest first",
  examples: [
    "query products --region 430100 --year 2017",
    "query products --city 长沙 --limit 8 --explain",
    "query products --region Changsha --out products.parquet",
  ],
  allCities: false,
  options: ["year", "limit"],
  explanation: {
    meaning:
      "Each row is a product of final demand, wherever it is made; each group of sectors stands with what it emits, wherever, for that product. Products and groups add up to the footprint.",
    formula: "D[g,k] = Σ_s M^g_sk Y_sk,c;  M^g = (I − Aᵀ)⁻¹ S with S of group g alone",
    source: "docs/method.md#paths",
  },
  solve(model, { city, limit }) {
    if (!city) throw new InputError("no-region", "Products are listed for one region.");
    return listProducts(model, city.code, limit);
  },
};

function listProducts({ A, Y, F, x, axes }: Model, code: string, limit?: number): Solved {
  const { sectors, regions } = axes;
  const c = regions.findIndex((region) => region.code === code);
  const { M, residual } = solveGroupMultipliers(A, calcIntensity(F, x, axes), sectors);
  const emitted = calcProductFootprints(M, Y.subarray(c * A.n, (c + 1) * A.n), sectors.length);
  const of = (k: number) => emitted.subarray(k * CITY_GROUPS.length, (k + 1) * CITY_GROUPS.length);
  const rows = sectors
    .map((sector, k) => ({ sector, groups: of(k), total: of(k).reduce((sum, value) => sum + value, 0) }))
    .sort((a, b) => b.total - a.total);
  const footprint = rows.reduce((sum, { total }) => sum + total, 0);
  const listed = rows.slice(0, limit);
  return {
    columns: [
      { name: "product", kind: "text", values: listed.map(({ sector }) => sector.code) },
      { name: "name_en", kind: "text", values: listed.map(({ sector }) => sector.name.en) },
      { name: "name_zh", kind: "text", values: listed.map(({ sector }) => sector.name.zh) },
      { name: "value_t", kind: "number", values: listed.map(({ total }) => total) },
      { name: "share", kind: "number", digits: 4, values: listed.map(({ total }) => total / footprint) },
      ...CITY_GROUPS.map((group, g) => ({
        name: `${group.replaceAll(/[ -]/g, "_")}_t`,
        kind: "number" as const,
        values: listed.map(({ groups }) => groups[g]),
      })),
    ],
    figures: [
      { name: "footprint", value: footprint, unit: AMOUNT },
      { name: "residual", value: residual, unit: "of the largest intensity" },
    ],
  };
}
