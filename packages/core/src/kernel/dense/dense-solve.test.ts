import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DenseRequirements } from "../dense-requirements.ts";
import { solveMultipliers, solveOutput } from "../solver.ts";
import { expandFactors, invertLeontief, makeFactors, wave } from "../testing/small-factors.ts";
import { DenseMatrix, type Precision } from "./dense-matrix.ts";
import { measureFitDistance } from "./fit-distance.ts";
import { surveyTable, type TableFit } from "./fit-table.ts";

const [R, N] = [6, 7];
const n = R * N;
const weights = Float64Array.from({ length: n }, (_, i) => 1 + wave(i));

/** A factored table whose cells are then changed. */
function makeCells(change: (cell: number, at: number) => number): Float64Array {
  return expandFactors(makeFactors(R, N)).map(change);
}

/** Solved through its fit, whatever its size. */
function open(cells: Float64Array, precision: Precision): DenseRequirements {
  const matrix = DenseMatrix.allocate(n, precision);
  matrix.cells.set(cells);
  return new DenseRequirements(matrix, surveyTable(matrix, { R, weights }));
}

/** `L Y`, or `Lᵀ Y`, by LU of the cells as they are stored. */
function solveByLu(A: DenseRequirements, Y: Float64Array, transposed: boolean): Float64Array {
  const L = invertLeontief(Float64Array.from(A.A), n);
  const X = new Float64Array(Y.length);
  for (let at = 0; at < Y.length; at += n)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) X[at + i] += (transposed ? L.get(j, i) : L.get(i, j)) * Y[at + j];
  return X;
}

const uneven = makeCells((cell, at) => cell * (0.6 + 0.8 * wave(at)));

describe.each(["single", "double"] as const)("stored in %s precision", (precision) => {
  test.each([1, 3, 4, 5, 43])("%i columns are those of an LU of the table", (columns) => {
    const A = open(uneven, precision);
    const Y = Float64Array.from({ length: n * columns }, (_, i) => wave(3 * i) ** 4);
    const { X, R: left, residual, rounds } = solveOutput(A, Y, { tolerance: 1e-10 });
    const expected = solveByLu(A, Y, false);
    X.forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i], 9);
    });
    expect(residual).toBeLessThan(1e-10);
    expect(rounds).toBeLessThan(15);
    expect(Math.max(...left.map(Math.abs))).toBeLessThanOrEqual(residual * Math.max(...Y));
  });

  test.each([1, 2, 6])("%i columns of multipliers are, too", (columns) => {
    const A = open(uneven, precision);
    const S = Float64Array.from({ length: n * columns }, (_, i) => wave(5 * i));
    const { X } = solveMultipliers(A, S, { tolerance: 1e-11 });
    solveByLu(A, S, true).forEach((value, i) => {
      expect(X[i]).toBeCloseTo(value, 9);
    });
  });

  test("a start from elsewhere is carried on", () => {
    const A = open(uneven, precision);
    const Y = Float64Array.from({ length: n * 9 }, (_, i) => wave(i));
    const { X } = solveOutput(A, Y, { tolerance: 1e-11 });
    const again = solveOutput(A, Y, { tolerance: 1e-10, start: X });
    expect(again.rounds).toBe(0);
    expect(again.X).toEqual(X);
  });
});

test("the product of the last step is the one that measures what it leaves", () => {
  const A = open(uneven, "double");
  const kinds: string[] = [];
  const { run } = A.matrix;
  A.matrix.run = (job) => {
    kinds.push(job.kind);
    run(job);
  };
  const Y = Float64Array.from({ length: n }, (_, i) => wave(i));
  const { rounds, residual } = solveOutput(A, Y, { tolerance: 1e-10 });
  expect(rounds).toBeGreaterThan(2);
  expect(kinds.filter((kind) => kind === "multiply").length).toBe(rounds);
  expect(residual).toBeLessThan(1e-10);
});

/** Shares of a fit with those at home. */
function joinHome({ T, home }: TableFit): Float64Array[] {
  return T.map((shares, k) =>
    Float64Array.from(shares, (share, at) => (at % (R + 1) === 0 ? home[k * R + at / (R + 1)] : share)),
  );
}

test("a factored table is found, shares to single precision", () => {
  const factors = makeFactors(R, N);
  const matrix = DenseMatrix.wrap(expandFactors(factors), n);
  const { fit, nonNegative, largestColumn } = surveyTable(matrix, { R, weights });
  for (const [k, shares] of joinHome(fit).entries())
    shares.forEach((share, at) => {
      expect(share).toBeCloseTo(factors.T[k][at], 7);
    });
  fit.a.forEach((use, at) => {
    expect(use).toBeCloseTo(factors.a[at], 7);
  });
  expect(nonNegative).toBe(true);
  expect(largestColumn).toBeLessThan(1);
  expect(measureFitDistance(matrix.cells, fit, weights)).toBeLessThan(1e-7);
});

