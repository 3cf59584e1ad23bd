import {
  DenseMatrix,
  DenseRequirements,
  openSourcing,
  type Precision,
  solveMultipliers,
  solveOutput,
} from "@tributary/core";
import { afterAll, describe, expect, test, vi } from "vitest";
import { startTeam } from "./matrix-team.ts";
import { createSolvePool } from "./solve-pool.ts";

const [R, N] = [52, 20];
const n = R * N;
const noise = (i: number) => Math.abs(Math.sin(12.9898 * (i + 1)) * 43758.5453) % 1;
const layout = { R, weights: Float64Array.from({ length: n }, (_, i) => 1 + noise(i)) };
const makeColumns = (count: number) => Float64Array.from({ length: n * count }, (_, i) => noise(i));

function makeMatrix(precision: Precision): DenseMatrix {
  const matrix = DenseMatrix.allocate(n, precision);
  for (let at = 0; at < matrix.cells.length; at++) matrix.cells[at] = noise(at) / n;
  return matrix;
}

describe.each(["single", "double"] as const)("a matrix in %s precision", (precision) => {
  const alone = new DenseRequirements(makeMatrix(precision), layout);
  const pool = createSolvePool(3);
  afterAll(() => pool.close());

  test("three threads survey and multiply to the same bits as one", () => {
    const matrix = makeMatrix(precision);
    startTeam(matrix, 3);
    const together = new DenseRequirements(matrix, layout);
    expect(together.survey).toEqual(alone.survey);
    // Again and again: the others wake during the first products.
    for (let round = 0; round < 30; round++) {
      const Y = makeColumns(1 + (round % 4));
      expect(solveOutput(together, Y).X).toEqual(solveOutput(alone, Y).X);
      expect(solveMultipliers(together, Y).X).toEqual(solveMultipliers(alone, Y).X);
    }
  });

  test("a table that is changed in every cell has as many threads, and the same bits", () => {
    const matrix = makeMatrix(precision);
    startTeam(matrix, 3);
    const enlist = vi.spyOn(matrix, "enlist");
    const away = Float64Array.from({ length: n }, (_, i) => 0.5 + noise(i));
    const changes = { shares: new Map(), regions: new Map(), weights: { away, home: away } };
    const together = openSourcing(new DenseRequirements(matrix, layout), R).change(changes);
    const changed = openSourcing(alone, R).change(changes);
    expect(enlist).toHaveBeenCalledOnce();
    for (let round = 0; round < 20; round++) {
      const Y = makeColumns(1 + (round % 4));
      expect(solveOutput(together, Y).X).toEqual(solveOutput(changed, Y).X);
      expect(solveMultipliers(together, Y).X).toEqual(solveMultipliers(changed, Y).X);
    }
  });

  test("a pool solves many columns to the same bits as one thread", async () => {
    const Y = makeColumns(90);
    const { X, R: left, residual } = await pool.solve(alone, Y, { tolerance: 1e-10 });
    const expected = solveOutput(alone, Y, { tolerance: 1e-10 });
    expect(Array.from(X)).toEqual(Array.from(expected.X));
    expect(Array.from(left)).toEqual(Array.from(expected.R));
    expect(residual).toBe(expected.residual);
    expect(residual).toBeLessThan(1e-10);
  });
});
