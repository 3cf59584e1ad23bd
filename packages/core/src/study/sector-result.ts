import type { SectorResult } from "../release/results.ts";
import type { TableAccounts } from "./study.ts";

/** Results of one sector after another: `results/sectors/<code>.json`. */
export function makeSectorResults({ frame, years }: TableAccounts): (k: number) => SectorResult {
  const codes = frame.regions.map(({ code }) => code);
  const N = frame.sectors.length;
  const keys = years.map(({ model }) => String(model.year));
  return (k) => {
    const byYear = <T>(read: (at: number) => T) => Object.fromEntries(keys.map((key, at) => [key, read(at)]));
    const read = (vector: "F" | "x", at: number, r: number) => {
      const { model } = years[at];
      return model[vector][r * model.axes.sectors.length + k];
    };
    return {
      schema: "tributary.sector/v1",
      code: frame.sectors[k].code,
      regions: codes.map((code, r) => ({
        code,
        emissions: byYear((at) => read("F", at, r)),
        output: byYear((at) => read("x", at, r)),
        footprint: byYear((at) => years[at].sums.all[r * N + k]),
        local: byYear((at) => years[at].sums.local[r * N + k]),
      })),
      pairs: years[years.length - 1].sums.pairs[k].list().map(({ origin, consumer, value }) => ({
        ...{ from: codes[origin], to: codes[consumer] },
        value,
      })),
    };
  };
}
