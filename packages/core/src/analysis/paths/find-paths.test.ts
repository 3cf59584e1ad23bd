import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DenseRequirements } from "../../kernel/dense-requirements.ts";
import { FactoredRequirements } from "../../kernel/factored-requirements.ts";
import { solveMultipliers } from "../../kernel/solver.ts";
import { sum } from "../../kernel/sum.ts";
import { expandFactors, makeFactors, wave } from "../../kernel/testing/small-factors.ts";
import { findPaths } from "./find-paths.ts";

const [R, N] = [2, 2];
const n = R * N;
const factors = makeFactors(R, N);
const factored = new FactoredRequirements(factors);
const dense = new DenseRequirements(expandFactors(factors));
const S = Float64Array.from({ length: n }, (_, i) => wave(i + 11));
const M = solveMultipliers(dense, S, { tolerance: 1e-14 }).X;
const demands = fc
  .array(fc.double({ min: -1, max: 5, noNaN: true }), { minLength: n, maxLength: n })
  .map((values) => Float64Array.from(values))
  .filter((y) => y.some((value) => Math.abs(value) > 0.1));

/** Every chain of up to `depth` steps, by brute force. */
function listAll(y: Float64Array, depth: number): { rows: number[]; value: number }[] {
  let tier = Array.from(y, (weight, i) => ({ rows: [i], weight }));
  const all = [...tier];
  for (let step = 0; step < depth; step++) {
    tier = tier.flatMap(({ rows, weight }) =>
      Array.from(S, (_, i) => ({ rows: [...rows, i], weight: weight * dense.A[i * n + rows[rows.length - 1]] })),
    );
    all.push(...tier);
  }
  return all
    .map(({ rows, weight }) => ({ rows, value: weight * S[rows[rows.length - 1]] }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

describe("findPaths", () => {
  test("finds what trying every chain finds, dense and factored", () => {
    fc.assert(
      fc.property(demands, fc.integer({ min: 1, max: 15 }), (y, count) => {
        const all = listAll(y, 6);
        const expected = all.slice(0, count);
        for (const A of [dense, factored]) {
          const { paths, complete, largestLeft } = findPaths(A, { S, M, y }, { count });
          expect(complete).toBe(true);
          expect(paths.length).toBe(count);
          paths.forEach(({ rows, value }, k) => {
            expect(Math.abs(value)).toBeCloseTo(Math.abs(expected[k].value), 12);
            expect(all.find((other) => other.rows.join() === rows.join())?.value).toBeCloseTo(value, 12);
          });
          expect(largestLeft).toBe(Math.abs(paths[count - 1].value));
        }
      }),
      { numRuns: 15 },
    );
  });

  test("total is the footprint, and what is listed grows towards it", () => {
    const y = Float64Array.from({ length: n }, (_, i) => wave(i));
    const searches = [5, 50, 5000].map((count) => findPaths(factored, { S, M, y }, { count }));
    for (const { total, listed, paths } of searches) {
      expect(total).toBeCloseTo(sum(M.map((multiplier, i) => multiplier * y[i])), 12);
      expect(listed).toBeCloseTo(sum(paths.map(({ value }) => value)), 12);
    }
    const coverage = searches.map(({ listed, total }) => listed / total);
    expect(coverage[0]).toBeLessThan(coverage[1]);
    expect(coverage[1]).toBeLessThan(coverage[2]);
    expect(coverage[2]).toBeGreaterThan(0.95);
    expect(coverage[2]).toBeLessThan(1);
  });

  test("a limit on nodes cuts the search and says what is left", () => {
    const y = Float64Array.from({ length: n }, (_, i) => wave(i));
    const whole = findPaths(factored, { S, M, y }, { count: 300 });
    const cut = findPaths(factored, { S, M, y }, { count: 300, maxNodes: 50 });
    expect(whole.complete).toBe(true);
    expect(cut.complete).toBe(false);
    expect(cut.nodes).toBeLessThan(whole.nodes);
    expect(cut.largestLeft).toBeCloseTo(cut.total / 50, 12);
    // Whatever is larger than that is there.
    const larger = whole.paths.filter(({ value }) => value > cut.largestLeft);
    expect(cut.paths.slice(0, larger.length)).toEqual(larger);
  });

  test("nothing bought, no chains", () => {
    expect(findPaths(factored, { S, M, y: new Float64Array(n) })).toMatchObject({ paths: [], total: 0, nodes: 0 });
  });

  test("refuses negative cells and intensities, and arrays that do not fit", () => {
    const y = new Float64Array(n).fill(1);
    const code = (code: string) => expect.objectContaining({ code });
    const negative = new DenseRequirements(dense.A.map((cell, at) => (at === 3 ? -cell : cell)));
    expect(() => findPaths(negative, { S, M, y })).toThrow(code("negative-requirements"));
    expect(() => findPaths(dense, { S: S.map((value) => -value), M, y })).toThrow(code("negative-intensity"));
    expect(() => findPaths(dense, { S, M, y: y.subarray(1) })).toThrow(code("shape-mismatch"));
  });
});
