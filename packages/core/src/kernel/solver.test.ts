import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { calcBounds, calcSensitivity } from "./bound.ts";
import { DenseRequirements } from "./dense-requirements.ts";
import { FactoredRequirements } from "./factored-requirements.ts";
import { calcGravity, expandShares } from "./gravity.ts";
import type { FixedPoint } from "./operator.ts";
import { solveMultipliers, solveOutput } from "./solver.ts";
import { expandFactors, invertLeontief, makeFactors, wave } from "./testing/small-factors.ts";

describe("solve against an independent inverse (ml-matrix LU)", () => {
  const factors = makeFactors(5, 6);
  const n = 30;
  const cells = expandFactors(factors);
  const L = invertLeontief(cells, n);
  const columns = 11;
  const Y = Float64Array.from({ length: n * columns }, (_, i) => wave(i * 3) - 0.2);

  for (const A of [new FactoredRequirements(factors), new DenseRequirements(cells)]) {
    test(`${A.kind}: output of ${columns} right-hand sides`, () => {
      const { X, residual } = solveOutput(A, Y);
      expect(residual).toBeLessThan(1e-9);
      for (let c = 0; c < columns; c++) {
        const exact = L.mmul(Matrix.columnVector(Y.subarray(c * n, (c + 1) * n)));
        for (let i = 0; i < n; i++) expect(X[c * n + i]).toBeCloseTo(exact.get(i, 0), 7);
      }
    });

    test(`${A.kind}: multipliers are the transposed solve`, () => {
      const S = Y.subarray(0, n);
      const exact = L.transpose().mmul(Matrix.columnVector(S));
      const { X: M } = solveMultipliers(A, S);
      for (let i = 0; i < n; i++) expect(M[i]).toBeCloseTo(exact.get(i, 0), 7);
    });

    test(`${A.kind}: a solve from a guess ends where one from nothing does, and sooner`, () => {
      for (const solve of [solveOutput, solveMultipliers]) {
        const cold = solve(A, Y, { tolerance: 1e-11 });
        const start = cold.X.map((value, i) => value * (1 + 1e-4 * wave(i)));
        const warm = solve(A, Y, { tolerance: 1e-11, start });
        warm.X.forEach((value, i) => {
          expect(value).toBeCloseTo(cold.X[i], 8);
        });
        expect(warm.rounds).toBeLessThan(cold.rounds);
        expect(solve(A, Y, { tolerance: 1e-9, start: cold.X }).rounds).toBe(0);
      }
    });

    test(`${A.kind}: a column with nothing to solve is zero, whatever it begins with`, () => {
      const { X, R, residual } = solveOutput(A, new Float64Array(n), { start: Y.subarray(0, n) });
      expect([...X, ...R, residual].every((value) => value === 0)).toBe(true);
    });

    test(`${A.kind}: the bound covers the true error of a loose solve`, () => {
      const S = Float64Array.from({ length: n }, (_, i) => wave(i));
      const positive = Y.map(Math.abs);
      const { X, R } = solveOutput(A, positive, { tolerance: 1e-3 });
      const bounds = calcBounds(calcSensitivity(A, S)!, X, R);
      for (let c = 0; c < columns; c++) {
        const exact = L.mmul(Matrix.columnVector(positive.subarray(c * n, (c + 1) * n)));
        let error = 0;
        for (let i = 0; i < n; i++) error += S[i] * (X[c * n + i] - exact.get(i, 0));
        expect(Math.abs(error)).toBeLessThanOrEqual(bounds[c]);
        expect(bounds[c]).toBeGreaterThan(0);
      }
    });
  }
});

