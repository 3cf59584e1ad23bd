import { describe, expect, test } from "vitest";
import { DenseMatrix } from "./dense/dense-matrix.ts";
import { surveyTable } from "./dense/fit-table.ts";
import { DenseRequirements } from "./dense-requirements.ts";
import { solveMultipliers, solveOutput } from "./solver.ts";
import { estimateSpectralRadius } from "./spectral-radius.ts";

let state = 11;
const random = () => {
  state = (state * 16807) % 2147483647;
  return state / 2147483647;
};

/** A random table of this spectral radius, of which a third of the cells are not zero. */
function makeCells(n: number, radius: number): Float64Array {
  const cells = Float64Array.from({ length: n * n }, () => random() * (random() < 0.35 ? 1 : 0));
  const found = estimateSpectralRadius(new DenseRequirements(cells), { tolerance: 1e-13, maxRounds: 5000 });
  return cells.map((cell) => (cell * radius) / found.radius);
}

/** The same table with rows in units up to so many decades apart. */
function changeUnits(cells: Float64Array, unitOf: (i: number) => number): Float64Array {
  const n = Math.sqrt(cells.length);
  return cells.map((cell, at) => (cell * unitOf(Math.floor(at / n))) / unitOf(at % n));
}

const decades = (count: number) => (i: number) => 10 ** (count * (((i * 7919) % 97) / 97 - 0.5));

function open(cells: Float64Array, R: number | null): DenseRequirements {
  const n = Math.sqrt(cells.length);
  if (R === null) return new DenseRequirements(cells);
  const matrix = DenseMatrix.allocate(n, "double");
  matrix.cells.set(cells);
  return new DenseRequirements(matrix, surveyTable(matrix, { R, weights: new Float64Array(n).fill(1) }));
}

describe.each([
  ["as it is", null],
  ["through its fit", 6],
])("a dense table %s", (_, R) => {
  test.each([0.99, 0.999, 0.9999, 0.99999])("of spectral radius %f is solved", (radius) => {
    const n = 60;
    const A = open(makeCells(n, radius), R);
    const Y = Float64Array.from({ length: 3 * n }, random);
    for (const solve of [solveOutput, solveMultipliers]) {
      const { X, R: left, residual } = solve(A, Y);
      expect(residual).toBeLessThanOrEqual(1e-10);
      expect(Math.max(...left.map(Math.abs))).toBeLessThan(1e-9);
      expect(Math.min(...X)).toBeGreaterThan(0);
    }
  });

  test.each([1.0001, 1.01, 2])("of spectral radius %f is refused with the radius, at once", (radius) => {
    const A = open(makeCells(60, radius), R);
    const Y = new Float64Array(60).fill(1);
    for (const solve of [solveOutput, solveMultipliers])
      expect(() => solve(A, Y)).toThrow(
        expect.objectContaining({
          code: "not-productive",
          message: expect.stringMatching(`about ${radius.toFixed(4)};`),
        }),
      );
  });

  test.each([6, 12])(
    "of radius .6 with rows in units over %i decades is productive, and solved in each unit",
    (count) => {
      const n = 60;
      const unitOf = decades(count);
      const cells = makeCells(n, 0.6);
      const A = open(changeUnits(cells, unitOf), R);
      const plain = open(cells, R);
      const y = Float64Array.from({ length: n }, random);
      const out = solveOutput(
        A,
        y.map((value, i) => value * unitOf(i)),
      );
      const expected = solveOutput(plain, y, { tolerance: 1e-13 });
      for (let i = 0; i < n; i++) expect(out.X[i] / unitOf(i) / expected.X[i]).toBeCloseTo(1, count > 6 ? 3 : 5);
      const multipliers = solveMultipliers(
        A,
        y.map((value, i) => value / unitOf(i)),
      );
      const exact = solveMultipliers(plain, y, { tolerance: 1e-13 });
      for (let i = 0; i < n; i++) expect((multipliers.X[i] * unitOf(i)) / exact.X[i]).toBeCloseTo(1, count > 6 ? 3 : 5);
    },
  );
});

test("a chain of growing units that ends is productive, whatever it swings to before", () => {
  const n = 12;
  const cells = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    cells[i * n + i] = 0.6;
    if (i + 1 < n) cells[i * n + i + 1] = 1e3;
  }
  const { X } = solveOutput(new DenseRequirements(cells), new Float64Array(n).fill(1));
  let expected = 1 / 0.4;
  for (let i = n - 1; i >= 0; i--, expected = (1 + 1e3 * expected) / 0.4) expect(X[i] / expected).toBeCloseTo(1, 9);
});

test("negative cells: solved where the series ends, refused where it does not", () => {
  const rotate = (size: number) => {
    const [c, s] = [size * Math.cos(0.3), size * Math.sin(0.3)];
    return new DenseRequirements(Float64Array.of(c, -s, s, c));
  };
  const Y = Float64Array.of(1, 2);
  expect(solveOutput(rotate(0.995), Y).residual).toBeLessThanOrEqual(1e-10);
  expect(() => solveOutput(rotate(1.2), Y)).toThrow(expect.objectContaining({ code: "not-productive" }));
});
