import { describe, expect, test } from "vitest";
import { solveTable } from "../checks/oracles/small-table.ts";
import { FactoredRequirements } from "../kernel/factored-requirements.ts";
import { solveOutput } from "../kernel/solver.ts";
import { sum } from "../kernel/sum.ts";
import { expandFactors, invertLeontief, makeFactors, wave } from "../kernel/testing/small-factors.ts";
import { readPrinted } from "../model/printed-table.ts";
import { calcSharedResponsibility, solveIncomeResponsibility } from "./responsibility.ts";

test("shared responsibility goes from consumer to producer", () => {
  const [production, footprint] = [Float64Array.of(8, 4), Float64Array.of(4.8, 7.2)];
  expect(calcSharedResponsibility(production, footprint, 1)).toEqual(production);
  expect(calcSharedResponsibility(production, footprint, 0)).toEqual(footprint);
  expect([...calcSharedResponsibility(production, footprint, 0.25)]).toEqual([5.6, 6.4]);
  expect(() => calcSharedResponsibility(production, Float64Array.of(1), 0.5)).toThrow(
    expect.objectContaining({ code: "shape-mismatch" }),
  );
});

describe("solveIncomeResponsibility", () => {
  test("Kitzes (2013), each sector a region: value added times G S by hand", () => {
    // x = [16, 12], v = [4, 5]; L = [[1.3, .65…]] comes from A = [[.5, 5/12], [.25, 1/6]]; G S = x̂⁻¹ L F.
    const { model } = solveTable(
      readPrinted({
        Z: [
          [8, 5],
          [4, 2],
        ],
        Y: [
          [3, 0],
          [0, 6],
        ],
        F: [8, 4],
        v: [4, 5],
      }),
    );
    const { income, imports, residual } = solveIncomeResponsibility(model.A, model, 2, { tolerance: 1e-14 });
    // det(I − A) = .5 · 5/6 − 5/12 · .25 = .3125; L F = [(5/6 · 8 + 5/12 · 4), (.25 · 8 + .5 · 4)] / .3125.
    expect(income[0]).toBeCloseTo((4 * ((5 / 6) * 8 + (5 / 12) * 4)) / 0.3125 / 16, 12);
    expect(income[1]).toBeCloseTo((5 * (0.25 * 8 + 0.5 * 4)) / 0.3125 / 12, 12);
    expect(sum(income)).toBeCloseTo(12, 12);
    expect(Math.max(...imports.map(Math.abs))).toBeLessThan(1e-12);
    expect(residual).toBeLessThan(1e-13);
  });

  test("is v̂ (I − B)⁻¹ S, and with imported inputs all emissions of production", () => {
    const [R, N, n] = [3, 2, 6];
    const factors = makeFactors(R, N);
    const A = expandFactors(factors);
    const { X: x } = solveOutput(
      new FactoredRequirements(factors),
      Float64Array.from({ length: n }, (_, i) => 1 + wave(i)),
    );
    const F = x.map((output, i) => output * wave(i + 9));
    const v = x.map((output) => 0.1 * output);
    const { income, imports } = solveIncomeResponsibility(new FactoredRequirements(factors), { x, v, F }, R, {
      tolerance: 1e-14,
    });
    const B = A.map((cell, at) => (cell * x[at % n]) / x[Math.floor(at / n)]);
    const G = invertLeontief(B, n);
    for (let r = 0; r < R; r++) {
      const rows = [r * N, r * N + 1];
      const expected = rows.map((i) => v[i] * sum(G.getRow(i).map((cell, j) => (cell * F[j]) / x[j])));
      expect(income[r]).toBeCloseTo(sum(expected), 10);
    }
    expect(sum(income) + sum(imports)).toBeCloseTo(sum(F), 10);
  });
});
