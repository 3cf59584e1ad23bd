import { expect, test } from "vitest";
import { DenseRequirements } from "../kernel/dense-requirements.ts";
import { calcRegionMeans, solveChainPosition } from "./chain-position.ts";

test("a pure chain counts its stages", () => {
  // Mine → mill → shop: each sells everything to the next; the shop sells to consumers.
  const A = new DenseRequirements(Float64Array.of(0, 0.5, 0, 0, 0, 0.5, 0, 0, 0));
  const { U, Dn, residual } = solveChainPosition(A, Float64Array.of(1, 2, 4), { tolerance: 1e-14 });
  [3, 2, 1].forEach((stages, i) => {
    expect(U[i]).toBeCloseTo(stages, 12);
  });
  [1, 1.5, 1.75].forEach((stages, i) => {
    expect(Dn[i]).toBeCloseTo(stages, 12);
  });
  expect(residual).toBeLessThan(1e-13);
});

test("a sector without output has no upstreamness and no weight in its region", () => {
  const A = new DenseRequirements(new Float64Array(16));
  const x = Float64Array.of(2, 0, 0, 0);
  const { U } = solveChainPosition(A, x);
  expect([...U]).toEqual([1, Number.NaN, Number.NaN, Number.NaN]);
  expect([...calcRegionMeans(U, x, 2)]).toEqual([1, Number.NaN]);
  expect([...calcRegionMeans(Float64Array.of(1, 4, 2, 2), Float64Array.of(1, 2, 3, 4), 2)]).toEqual([3, 2]);
});
