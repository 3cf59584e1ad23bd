import { expect, test } from "vitest";
import { calcBounds, calcSensitivity } from "./bound.ts";
import { DenseMatrix } from "./dense/dense-matrix.ts";
import { surveyTable } from "./dense/fit-table.ts";
import { UpdatedRequirements } from "./dense/updated-requirements.ts";
import { DenseRequirements } from "./dense-requirements.ts";
import { FactoredRequirements } from "./factored-requirements.ts";
import type { RequirementsOperator } from "./operator.ts";
import { solveOutput } from "./solver.ts";
import { makeFactors } from "./testing/small-factors.ts";

/** Binary digits behind the point of the exact side: far more than a double has. */
const BITS = 400n;
const ONE = 1n << BITS;

/** A double as a whole number of 2⁻⁴⁰⁰, exactly. */
function fix(value: number): bigint {
  const [mantissa, shift] = [2 ** 60, 60n];
  let [scaled, exponent] = [value, 0n];
  while (scaled !== 0 && Math.abs(scaled) < 0.5) [scaled, exponent] = [scaled * 2, exponent + 1n];
  return (BigInt(scaled * mantissa) * ONE) >> (shift + exponent);
}

const times = (a: bigint, b: bigint) => (a * b) >> BITS;

/** `S (I − A)⁻¹ y` by elimination in 400 binary digits. Shapes: `A` n×n. */
function solveExactly(A: readonly bigint[], S: readonly bigint[], y: readonly bigint[]): bigint {
  const n = y.length;
  const M = A.map((cell, at) => (at % (n + 1) === 0 ? ONE : 0n) - cell);
  const x = [...y];
  for (let p = 0; p < n; p++)
    for (let i = p + 1; i < n; i++) {
      const factor = (M[i * n + p] * ONE) / M[p * n + p];
      for (let j = p; j < n; j++) M[i * n + j] -= times(factor, M[p * n + j]);
      x[i] -= times(factor, x[p]);
    }
  for (let p = n - 1; p >= 0; p--) {
    for (let j = p + 1; j < n; j++) x[p] -= times(M[p * n + j], x[j]);
    x[p] = (x[p] * ONE) / M[p * n + p];
  }
  return x.reduce((sum, value, i) => sum + times(S[i], value), 0n);
}

let state = 7;
const random = () => {
  state = (state * 16807) % 2147483647;
  return state / 2147483647;
};
const numbers = (length: number) => Float64Array.from({ length }, random);

/** Whether every bound covers the difference of the total in floating point to the exact one. */
function expectCovered(A: RequirementsOperator, exact: readonly bigint[], tolerance: number): number {
  const { n } = A;
  const [S, Y] = [numbers(n), numbers(3 * n).map((value) => value - 0.2)];
  const { X, R } = solveOutput(A, Y, { tolerance });
  const bounds = calcBounds(calcSensitivity(A, S)!, X, R);
  let closest = 0;
  for (const [c, bound] of bounds.entries()) {
    const total = S.reduce((sum, s, i) => sum + s * X[c * n + i], 0);
    const y = Array.from(Y.subarray(c * n, (c + 1) * n), fix);
    const error = Math.abs(Number(fix(total) - solveExactly(exact, Array.from(S, fix), y)) / Number(ONE));
    expect(error).toBeLessThanOrEqual(bound);
    closest = Math.max(closest, error / bound);
  }
  return closest;
}

test("bounds cover the error of random small dense tables against 400 binary digits, rounding included", () => {
  let closest = 0;
  for (let trial = 0; trial < 150; trial++) {
    const n = 1 + (trial % 12);
    const cells = numbers(n * n).map((cell) => (cell * (0.3 + 0.69 * (trial / 150))) / (0.5 * n + 0.5));
    // Loose solves, which their residual bounds closely, and tight ones, of which rounding is all that is left.
    for (const tolerance of [1e-3, 1e-13])
      closest = Math.max(closest, expectCovered(new DenseRequirements(cells), Array.from(cells, fix), tolerance));
  }
  // Bounds that are any number of times too large would hold as well.
  expect(closest).toBeGreaterThan(0.05);
});

test("a table of one cell has a bound, and it holds", () => {
  for (const cell of [0, 0.1, 0.37, 0.9]) {
    const A = new DenseRequirements(Float64Array.of(cell));
    const { X, R } = solveOutput(A, Float64Array.of(1 / 3));
    expect(calcBounds(calcSensitivity(A, Float64Array.of(0.7))!, X, R)[0]).toBeGreaterThan(0);
    expectCovered(A, [fix(cell)], 1e-10);
  }
});

test("bounds cover the error of factored tables", () => {
  const [R, N] = [3, 2];
  const factors = makeFactors(R, N);
  const exact = Array.from({ length: (R * N) ** 2 }, (_, at) => {
    const [row, column] = [Math.floor(at / (R * N)), at % (R * N)];
    const [r, i, s, j] = [Math.floor(row / N), row % N, Math.floor(column / N), column % N];
    return times(fix(factors.T[i][r * R + s]), fix(factors.a[(s * N + i) * N + j]));
  });
  for (let trial = 0; trial < 20; trial++)
    for (const tolerance of [1e-4, 1e-12]) expectCovered(new FactoredRequirements(factors), exact, tolerance);
});

test("bounds cover tables of which cells are taken away, whose rounding is that of what they were", () => {
  const [R, N] = [3, 2];
  const n = R * N;
  for (let trial = 0; trial < 20; trial++) {
    const cells = numbers(n * n).map((cell) => cell / n);
    const matrix = DenseMatrix.allocate(n, "double");
    matrix.cells.set(cells);
    const table = new DenseRequirements(matrix, surveyTable(matrix, { R, weights: new Float64Array(n).fill(1) }));
    const rows = Int32Array.of(0, 1, 4);
    const columns = Int32Array.of(2, 3, 5);
    const amounts = Float64Array.from(rows, (row, at) => -cells[row * n + columns[at]] * (1 - 1e-9));
    const exact = Array.from(cells, fix);
    for (const [at, amount] of amounts.entries()) exact[rows[at] * n + columns[at]] += fix(amount);
    expectCovered(new UpdatedRequirements(table, { rows, columns, amounts }, true), exact, 1e-13);
  }
});
