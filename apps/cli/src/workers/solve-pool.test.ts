import {
  DenseMatrix,
  DenseRequirements,
  FactoredRequirements,
  ModelError,
  openSourcing,
  solveOutput,
  surveyTable,
} from "@tributary/core";
import { GravityFactors } from "@tributary/core/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSolvePool, type SolvePool } from "./solve-pool.ts";

const R = 5;
const N = 3;
const n = R * N;
/** Repeatable numbers in [0, 1). */
const noise = (i: number) => Math.abs(Math.sin(12.9898 * (i + 1)) * 43758.5453) % 1;

function makeFactored(scale: number): FactoredRequirements {
  const T = Array.from({ length: N }, (_, k) =>
    Float64Array.from({ length: R * R }, (_, i) => 0.2 + 0.1 * (noise(k * R * R + i) - 0.5)),
  );
  const a = Float64Array.from({ length: R * N * N }, (_, i) => scale * noise(i + 7));
  return new FactoredRequirements({ R, N, T, a });
}

const makeColumns = (count: number) => Float64Array.from({ length: n * count }, (_, i) => noise(i));

describe.each([1, 3])("with %i threads", (threads) => {
  let pool: SolvePool;
  beforeAll(() => {
    pool = createSolvePool(threads);
  });
  afterAll(() => pool.close());

  test.each([0, 1, 8, 9, 45])("solves %i columns to the same bits as one call", async (count) => {
    const A = makeFactored(0.4);
    const Y = makeColumns(count);
    const { X, R: residuals, residual, rounds } = await pool.solve(A, Y, { tolerance: 1e-11 });
    const expected = solveOutput(A, Y, { tolerance: 1e-11 });
    expect(Array.from(X)).toEqual(Array.from(expected.X));
    expect(Array.from(residuals)).toEqual(Array.from(expected.R));
    expect({ residual, rounds }).toEqual({ residual: expected.residual, rounds: expected.rounds });
  });

  test("solves the textbook table in dense form", async () => {
    const A = new DenseRequirements(Float64Array.of(0.15, 0.25, 0.2, 0.05));
    const Y = Float64Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 600 : 1500));
    const { X } = await pool.solve(A, Y);
    expect(X[38]).toBeCloseTo(1247.5248, 4);
    expect(X[39]).toBeCloseTo(1841.5842, 4);
  });

  test("keeps three tables apart", async () => {
    const Y = makeColumns(20);
    for (const scale of [0.1, 0.2, 0.3, 0.1]) {
      const A = makeFactored(scale);
      expect(Array.from((await pool.solve(A, Y)).X)).toEqual(Array.from(solveOutput(A, Y).X));
    }
  });

  test("what few buyers take differently reaches every thread", async () => {
    const regions = 16;
    const even = new Float64Array(regions * regions).fill(1 / regions);
    const unit = new Float64Array(N * regions).fill(1);
    const gravity = { kernels: [even], kernelOf: [0, 0, 0], supplier: unit, buyer: unit };
    const a = Float64Array.from({ length: regions * N * N }, (_, i) => 0.2 * noise(i));
    const parent = new FactoredRequirements({ R: regions, N, T: [even, even, even], a, gravity });
    const moved = even.slice(0, regions);
    [moved[0], moved[1]] = [0, 2 / regions];
    const weights = { away: unit.map((_, i) => 1 + noise(i)), home: unit };
    const A = parent.change({ shares: new Map([[regions + 5, moved]]), regions: new Map(), weights });
    const Y = Float64Array.from({ length: regions * N * 20 }, (_, i) => noise(i));
    expect(A.factors.gravity?.shifts).toHaveLength(1);
    expect(Array.from((await pool.solve(A, Y)).X)).toEqual(Array.from(solveOutput(A, Y).X));
  });

  test("a table that was changed is solved to the same bits by one thread and by three, whatever was solved before", async () => {
    const regions = 24;
    const rows = regions * N;
    const kernel = Float64Array.from({ length: regions ** 2 }, (_, at) => 0.2 + noise(at));
    const factors = (seed: number) => Float64Array.from({ length: rows }, (_, i) => 0.02 + 0.03 * noise(seed + i));
    const gravity = {
      kernels: [kernel],
      kernelOf: [0, 0, 0],
      supplier: factors(1).map((f) => 20 * f),
      buyer: factors(9),
    };
    const a = Float64Array.from({ length: regions * N * N }, (_, i) => 0.3 * noise(i % (N * N)));
    const parent = new FactoredRequirements(new GravityFactors({ R: regions, N, a, gravity }));
    const weights = { away: factors(3).map((f) => 20 * f), home: factors(5).map((f) => 20 * f) };
    const region = new Map([[2, a.slice(0, N * N).map((use) => use / 2)]]);
    const tables = [
      parent.change({ shares: new Map(), regions: new Map(), weights }),
      parent.change({ shares: new Map(), regions: region, weights }),
      parent,
    ];
    const Y = Float64Array.from({ length: rows * 19 }, (_, i) => noise(i));
    const alone = createSolvePool(1);
    // What the parent laid out in this thread.
    solveOutput(parent, Y);
    for (const A of tables) {
      const [one, many] = [await alone.solve(A, Y), await pool.solve(A, Y)];
      expect(one).toEqual(many);
    }
    await alone.close();
  });

  test("dense tables that were changed take turns in every thread", async () => {
    const matrix = DenseMatrix.allocate(n, "double");
    matrix.cells.set(Float64Array.from({ length: n * n }, (_, at) => noise(at) / n));
    const table = new DenseRequirements(matrix, surveyTable(matrix, { R, weights: new Float64Array(n).fill(1) }));
    const sourcing = openSourcing(table, R);
    const shares = new Map([[n + 2, new Float64Array(R).fill(1 / R)]]);
    const regions = new Map([[3, sourcing.technologyOf(3).map((use) => use / 2)]]);
    const weigh = (seed: number) => {
      const away = Float64Array.from({ length: n }, (_, i) => 0.5 + noise(seed + i));
      return { away, home: away };
    };
    const changed = [
      sourcing.change({ shares, regions }),
      sourcing.change({ shares: new Map(), regions: new Map(), weights: weigh(1) }),
      sourcing.change({ shares, regions, weights: weigh(2) }),
      table,
    ];
    const Y = makeColumns(100);
    for (const A of [...changed, ...changed])
      expect(Array.from((await pool.solve(A, Y)).X)).toEqual(Array.from(solveOutput(A, Y).X));
  });

  test("a dense table whose memory another took while threads solve it is refused, not answered with the other's numbers", async () => {
    const matrix = DenseMatrix.allocate(n, "double");
    matrix.cells.set(Float64Array.from({ length: n * n }, (_, at) => noise(at) / n));
    const table = new DenseRequirements(matrix, surveyTable(matrix, { R, weights: new Float64Array(n).fill(1) }));
    const sourcing = openSourcing(table, R);
    const change = (seed: number) => {
      const away = Float64Array.from({ length: n }, (_, i) => 0.5 + noise(seed + i));
      return sourcing.change({ shares: new Map(), regions: new Map(), weights: { away, home: away } });
    };
    const [A, B, Y] = [change(1), change(2), makeColumns(100)];
    const solved = pool.solve(A, Y).then(
      ({ X }) => X,
      (error: unknown) => error,
    );
    B.multiply(makeColumns(1), new Float64Array(n));
    // A single thread has solved A before it returns.
    if (threads === 1) expect(await solved).toEqual(solveOutput(A, Y).X);
    else expect(await solved).toMatchObject({ name: "ModelError", code: "stale" });
    expect((await pool.solve(A, Y)).X).toEqual(solveOutput(A, Y).X);
  });

  test("a table without a solution is the same ModelError as without threads", async () => {
    const A = makeFactored(1.5);
    const Y = makeColumns(20);
    const alone = captureError(() => solveOutput(A, Y));
    const error = await pool.solve(A, Y).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ModelError);
    expect(error).toMatchObject({ code: alone.code, message: alone.message });
  });

  test("a gap in the right-hand side is refused, and the pool goes on", async () => {
    const A = makeFactored(0.4);
    const Y = makeColumns(20);
    Y[n * 12] = Number.NaN;
    const { name, code } = captureError(() => solveOutput(A, Y));
    await expect(pool.solve(A, Y)).rejects.toMatchObject({ name, code });
    expect((await pool.solve(A, makeColumns(20))).residual).toBeLessThan(1e-10);
  });

  test("refuses a part of a column", async () => {
    await expect(pool.solve(makeFactored(0.4), new Float64Array(n + 1))).rejects.toMatchObject({
      code: "shape-mismatch",
    });
  });
});

test("pools beside each other keep their tables apart", async () => {
  const Y = makeColumns(20);
  for (const scale of [0.1, 0.3]) {
    const pool = createSolvePool(1);
    const A = makeFactored(scale);
    expect(Array.from((await pool.solve(A, Y)).X)).toEqual(Array.from(solveOutput(A, Y).X));
    await pool.close();
  }
});

function captureError(run: () => unknown): ModelError {
  try {
    run();
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
  throw new Error("The solve succeeded.");
}
