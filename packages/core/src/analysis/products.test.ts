import { expect, test } from "vitest";
import { DenseRequirements } from "../kernel/dense-requirements.ts";
import { FactoredRequirements } from "../kernel/factored-requirements.ts";
import { solveMultipliers } from "../kernel/solver.ts";
import { expandFactors, makeFactors, wave } from "../kernel/testing/small-factors.ts";
import { CITY_GROUPS } from "../release/results.ts";
import { calcProductFootprints, solveGroupMultipliers } from "./products.ts";

const [agriculture, heavy] = [CITY_GROUPS.indexOf("agriculture"), CITY_GROUPS.indexOf("heavy industry")];
const G = CITY_GROUPS.length;
const sectorsOf = (groups: readonly string[]) =>
  groups.map((group, k) => ({ code: String(k), name: { en: "", zh: "" }, group }));

test("Kitzes (2013), table 3: emissions of agriculture and manufacturing for either product", () => {
  // T = [[8,5],[4,2]], x = [16,12], q = [8,4], y = [3,6].
  const A = new DenseRequirements(Float64Array.of(8 / 16, 5 / 12, 4 / 16, 2 / 12));
  const { M, residual } = solveGroupMultipliers(
    A,
    Float64Array.of(8 / 16, 4 / 12),
    sectorsOf(["agriculture", "heavy industry"]),
  );
  const emitted = calcProductFootprints(M, Float64Array.of(3, 6), 2);
  expect(residual).toBeLessThan(1e-9);
  const read = (product: number, group: number) => emitted[product * G + group];
  expect(read(0, agriculture)).toBeCloseTo(4, 8);
  expect(read(1, agriculture)).toBeCloseTo(4, 8);
  expect(read(0, heavy)).toBeCloseTo(0.8, 8);
  expect(read(1, heavy)).toBeCloseTo(3.2, 8);
});

test("products and groups add up to the footprint, and construction emits as a service", () => {
  const [R, N] = [3, 4];
  const sectors = sectorsOf(["energy", "heavy industry", "construction", "services"]);
  const S = Float64Array.from({ length: R * N }, (_, i) => wave(i + 5));
  const y = Float64Array.from({ length: R * N }, (_, i) => wave(i + 50));
  const factors = makeFactors(R, N);
  const operators = [new FactoredRequirements(factors), new DenseRequirements(expandFactors(factors))];
  for (const A of operators) {
    const emitted = calcProductFootprints(solveGroupMultipliers(A, S, sectors, { tolerance: 1e-12 }).M, y, N);
    const all = solveMultipliers(A, S, { tolerance: 1e-12 }).X;
    for (let k = 0; k < N; k++) {
      const sum = emitted.subarray(k * G, (k + 1) * G).reduce((a, b) => a + b);
      const expected = all.reduce((total, multiplier, i) => total + (i % N === k ? multiplier * y[i] : 0), 0);
      expect(sum / expected).toBeCloseTo(1, 9);
    }
    expect(emitted[CITY_GROUPS.indexOf("light industry")]).toBe(0);
  }
});

test("refuses a sector in no known group", () => {
  const A = new DenseRequirements(Float64Array.of(0.5));
  expect(() => solveGroupMultipliers(A, Float64Array.of(1), sectorsOf(["magic"]))).toThrow(
    expect.objectContaining({ code: "unknown-group" }),
  );
});