test("trade through the kernels of a gravity model is trade through its shares", () => {
  const [R, N] = [7, 4];
  const supplier = Float64Array.from({ length: N * R }, (_, i) => wave(i));
  const distances = Float64Array.from({ length: R * R }, (_, i) => 20 + 90 * Math.abs(Math.floor(i / R) - (i % R)));
  const gravity = calcGravity(supplier, distances, Float64Array.of(1.8, 3, 1.8, 2.2));
  expect(gravity.kernels.length).toBe(3);
  const T = expandShares(gravity);
  for (let k = 0; k < N; k++)
    for (let s = 0; s < R; s++) {
      let sum = 0;
      for (let r = 0; r < R; r++) sum += T[k][r * R + s];
      expect(sum).toBeCloseTo(1, 12);
    }
  const { a } = makeFactors(R, N);
  const Y = Float64Array.from({ length: R * N * 3 }, (_, i) => wave(i));
  const plain = new FactoredRequirements({ R, N, T, a });
  const quick = new FactoredRequirements({ R, N, T, a, gravity });
  for (const solve of [solveOutput, solveMultipliers]) {
    const [expected, found] = [solve(plain, Y), solve(quick, Y)];
    expected.X.forEach((value, i) => {
      expect(found.X[i] / value).toBeCloseTo(1, 8);
    });
    expect(found.residual).toBeLessThan(1e-9);
  }
});

test("a last step that was foreseen and gained nothing is found out, and the solve goes on", () => {
  const cells = expandFactors(makeFactors(5, 6));
  let hopes = 0;
  class Hopeful extends DenseRequirements {
    override forward(columns: number): FixedPoint {
      return { ...super.forward(columns), conclude: () => hopes++ };
    }
  }
  const Y = Float64Array.from({ length: 30 }, (_, i) => wave(i));
  const [expected, found] = [DenseRequirements, Hopeful].map((Table) => solveOutput(new Table(cells), Y));
  expect(hopes).toBe(1);
  expect(found.residual).toBeLessThan(1e-10);
  found.X.forEach((value, i) => {
    expect(value).toBeCloseTo(expected.X[i], 8);
  });
});

describe("refusals", () => {
  const code = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return (error as { code: string }).code;
    }
  };
  const ones = new Float64Array(2).fill(1);

  test("a table that uses up more than it makes", () => {
    expect(code(() => solveOutput(new DenseRequirements(Float64Array.of(0.7, 0.6, 0.5, 0.8)), ones))).toBe(
      "not-productive",
    );
  });

  test("a gap in A, and in Y", () => {
    expect(code(() => new DenseRequirements(Float64Array.of(0, Number.NaN, 0, 0)))).toBe("not-finite");
    const A = new DenseRequirements(Float64Array.of(0.1, 0.2, 0.3, 0.1));
    expect(code(() => solveOutput(A, Float64Array.of(1, Number.NaN)))).toBe("not-finite");
    expect(code(() => solveOutput(A, Float64Array.of(Number.NaN, 1)))).toBe("not-finite");
  });

  test("shapes that do not fit", () => {
    const A = new DenseRequirements(Float64Array.of(0.1, 0.2, 0.3, 0.1));
    expect(code(() => solveOutput(A, new Float64Array(3)))).toBe("shape-mismatch");
    expect(code(() => new FactoredRequirements({ R: 2, N: 2, T: [new Float64Array(4)], a: new Float64Array(8) }))).toBe(
      "shape-mismatch",
    );
  });

  test("a start of another shape, or with a gap", () => {
    const A = new DenseRequirements(Float64Array.of(0.1, 0.2, 0.3, 0.1));
    expect(code(() => solveOutput(A, ones, { start: new Float64Array(4) }))).toBe("shape-mismatch");
    expect(code(() => solveOutput(A, ones, { start: Float64Array.of(1, Number.NaN) }))).toBe("not-finite");
  });

  test("too few rounds for a table that is not written out", () => {
    const A = new FactoredRequirements(makeFactors(5, 6));
    const Y = new Float64Array(30).fill(1);
    expect(code(() => solveOutput(A, Y, { maxRounds: 1 }))).toBe("not-converged");
    expect(() => solveOutput(A, Y, { maxRounds: 1 })).toThrow(/spectral radius is about 0\.\d/);
  });

  test("a circular table, whose spectrum is not real, is still solved", () => {
    const A = new DenseRequirements(Float64Array.of(0, 0.9, 0, 0, 0, 0.9, 0.9, 0, 0));
    const { X } = solveOutput(A, Float64Array.of(1, 0, 0));
    expect(X[0]).toBeCloseTo(1 / (1 - 0.729), 8);
  });
});
