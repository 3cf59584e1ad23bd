import { expect, test } from "vitest";
import { State } from "../baseline/state.ts";
import { applyOne } from "../testing/apply-one.ts";
import { expandState, expectDense } from "../testing/dense.ts";
import { FORMS, makeSmallBaseline } from "../testing/small-baseline.ts";

const settings = (technical: number) => ({
  where: { users: { city: ["110101"] }, industries: ["01", "03"], materials: ["02"] },
  change: { technical, market: 0.5 },
});

test.each(FORMS)("a' = a (1 − kt·kp) for the material, from every origin: %s", (form) => {
  const baseline = makeSmallBaseline(form);
  const dense = expandState(new State(baseline));
  for (let r = 0; r < baseline.R; r++)
    for (const column of [3, 5]) dense.A.set(3 * r + 1, column, dense.A.get(3 * r + 1, column) * (1 - 0.3 * 0.5));
  const state = applyOne(baseline, "material-efficiency", settings(0.3));
  expectDense(state, dense);
  expect(state.remarks).toEqual([]);
});

test("inputs above output are reported with their place", () => {
  const expensive = makeSmallBaseline();
  expensive.sourcing.technologyOf(1)[1 * 3 + 2] = 0.9;
  const { remarks } = applyOne(expensive, "material-efficiency", settings(-1));
  // Another remark says that −1 is no saving.
  expect(remarks).toContainEqual(
    expect.objectContaining({
      code: "negative-value-added",
      text: expect.objectContaining({ en: expect.stringContaining("110101/03") }),
    }),
  );
});
