import { expect, test } from "vitest";
import { State } from "../baseline/state.ts";
import { applyOne } from "../testing/apply-one.ts";
import { expandState, expectDense } from "../testing/dense.ts";
import { makeSmallBaseline } from "../testing/small-baseline.ts";

const baseline = makeSmallBaseline();

test("S' = (1 − δ) S in the chosen origins and sectors", () => {
  const dense = expandState(new State(baseline));
  for (const row of [6, 8, 9, 11]) dense.S[row] *= 0.7;
  const state = applyOne(baseline, "upstream-decarbonisation", {
    where: { origins: { province: ["120000"] }, sectors: ["01", "03"] },
    change: { percent: -30 },
  });
  expectDense(state, dense);
});

test("a place named twice is cut once", () => {
  const cut = (city: string[]) =>
    applyOne(baseline, "upstream-decarbonisation", {
      where: { origins: { city }, sectors: "all" },
      change: { percent: -30 },
    }).S;
  expect(cut(["120102", "120102"])).toEqual(cut(["120102"]));
});

test("a cut where nothing is emitted is said, not passed over", () => {
  const { remarks } = applyOne(baseline, "upstream-decarbonisation", {
    where: { origins: { city: ["110101"] }, sectors: ["03"] },
    change: { percent: -30 },
  });
  expect(remarks).toMatchObject([{ code: "changes-nothing" }]);
});
