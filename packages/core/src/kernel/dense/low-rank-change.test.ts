import { describe, expect, test } from "vitest";
import { DenseRequirements } from "../dense-requirements.ts";
import { solveOutput } from "../solver.ts";
import { expandFactors, makeFactors, wave } from "../testing/small-factors.ts";
import { DenseMatrix } from "./dense-matrix.ts";
import { surveyTable } from "./fit-table.ts";
import { type LowRankChange, solveChanged, switchSupplier } from "./low-rank-change.ts";

const [R, N] = [5, 6];
const n = R * N;
const TOLERANCE = { tolerance: 1e-12 };

function open(cells: Float64Array): DenseRequirements {
  const matrix = DenseMatrix.allocate(n, "double");
  matrix.cells.set(cells);
  return new DenseRequirements(matrix, surveyTable(matrix, { R, weights: new Float64Array(n).fill(1) }));
}

const cells = expandFactors(makeFactors(R, N)).map((cell, at) => cell * (0.6 + 0.8 * wave(at)));
const A = open(cells);
const Y = Float64Array.from({ length: n * 7 }, (_, i) => wave(i));
const X0 = solveOutput(A, Y, TOLERANCE).X;

/** The changed table written out and solved whole. */
function solveWhole({ U, V }: LowRankChange): Float64Array {
  const changed = cells.slice();
  for (let at = 0; at < U.length; at += n)
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) changed[i * n + j] += U[at + i] * V[at + j];
  return solveOutput(open(changed), Y, TOLERANCE).X;
}

function expectWhole(change: LowRankChange): void {
  const { X, residual } = solveChanged(A, change, { Y, X0 }, TOLERANCE);
  const whole = solveWhole(change);
  const size = Math.max(...whole);
  X.forEach((value, i) => {
    expect(Math.abs(value - whole[i])).toBeLessThan(1e-10 * size);
  });
  expect(residual).toBeLessThan(1e-11);
}

describe("a table that changes by little is solved from the one before, as if whole", () => {
  test("one supplier in place of another", () => {
    const change = switchSupplier(A, N, { product: 2, buyer: 1, from: 0, to: 3, share: 0.5 });
    const moved = change.V.reduce((sum, value) => sum + value, 0);
    expect(moved).toBeGreaterThan(0);
    expectWhole(change);
  });

  test("every column of a region at once", () => {
    const U = Float64Array.from({ length: n * N }, (_, i) => 0.01 * (wave(7 * i) - 0.5));
    const V = new Float64Array(n * N);
    for (let j = 0; j < N; j++) V[j * n + 2 * N + j] = 1;
    expectWhole({ U, V });
  });
});

test("all of a supplier's sales to the buyer are moved where the share is one", () => {
  const { U, V } = switchSupplier(A, N, { product: 4, buyer: 2, from: 1, to: 0, share: 1 });
  for (let j = 0; j < n; j++) {
    const left = cells[(N + 4) * n + j] + U[N + 4] * V[j];
    expect(left).toBe(Math.floor(j / N) === 2 ? 0 : cells[(N + 4) * n + j]);
  }
});

test("a change that leaves no solution is refused", () => {
  // Unit columns of the whole of the first sector: it needs one of itself for each that it makes.
  const [U, V] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) U[i] = (i === 0 ? 1 : 0) - cells[i * n];
  V[0] = 1;
  expect(() => solveChanged(A, { U, V }, { Y, X0 }, TOLERANCE)).toThrow("more than it makes");
});
