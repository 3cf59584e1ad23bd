import { test } from "vitest";
import { State } from "../baseline/state.ts";
import { applyOne } from "../testing/apply-one.ts";
import { expandState, expectDense } from "../testing/dense.ts";
import { FORMS, makeSmallBaseline } from "../testing/small-baseline.ts";

test.each(FORMS)(
  "part of what a city's consumers buy from some origins moves to others, as these supply it today: %s",
  (form) => {
    const baseline = makeSmallBaseline(form);
    const dense = expandState(new State(baseline));
    const [giver, first, second] = [3, 0, 2].map((r) => r * baseline.N + 1);
    const moved = 0.4 * dense.Y.get(giver, 1);
    const [a, b] = [dense.Y.get(first, 1), dense.Y.get(second, 1)];
    dense.Y.set(giver, 1, dense.Y.get(giver, 1) - moved);
    dense.Y.set(first, 1, a + (moved * a) / (a + b));
    dense.Y.set(second, 1, b + (moved * b) / (a + b));
    const state = applyOne(baseline, "green-procurement", {
      where: { buyer: { city: ["110101"] }, product: ["02"] },
      shift: { share: 0.4, from: { city: ["120103"] }, to: { city: ["110100", "120102"] } },
    });
    expectDense(state, dense);
  },
);
