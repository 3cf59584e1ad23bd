import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ModelError } from "../../errors.ts";
import { type SinkhornOptions, solveSinkhorn } from "./sinkhorn.ts";

/** Kernel and marginals that some matrix surely has. */
const problem = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) =>
  fc.record({
    K: cells(rows * columns),
    goal: cells(rows * columns),
    rows: fc.constant(rows),
    columns: fc.constant(columns),
  }),
);

/** A single problem. */
function scaleOne(
  K: Float64Array,
  u: Float64Array,
  v: Float64Array,
  { start, ...options }: SinkhornOptions & { start?: Float64Array } = {},
) {
  return solveSinkhorn(K, [{ u, v, start }], options)[0];
}

function cells(length: number) {
  return fc
    .array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: length, maxLength: length })
    .map((values) => Float64Array.from(values));
}

function marginals(Z: Float64Array, columns: number) {
  const u = new Float64Array(Z.length / columns);
  const v = new Float64Array(columns);
  Z.forEach((cell, at) => {
    u[Math.floor(at / columns)] += cell;
    v[at % columns] += cell;
  });
  return { u, v };
}

function scaled(K: Float64Array, { r, s }: { r: Float64Array; s: Float64Array }) {
  return K.map((cell, at) => r[Math.floor(at / s.length)] * cell * s[at % s.length]);
}

describe("solveSinkhorn", () => {
  test.each([true, false])("meets every row and column sum (over-relaxed: %s)", (relax) => {
    fc.assert(
      fc.property(problem, ({ K, goal, columns }) => {
        const { u, v } = marginals(goal, columns);
        const found = scaleOne(K, u, v, { relax });
        const reached = marginals(scaled(K, found), columns);
        reached.u.forEach((sum, i) => {
          expect(Math.abs(sum / u[i] - 1)).toBeLessThanOrEqual(1.0001e-10);
        });
        reached.v.forEach((sum, j) => {
          expect(Math.abs(sum / v[j] - 1)).toBeLessThanOrEqual(1e-13);
        });
        expect(found.residual).toBeLessThanOrEqual(1e-10);
      }),
    );
  });

  test("over-relaxation finds the same matrix in far fewer rounds where the coupling is weak", () => {
    // Two blocks joined by a thread: the plain method passes the surplus through it a little each round.
    const K = Float64Array.of(1, 0.9, 0.001, 0.001, 0.7, 1, 0.001, 0.001, 0.001, 0.001, 1, 0.4, 0.001, 0.001, 0.5, 1);
    const [u, v] = [Float64Array.of(4, 2, 3, 3), Float64Array.of(2.9, 3, 3.1, 3)];
    const plain = scaleOne(K, u, v, { relax: false });
    const fast = scaleOne(K, u, v);
    expect(fast.rounds).toBeLessThan(plain.rounds / 3);
    const [a, b] = [scaled(K, plain), scaled(K, fast)];
    a.forEach((cell, at) => {
      expect(b[at]).toBeCloseTo(cell, 7);
    });
  });

  test("the factors of a finished problem are a start that needs no further round", () => {
    const K = Float64Array.of(1, 2, 3, 4, 5, 7);
    const [u, v] = [Float64Array.of(6, 9), Float64Array.of(4, 5, 6)];
    const cold = scaleOne(K, u, v);
    const warm = scaleOne(K, u, v, { start: cold.s, tolerance: 1e-9 });
    expect(cold.rounds).toBeGreaterThan(3);
    expect(warm.rounds).toBeLessThanOrEqual(2);
  });

  test("problems side by side end as each would alone, to the last bit", () => {
    const [rows, columns] = [40, 33];
    const wave = (i: number) => 0.55 + 0.45 * Math.sin(12.9898 * i);
    const K = Float64Array.from({ length: rows * columns }, (_, i) => wave(i) ** 3);
    const problems = Array.from({ length: 7 }, (_, p) =>
      marginals(
        K.map((cell, i) => cell * wave(i * (p + 2))),
        columns,
      ),
    );
    const together = solveSinkhorn(K, problems);
    problems.forEach((totals, p) => {
      expect(solveSinkhorn(K, [totals])).toEqual([together[p]]);
    });
    expect(new Set(together.map(({ rounds }) => rounds)).size).toBeGreaterThan(1);
  });

  test("a row and a column without a total stay empty", () => {
    const { r, s } = scaleOne(Float64Array.of(1, 2, 3, 4), Float64Array.of(5, 0), Float64Array.of(0, 5));
    expect([...r]).toEqual([2.5, 0]);
    expect([...s]).toEqual([0, 1]);
  });

  test.each([
    ["not-converged", "a row whose only cells are zero", [0, 0, 1, 1], [1, 1], [1, 1]],
    ["not-converged", "a row that only an empty column could carry", [0, 1, 1, 1], [1, 1], [2, 0]],
    ["not-converged", "zeros that make the sums impossible", [1, 0, 1, 1], [3, 1], [1, 3]],
    ["shape-mismatch", "sums that disagree", [1, 1, 1, 1], [1, 1], [1, 2]],
    ["shape-mismatch", "a cell too few", [1, 1, 1], [1, 1], [1, 1]],
    ["not-finite", "a gap in the kernel", [1, Number.NaN, 1, 1], [1, 1], [1, 1]],
    ["not-finite", "a negative cell", [1, -1, 1, 1], [1, 1], [1, 1]],
    ["not-finite", "a negative sum", [1, 1, 1, 1], [-1, 3], [1, 1]],
  ])("refuses with %s %s", (code, _what, K, u, v) => {
    const solve = () => scaleOne(Float64Array.from(K), Float64Array.from(u), Float64Array.from(v), { maxRounds: 500 });
    expect(solve).toThrow(ModelError);
    expect(solve).toThrow(expect.objectContaining({ code }));
  });

  test("refuses a start of another length", () => {
    const one = Float64Array.of(1);
    expect(() => scaleOne(one, one, one, { start: Float64Array.of(1, 1) })).toThrow(/2 starting factors/);
  });
});
