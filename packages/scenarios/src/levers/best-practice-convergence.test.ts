import { expect, test } from "vitest";
import { State } from "../baseline/state.ts";
import { applyOne } from "../testing/apply-one.ts";
import { expandState, expectDense } from "../testing/dense.ts";
import { makeSmallBaseline } from "../testing/small-baseline.ts";
import { calcPractice } from "./calc-practice.ts";

const baseline = makeSmallBaseline();

test("S' = S − κ·max(0, S − q_p), q_p the output-weighted quantile of the sector over all regions", () => {
  const { S, x } = baseline.base;
  const dense = expandState(new State(baseline));
  for (let k = 0; k < baseline.N; k++) {
    const rows = [0, 1, 2, 3].map((r) => r * baseline.N + k).sort((a, b) => S[a] - S[b]);
    const total = rows.reduce((sum, row) => sum + x[row], 0);
    const upTo = (row: number) => rows.slice(0, rows.indexOf(row) + 1).reduce((sum, at) => sum + x[at], 0);
    const q = S[rows.find((row) => upTo(row) >= 0.4 * total)!];
    for (const row of rows) dense.S[row] -= 0.5 * Math.max(0, S[row] - q);
  }
  const state = applyOne(baseline, "best-practice-convergence", {
    where: { origins: { all: true }, sectors: "all" },
    converge: { share: 0.5, quantile: 0.4 },
  });
  expectDense(state, dense);
});

test("a producer of next to nothing is no practice, and is left alone", () => {
  const { base, N } = makeSmallBaseline();
  base.x[0] = 1e-6;
  base.S[0] = 0;
  const practice = calcPractice({ ...baseline, base, N } as typeof baseline, 0);
  expect(practice.counts(0)).toBe(false);
  expect(practice.quantile(0)).toBe(Math.min(...[3, 6, 9].map((row) => base.S[row])));
});
