import type { CitySummary, ProvinceFlows, SectorResult } from "@tributary/core";
import { readSectors } from "./make-release.ts";
import type { World } from "./world.ts";

const YEARS = ["2012", "2017"] as const;
/** One sector in so many emits nothing, as in the real tables. */
const IDLE_EVERY = 14;

const weightOf = (k: number): number => (k % IDLE_EVERY === IDLE_EVERY - 1 ? 0 : 1 + (k % 7));

/** `results/sectors/<code>.json` of a synthetic world: every flow shared out to sectors by the same weights. */
export function makeSectorResults({ flows, cities }: World): SectorResult[] {
  const sectors = readSectors();
  const total = sectors.reduce((sum, _, k) => sum + weightOf(k), 0);
  return sectors.map(({ code }, k) => {
    const part = weightOf(k) / total;
    const byYear = (value: (matrix: number[][], year: 0 | 1) => number) =>
      Object.fromEntries(YEARS.map((year, at) => [year, part * value(flows[at as 0 | 1], at as 0 | 1)]));
    const pairs = cities.flatMap((from, r) =>
      cities.flatMap((to, c) => (r === c ? [] : [{ from: from.code, to: to.code, value: part * flows[1][r]![c]! }])),
    );
    return {
      schema: "tributary.sector/v1",
      code,
      regions: cities.map((city, r) => ({
        code: city.code,
        emissions: byYear((matrix) => 1.2 * matrix[r]!.reduce((a, b) => a + b, 0)),
        output: byYear((_, year) => city.valueAdded[year] * (1 + ((r + k) % 5))),
        footprint: byYear((matrix) => matrix.reduce((sum, row) => sum + row[r]!, 0)),
        local: byYear((matrix) => matrix[r]![r]!),
      })),
      pairs: pairs
        .filter(({ value }) => value > 0)
        .sort((a, b) => b.value - a.value)
        .slice(0, 20),
    };
  });
}

/** `results/provinces.json` of a synthetic world. */
export function makeProvinceFlows({ flows, mitigation }: World, cities: readonly CitySummary[]): ProvinceFlows {
  const provinces = [...new Map(cities.map(({ province }) => [province.code, province])).values()];
  const place = cities.map(({ province }) => provinces.findIndex(({ code }) => code === province.code));
  const sum = (matrix: number[][]) => {
    const sums = provinces.map(() => provinces.map(() => 0));
    for (const [r, row] of matrix.entries())
      for (const [c, value] of row.entries()) sums[place[r]!]![place[c]!]! += value;
    return sums;
  };
  return {
    schema: "tributary.provinces/v1",
    provinces,
    flows: { "2012": sum(flows[0]), "2017": sum(flows[1]) },
    mitigation: sum(mitigation),
  };
}
