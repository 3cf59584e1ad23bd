import { expect, test } from "vitest";
import { DenseRequirements } from "../kernel/dense-requirements.ts";
import { FactoredRequirements } from "../kernel/factored-requirements.ts";
import { sum } from "../kernel/sum.ts";
import { expandFactors, invertLeontief, makeFactors, wave } from "../kernel/testing/small-factors.ts";
import { nameRole, solveLinkages } from "./linkages.ts";

const EXACT = { tolerance: 1e-14 };

function expectAll(actual: Float64Array, expected: readonly number[], digits: number) {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(actual[i]).toBeCloseTo(value, digits);
  });
}

test("Miller & Blair (2009): sums of A, B, L (§2.2, §2.3) and of Ghosh's G (§12.1), two sectors", () => {
  const A = new DenseRequirements(Float64Array.of(0.15, 0.25, 0.2, 0.05));
  const links = solveLinkages(A, Float64Array.of(1000, 2000), EXACT);
  expectAll(links.directBackward, [0.35, 0.3], 15);
  expectAll(links.directForward, [0.65, 0.15], 15);
  expectAll(links.backward, [1.2541 + 0.264, 0.33 + 1.1221], 3);
  expectAll(links.forward, [1.2541 + 0.6601, 0.132 + 1.1221], 3);
  // L = 1/.7575 [[.95, .25], [.20, .85]]: sums of columns 1.15 and 1.10, of rows 1.20 and 1.05, over their mean 1.125.
  expectAll(links.power, [1.15 / 1.125, 1.1 / 1.125], 12);
  expectAll(links.sensitivity, [1.2 / 1.125, 1.05 / 1.125], 12);
  expect(links.residual).toBeLessThan(1e-13);
});

test("a factored table has the sums of its inverses, and each index has mean 1", () => {
  const factors = makeFactors(3, 4);
  const n = 12;
  const x = Float64Array.from({ length: n }, (_, i) => 1 + 5 * wave(i + 3));
  const links = solveLinkages(new FactoredRequirements(factors), x, EXACT);
  const L = invertLeontief(expandFactors(factors), n);
  for (let i = 0; i < n; i++) {
    expect(links.backward[i]).toBeCloseTo(sum(L.getColumn(i)), 10);
    const ghosh = L.getRow(i).map((cell, j) => (cell * x[j]) / x[i]);
    expect(links.forward[i]).toBeCloseTo(sum(ghosh), 10);
  }
  for (const index of [links.power, links.forwardIndex, links.sensitivity]) expect(sum(index) / n).toBeCloseTo(1, 12);
});

test("a sector that produces nothing has no linkages and no part in the means", () => {
  const A = new DenseRequirements(Float64Array.of(0.15, 0.25, 0, 0.2, 0.05, 0, 0, 0, 0));
  const links = solveLinkages(A, Float64Array.of(1000, 2000, 0), EXACT);
  for (const values of [links.directBackward, links.backward, links.power, links.forward, links.sensitivity])
    expect(values[2]).toBeNaN();
  expect(links.power[0]).toBeCloseTo(1.15 / 1.125, 12);
});

test("roles by the two indices", () => {
  expect([nameRole(1.1, 1.2), nameRole(1.1, 0.9), nameRole(0.9, 1.1), nameRole(1, 1)]).toEqual([
    "key",
    "backward",
    "forward",
    "weak",
  ]);
});
