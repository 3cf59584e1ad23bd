import { expect, test } from "vitest";
import { State } from "../baseline/state.ts";
import { answerCity } from "../run/answer-city.ts";
import { applyOne } from "../testing/apply-one.ts";
import { expandState, expectDense } from "../testing/dense.ts";
import { FORMS, makeSmallBaseline } from "../testing/small-baseline.ts";

const baseline = makeSmallBaseline();
const { N } = baseline;
const shift = (product: string, from: unknown, to: unknown, share = 0.5) => ({
  where: { buyer: { city: ["110101"] }, product: [product] },
  shift: { share, from, to },
});

test.each(FORMS)("equals a full dense solve of the changed table, to 1e-9: %s", (form) => {
  const baseline = makeSmallBaseline(form);
  const dense = expandState(new State(baseline));
  for (let j = 0; j < N; j++) {
    const [giver, taker, column] = [3 * N + 1, 0 * N + 1, 1 * N + j];
    const moved = 0.5 * dense.A.get(giver, column);
    dense.A.set(giver, column, dense.A.get(giver, column) - moved);
    dense.A.set(taker, column, dense.A.get(taker, column) + moved);
  }
  expectDense(applyOne(baseline, "supplier-shift", shift("02", { city: ["120103"] }, { city: ["110100"] })), dense);
});

test.each(FORMS)("in each column apart, receivers gain as they supply it today: %s", (form) => {
  const baseline = makeSmallBaseline(form);
  const dense = expandState(new State(baseline));
  for (let j = 0; j < N; j++) {
    const column = 1 * N + j;
    const [giver, ...takers] = [3, 0, 2].map((r) => r * N + 1);
    const supplied = takers.map((row) => dense.A.get(row, column));
    const moved = 0.5 * dense.A.get(giver, column);
    dense.A.set(giver, column, moved);
    for (const [at, row] of takers.entries())
      dense.A.set(row, column, supplied[at] + (moved * supplied[at]) / (supplied[0] + supplied[1]));
  }
  const settings = shift("02", { city: ["120103"] }, { city: ["110100", "120102"] });
  expectDense(applyOne(baseline, "supplier-shift", settings), dense);
});

test("to the supplier that is cleaner by its own intensity, but dirtier with its chain: the footprint rises", () => {
  const { S } = baseline.base;
  const [from, to] = findDeceptivePair();
  expect(S[to * N]).toBeLessThan(S[from * N]);
  expect(baseline.M[to * N]).toBeGreaterThan(baseline.M[from * N]);
  const code = (r: number) => ({ city: [baseline.axes.regions[r].code] });
  const before = answerCity(new State(baseline), 1);
  const after = answerCity(applyOne(baseline, "supplier-shift", shift("01", code(from), code(to))), 1);
  expect(after.footprints[1]).toBeGreaterThan(before.footprints[1]);
});

test("to the cleanest by total multiplier: the footprint falls", () => {
  const before = answerCity(new State(baseline), 1);
  const rules = [
    { rule: "dirtiest", count: 1 },
    { rule: "cleanest", count: 1 },
  ] as const;
  const after = answerCity(applyOne(baseline, "supplier-shift", shift("01", ...rules)), 1);
  expect(after.footprints[1]).toBeLessThan(before.footprints[1]);
});

test.each([0.5, 0])("a receiver that is the giver is refused, share %d", (share) => {
  const same = { city: ["110100"] };
  expect(() => applyOne(baseline, "supplier-shift", shift("01", same, same, share))).toThrow(
    expect.objectContaining({ code: "receiver-is-giver" }),
  );
});

/** Two suppliers of product 01 of which one is cleaner by S and the other by M. */
function findDeceptivePair(): [number, number] {
  const { S } = baseline.base;
  for (let from = 0; from < baseline.R; from++)
    for (let to = 0; to < baseline.R; to++)
      if (S[to * N] < S[from * N] && baseline.M[to * N] > baseline.M[from * N]) return [from, to];
  throw new Error("The small baseline has no such pair.");
}
