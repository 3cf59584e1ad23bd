import { expect, test } from "vitest";
import { State } from "../baseline/state.ts";
import { applyOne } from "../testing/apply-one.ts";
import { expandState, expectDense } from "../testing/dense.ts";
import { makeSmallBaseline } from "../testing/small-baseline.ts";

const baseline = makeSmallBaseline();
const where = { consumers: { city: ["110101"] }, products: ["01"] };

test("Y' = (1 − δ) Y of the product from every origin, and half of the savings spent on the others as today", () => {
  const dense = expandState(new State(baseline));
  const [f0, f1, f2] = new State(baseline).demandByProduct(1);
  const factors = [0.8, 1 + (0.5 * 0.2 * f0) / (f1 + f2), 1 + (0.5 * 0.2 * f0) / (f1 + f2)];
  for (let i = 0; i < baseline.n; i++) dense.Y.set(i, 1, dense.Y.get(i, 1) * factors[i % 3]);
  const state = applyOne(baseline, "demand-level-and-mix", {
    where,
    change: { percent: -20 },
    respend: { share: 0.5, on: ["02", "03"] },
  });
  expectDense(state, dense);
});

test("all savings spent again on everything: spending stays, the mix moves", () => {
  const state = applyOne(baseline, "demand-level-and-mix", {
    where,
    change: { percent: -20 },
    respend: { share: 1, on: "all" },
  });
  const spent = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  expect(spent(state.demand(1))).toBeCloseTo(spent(new State(baseline).demand(1)), 9);
  expect(state.demandByProduct(1)[0]).toBeLessThan(new State(baseline).demandByProduct(1)[0]);
});
