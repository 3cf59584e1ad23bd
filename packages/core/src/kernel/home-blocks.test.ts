import { inverse, Matrix } from "ml-matrix";
import { expect, test } from "vitest";
import { calcHomeBlocks } from "./home-blocks.ts";
import { makeFactors } from "./testing/small-factors.ts";

test("blocks are those of the inverse (ml-matrix), pivots out of order included", () => {
  const [R, N] = [4, 7];
  const factors = makeFactors(R, N);
  // A large use of itself puts a small number on the diagonal.
  factors.a[0] = 1 / factors.T[0][0];
  const H = calcHomeBlocks(factors);
  for (let s = 0; s < R; s++) {
    const a = Matrix.from1DArray(N, N, factors.a.subarray(s * N * N, (s + 1) * N * N));
    const D = Matrix.diag(factors.T.map((share) => share[s * R + s]));
    const expected = inverse(Matrix.eye(N).sub(a.mmul(D)))
      .mmul(a)
      .to1DArray();
    expected.forEach((cell, at) => {
      expect(H[s * N * N + at]).toBeCloseTo(cell, 10);
    });
  }
});

test("regions that did not change keep their blocks", () => {
  const [R, N] = [4, 3];
  const before = makeFactors(R, N);
  const a = before.a.map((cell, at) => (Math.floor(at / (N * N)) === 2 ? cell / 2 : cell));
  const known = calcHomeBlocks(before);
  expect(calcHomeBlocks({ ...before, a }, known, [2])).toEqual(calcHomeBlocks({ ...before, a }));
  expect(known).toEqual(calcHomeBlocks(before));
});

test("a region that needs more than it makes for itself is refused by its number", () => {
  const factors = makeFactors(2, 1);
  factors.a[1] = 1 / factors.T[0][3];
  expect(() => calcHomeBlocks(factors)).toThrow(/Region 2/);
});
