import { expect, test } from "vitest";
import { State } from "../baseline/state.ts";
import { applyOne } from "../testing/apply-one.ts";
import { expandState, expectDense } from "../testing/dense.ts";
import { makeSmallBaseline } from "../testing/small-baseline.ts";

const baseline = makeSmallBaseline();
const settings = (sectors: string[]) => ({ where: { origins: { all: true }, sectors }, change: { percent: -100 } });

test("power without emissions: only the power sector's own intensity goes", () => {
  const dense = expandState(new State(baseline));
  for (let row = 0; row < baseline.n; row += baseline.N) dense.S[row] = 0;
  expectDense(applyOne(baseline, "clean-electricity", settings(["01"])), dense);
});

test("a table without that power sector refuses, and asks what was meant", () => {
  expect(() => applyOne(baseline, "clean-electricity", settings(["1"]))).toThrow(
    'There is no sector "1" in this table. Did you mean 01 (energy)',
  );
});
