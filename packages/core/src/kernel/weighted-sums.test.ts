import { expect, test } from "vitest";
import { wave } from "./testing/small-factors.ts";
import { WeightedSums } from "./weighted-sums.ts";

function sumPlainly(X: Float64Array, W: Float64Array, n: number): Float64Array {
  const [m, count] = [X.length / n, W.length / n];
  const out = new Float64Array(m * count);
  for (let w = 0; w < count; w++)
    for (let c = 0; c < m; c++) for (let i = 0; i < n; i++) out[w * m + c] += W[w * n + i] * X[c * n + i];
  return out;
}

test.each([
  ["in plain TypeScript", 37, 5, 11],
  ["in WebAssembly, several blocks", 1200, 21, 19],
])("%s: the sums are those of the definition", (_, n, m, count) => {
  const X = Float64Array.from({ length: n * m }, (_x, at) => ((at % n) % 7 === 0 ? 0 : wave(at) - 0.5));
  const W = Float64Array.from({ length: n * count }, (_w, at) => wave(3 * at));
  const expected = sumPlainly(X, W, n);
  const found = new WeightedSums(X, n).multiply(W);
  expect(found).toHaveLength(expected.length);
  found.forEach((value, at) => {
    expect(Math.abs(value - expected[at])).toBeLessThan(1e-6 * n);
  });
});

test("what a weighting gives does not depend on its neighbours", () => {
  const [n, m] = [1200, 21];
  const X = Float64Array.from({ length: n * m }, (_, at) => wave(at));
  const W = Float64Array.from({ length: n * 19 }, (_, at) => wave(5 * at));
  const sums = new WeightedSums(X, n);
  const together = sums.multiply(W);
  for (const w of [0, 7, 18])
    expect(sums.multiply(W.slice(w * n, (w + 1) * n))).toEqual(together.slice(w * m, (w + 1) * m));
});

test("a matrix of nothing sums to nothing; shapes that do not fit are refused", () => {
  expect([...new WeightedSums(new Float64Array(6), 3).multiply(new Float64Array(3).fill(1))]).toEqual([0, 0]);
  expect(() => new WeightedSums(new Float64Array(7), 3)).toThrow(/columns of 3/);
  expect(() => new WeightedSums(new Float64Array(6), 3).multiply(new Float64Array(4))).toThrow(/weightings of 3/);
});
