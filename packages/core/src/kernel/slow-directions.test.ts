import { expect, test } from "vitest";
import { FactoredRequirements } from "./factored-requirements.ts";
import { calcGravity, expandShares } from "./gravity.ts";
import { findSlowDirections } from "./slow-directions.ts";
import { solveOutput } from "./solver.ts";
import { wave } from "./testing/small-factors.ts";

const [R, N, columns] = [60, 20, 100];
const n = R * N;
const distances = Float64Array.from({ length: R * R }, (_, i) => 30 + 50 * Math.abs(Math.floor(i / R) - (i % R)));
const supplier = Float64Array.from({ length: N * R }, (_, i) => wave(i));
const gravity = calcGravity(
  supplier,
  distances,
  Float64Array.from({ length: N }, (_, k) => (k < 12 ? 1.2 : 1.9)),
);
const a = Float64Array.from({ length: R * N * N }, (_, i) => (1.3 * wave(i)) / N);
const table = () => new FactoredRequirements({ R, N, T: expandShares(gravity), a, gravity });
const Y = Float64Array.from({ length: columns * n }, (_, i) => wave(5 * i));

test("the first step leaves nothing of the slow directions", () => {
  const A = table();
  const slow = findSlowDirections(A.forward(1), A.backward(1));
  const K = A.forward(8);
  K.load(Y.subarray(0, 8 * n));
  const { r, d, Kd } = K.space;
  K.leap?.(slow);
  for (let at = 0; at < slow.count * n; at += n) {
    let [before, after] = [0, 0];
    for (let i = 0; i < n; i++) {
      before += slow.weights[at + i] * r[i * 8];
      after += slow.weights[at + i] * (r[i * 8] - d[i * 8] + Kd[i * 8]);
    }
    expect(Math.abs(after)).toBeLessThan(1e-4 + 1e-4 * Math.abs(before));
  }
  expect(slow.rest.high - slow.rest.low).toBeLessThan(0.8 * (A.spectrum.high - A.spectrum.low));
});

test("many columns are solved in fewer rounds, to the same", () => {
  const many = solveOutput(table(), Y);
  const few = solveOutput(table(), Y.subarray(0, 8 * n));
  expect(many.rounds).toBeLessThan(few.rounds);
  expect(many.residual).toBeLessThan(1e-10);
  few.X.forEach((value, i) => {
    expect(Math.abs(many.X[i] / value - 1)).toBeLessThan(1e-8);
  });
});

test("columns that are left over and go one by one need no more rounds for it", () => {
  const over = solveOutput(
    table(),
    Float64Array.from({ length: (columns + 5) * n }, (_, i) => wave(5 * i)),
  );
  const alone = solveOutput(table(), Y.subarray(0, n));
  expect(over.rounds).toBeLessThanOrEqual(alone.rounds + 1);
  expect(over.residual).toBeLessThan(1e-10);
});

test("a small system has none to look for", () => {
  const small = new FactoredRequirements({
    R: 1,
    N: 2,
    T: [Float64Array.of(1), Float64Array.of(1)],
    a: new Float64Array(4),
  });
  expect(small.slow).toBeUndefined();
});
