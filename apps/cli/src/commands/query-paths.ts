import {
  type Axes,
  calcIntensity,
  findPaths,
  InputError,
  labelRow,
  type Model,
  solveMultipliers,
} from "@tributary/core";
import type { ModelQuery, Solved } from "./query-definition.ts";
import { AMOUNT } from "./query-quantities.ts";

/** `tributary query paths`: the largest supply chains behind a footprint. */
export const pathsQuery: ModelQuery = {
  verb: "paths",
  summary: "largest supply chains behind the footprint of a region, and how much of it they cover",
  examples: [
    "query paths --region 430100 --year 2017",
    "query paths --region Changsha --limit 1000 --out paths.parquet",
    "query paths --city 长沙 --limit 5 --json --explain",
  ],
  allCities: false,
  options: ["year", "limit"],
  explanation: {
    meaning:
      "Structural path analysis: each row is one chain, from the product that the region buys to the sector that emits. Steps: 0 = the seller itself emits. No chain that is not listed is larger than largest_left. Coverage: listed chains over the footprint; the rest is in ever smaller ones.",
    formula: "value = S_k · A_kj ⋯ A_il · Y_lc;  what a chain and all its continuations carry = weight · M",
    source: "Treloar (1997); Lenzen (2003); docs/method.md#paths",
  },
  solve(model, { city, limit }) {
    if (!city) throw new InputError("no-region", "Paths are listed for one region.");
    return listPaths(model, city.code, limit);
  },
};

function listPaths({ A, Y, F, x, axes }: Model, code: string, count?: number): Solved {
  const c = axes.regions.findIndex((region) => region.code === code);
  const S = calcIntensity(F, x, axes);
  const { X: M, residual } = solveMultipliers(A, S);
  const search = findPaths(A, { S, M, y: Y.subarray(c * A.n, (c + 1) * A.n) }, { count });
  const { paths, total, listed, largestLeft, nodes, complete } = search;
  const cumulated = accumulate(paths.map(({ value }) => value));
  const name = (row: number) => nameRow(axes, row);
  return {
    columns: [
      { name: "rank", kind: "integer", values: paths.map((_, k) => k + 1) },
      { name: "value_t", kind: "number", values: paths.map(({ value }) => value) },
      { name: "share", kind: "number", digits: 4, values: paths.map(({ value }) => value / total) },
      { name: "cumulative_share", kind: "number", digits: 4, values: cumulated.map((value) => value / total) },
      { name: "steps", kind: "integer", values: paths.map(({ rows }) => rows.length - 1) },
      { name: "chain", kind: "text", values: paths.map(({ rows }) => rows.map((i) => labelRow(axes, i)).join(" < ")) },
      { name: "chain_en", kind: "text", values: paths.map(({ rows }) => rows.map(name).join(" < ")) },
    ],
    figures: [
      { name: "footprint", value: total, unit: AMOUNT },
      { name: "listed", value: listed, unit: AMOUNT },
      { name: "coverage", value: listed / total, unit: "of the footprint" },
      { name: "largest_left", value: largestLeft, unit: AMOUNT },
      { name: "chains_looked_at", value: nodes, unit: "" },
      { name: "complete", value: complete, unit: complete ? "" : "(the limit on the search cut it)" },
      { name: "residual", value: residual, unit: "of the largest intensity" },
    ],
  };
}

function nameRow({ regions, sectors }: Axes, row: number): string {
  const N = sectors.length;
  return `${regions[Math.floor(row / N)].name.en}: ${sectors[row % N].name.en}`;
}

function accumulate(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}