test("the distance of another table is the share of flows that differ", () => {
  const matrix = DenseMatrix.wrap(uneven, n);
  const { fit } = surveyTable(matrix, { R, weights });
  let [apart, all] = [0, 0];
  const fitted = expandFactors({ ...fit, a: Float64Array.from(fit.a), T: joinHome(fit) });
  uneven.forEach((cell, at) => {
    apart += weights[at % n] * Math.abs(cell - fitted[at]);
    all += weights[at % n] * cell;
  });
  expect(measureFitDistance(matrix.cells, fit, weights)).toBeCloseTo(apart / all, 12);
  expect(apart / all).toBeGreaterThan(0.05);
});

test("negative cells are solved, and said to be there", () => {
  const cells = makeCells((cell, at) => (at % 11 === 0 ? -0.2 * cell : cell));
  const A = open(cells, "double");
  const Y = Float64Array.from({ length: n * 6 }, (_, i) => wave(i));
  const { X } = solveOutput(A, Y);
  solveByLu(A, Y, false).forEach((value, i) => {
    expect(X[i]).toBeCloseTo(value, 8);
  });
  expect(A.nonNegative).toBe(false);
});

test("a zero with a sign is not a negative cell", () => {
  expect(
    open(
      makeCells((cell, at) => (at === 40 ? -0 : cell)),
      "single",
    ).nonNegative,
  ).toBe(true);
});

test("where the fit does not help the table is solved all the same", () => {
  // Every sector buys from one region only, each sector from another: the fitted shares are wrong everywhere.
  const cells = new Float64Array(n * n);
  for (let s = 0; s < R; s++)
    for (let j = 0; j < N; j++)
      for (let i = 0; i < N; i++) cells[(((s + j + i) % R) * N + i) * n + s * N + j] = 0.9 / N;
  const A = open(cells, "double");
  for (const columns of [2, 12]) {
    const Y = Float64Array.from({ length: n * columns }, (_, i) => wave(i));
    const { X } = solveOutput(A, Y, { tolerance: 1e-9 });
    solveByLu(A, Y, false).forEach((value, i) => {
      expect(X[i]).toBeCloseTo(value, 6);
    });
  }
});

test("any table of any size is solved as by LU", () => {
  const sizes = fc.tuple(
    fc.integer({ min: 2, max: 5 }),
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 1, max: 12 }),
  );
  fc.assert(
    fc.property(sizes, fc.integer({ min: 0, max: 1000 }), ([regions, sectors, columns], seed) => {
      const rows = regions * sectors;
      const matrix = DenseMatrix.allocate(rows, "double");
      for (let at = 0; at < matrix.cells.length; at++) matrix.cells[at] = (0.7 * wave(seed + at)) / rows;
      const survey = surveyTable(matrix, { R: regions, weights: new Float64Array(rows).fill(1) });
      const A = new DenseRequirements(matrix, survey);
      const Y = Float64Array.from({ length: rows * columns }, (_, i) => wave(seed + i));
      const { X } = solveOutput(A, Y, { tolerance: 1e-11 });
      const L = invertLeontief(Float64Array.from(A.A), rows);
      for (let i = 0; i < rows; i++) {
        let sum = 0;
        for (let j = 0; j < rows; j++) sum += L.get(i, j) * Y[(columns - 1) * rows + j];
        expect(X[(columns - 1) * rows + i]).toBeCloseTo(sum, 8);
      }
    }),
    { numRuns: 60 },
  );
});

describe("refuses", () => {
  test("a gap, at its place", () => {
    const cells = uneven.slice();
    cells[3 * n + 5] = Number.NaN;
    expect(() => open(cells, "single")).toThrow("A[3,5] is NaN");
  });

  test("a region whose own block has no inverse", () => {
    const cells = new Float64Array(n * n);
    cells[0] = 1;
    expect(() => solveOutput(open(cells, "double"), new Float64Array(n).fill(1))).toThrow(
      expect.objectContaining({ code: "not-productive" }),
    );
  });

  test("a table that uses up more than it makes", () => {
    const cells = makeCells((cell) => 3 * cell);
    expect(() => solveOutput(open(cells, "double"), new Float64Array(n).fill(1))).toThrow(
      /spectral radius is about 1\.2/,
    );
  });
});

test("narrowing rounds each cell once, in the memory of the matrix", () => {
  const matrix = DenseMatrix.wrap(uneven.slice(), n);
  const narrow = matrix.narrow();
  expect(narrow.precision).toBe("single");
  expect(narrow.cells.buffer).toBe(matrix.cells.buffer);
  expect(Array.from(narrow.cells)).toEqual(Array.from(uneven, Math.fround));
});
