import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DenseRequirements } from "../kernel/dense-requirements.ts";
import { FactoredRequirements } from "../kernel/factored-requirements.ts";
import { solveOutput } from "../kernel/solver.ts";
import { expandFactors, makeFactors, wave } from "../kernel/testing/small-factors.ts";
import { solveExtraction } from "./extraction.ts";

const [R, N] = [4, 3];
const n = R * N;
const EXACT = { tolerance: 1e-14 };
const factors = makeFactors(R, N);
const factored = new FactoredRequirements(factors);
const dense = new DenseRequirements(expandFactors(factors));
const f = Float64Array.from({ length: n }, (_, i) => wave(i + 5));
const { X: x } = solveOutput(dense, f, EXACT);

/** Output of the table with rows, columns and final demand set to zero, solved anew. */
function solveWithout(isOut: (i: number) => boolean): Float64Array {
  const A = dense.A.map((cell, at) => (isOut(Math.floor(at / n)) || isOut(at % n) ? 0 : cell));
  const rest = f.map((demand, i) => (isOut(i) ? 0 : demand));
  return solveOutput(new DenseRequirements(A), rest, EXACT).X;
}

describe("solveExtraction", () => {
  test.each<[string, (i: number) => boolean]>([
    ["a region", (i) => Math.floor(i / N) === 2],
    ["a sector everywhere", (i) => i % N === 1],
    ["one sector of one region", (i) => i === 7],
  ])("%s: what the table with zeros loses, dense and factored", (_name, isOut) => {
    const left = solveWithout(isOut);
    for (const A of [dense, factored]) {
      const { loss, residual } = solveExtraction(A, x, isOut, { tolerance: 1e-13 });
      loss.forEach((value, i) => {
        expect(value).toBeCloseTo(x[i] - left[i], 11);
      });
      expect(residual).toBeLessThanOrEqual(1e-13);
    }
  });

  test("loses no more than there is, and more the more is taken out", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: n, maxLength: n }), fc.nat(n - 1), (out, also) => {
        const some = solveExtraction(factored, x, (i) => out[i]).loss;
        const more = solveExtraction(factored, x, (i) => out[i] || i === also).loss;
        for (let i = 0; i < n; i++) {
          expect(some[i]).toBeGreaterThanOrEqual(0);
          expect(some[i]).toBeLessThanOrEqual(more[i] + 1e-9);
          expect(more[i]).toBeLessThanOrEqual(x[i] * (1 + 1e-9));
        }
      }),
    );
  });

  test("nothing taken out, nothing lost; everything, all", () => {
    expect([...solveExtraction(factored, x, () => false).loss]).toEqual(new Array(n).fill(0));
    expect([...solveExtraction(factored, x, () => true).loss]).toEqual([...x]);
  });

  test("refuses what does not fit and what does not settle", () => {
    const code = (code: string) => expect.objectContaining({ code });
    expect(() => solveExtraction(dense, x.subarray(1), () => false)).toThrow(code("shape-mismatch"));
    expect(() => solveExtraction(dense, x, (i) => i === 0, { maxRounds: 2 })).toThrow(code("not-converged"));
  });
});
