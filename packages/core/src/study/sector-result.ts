import type { SectorResult } from "../release/results.ts";
import type { StudyYear, TableAccounts } from "./study.ts";

/** Pairs of origin and consumer that are listed. */
const PAIRS = 20;

/**
 * Results of one sector after another: `results/sectors/<code>.json`. Everything is summed anew for each, because all pairs
 * of all sectors would not fit in memory.
 */
export function makeSectorResults({ frame, years }: TableAccounts): (k: number) => SectorResult {
  const codes = frame.regions.map(({ code }) => code);
  const keys = years.map(({ model }) => String(model.year));
  return (k) => {
    const matrices = years.map((year) => calcSectorMatrix(year, k));
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
        footprint: byYear((at) => sumColumn(matrices[at], r, codes.length)),
        local: byYear((at) => matrices[at][r * codes.length + r]),
      })),
      pairs: listPairs(matrices[matrices.length - 1], codes),
    };
  };
}

/**
 * Emissions of one sector by origin and consumer, `C_k[r,c] = S_rk (X_c)_rk`.
 *
 * Shapes: R×R row-major. Units: t CO₂.
 *
 * @see docs/method.md#accounts
 */
function calcSectorMatrix({ S, X, model }: StudyYear, k: number): Float64Array {
  const n = S.length;
  const N = model.axes.sectors.length;
  const R = n / N;
  const C = new Float64Array(R * R);
  for (let c = 0; c < R; c++)
    for (let r = 0; r < R; r++) {
      const i = r * N + k;
      C[r * R + c] = S[i] * X[c * n + i];
    }
  return C;
}

function sumColumn(C: Float64Array, c: number, R: number): number {
  let sum = 0;
  for (let r = 0; r < R; r++) sum += C[r * R + c];
  return sum;
}

/** The largest flows between two different regions: few of many, so the list is kept short and never sorted as a whole. */
function listPairs(C: Float64Array, codes: readonly string[]): SectorResult["pairs"] {
  const R = codes.length;
  const largest: number[] = [];
  for (let at = 0; at < C.length; at++) {
    const last = largest.length < PAIRS ? 0 : C[largest[PAIRS - 1]];
    if (!(C[at] > last) || at % (R + 1) === 0) continue;
    const place = largest.findIndex((other) => C[at] > C[other]);
    largest.splice(place < 0 ? largest.length : place, 0, at);
    if (largest.length > PAIRS) largest.pop();
  }
  return largest.map((at) => ({ from: codes[Math.floor(at / R)], to: codes[at % R], value: C[at] }));
}
