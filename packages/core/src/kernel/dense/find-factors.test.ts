import { describe, expect, test } from "vitest";
import { expandFactors, makeFactors, wave } from "../testing/small-factors.ts";
import { DenseMatrix, type Precision } from "./dense-matrix.ts";
import { findFactors } from "./find-factors.ts";

const [R, N] = [5, 6];
const n = R * N;
const factors = makeFactors(R, N);
const weights = Float64Array.from({ length: n }, (_, i) => 1 + wave(i));

function store(cells: Float64Array, precision: Precision): DenseMatrix {
  const matrix = DenseMatrix.allocate(n, precision);
  matrix.cells.set(cells);
  return matrix;
}

describe.each<[Precision, number]>([
  ["single", 1e-6],
  ["double", 1e-13],
])("stored in %s precision", (precision, within) => {
  test("shares and technology are found where every cell is made of them", () => {
    const found = findFactors(store(expandFactors(factors), precision), { R, weights })!;
    const written = expandFactors(found);
    for (const [at, cell] of expandFactors(factors).entries())
      expect(Math.abs(written[at] - cell)).toBeLessThan(within);
  });

  test.each([0, 1 + 1e-5])("a single cell that is %d times another is not overlooked", (factor) => {
    const cells = expandFactors(factors).map((cell, at) => (at === 8 * n + 20 ? cell * factor : cell));
    expect(findFactors(store(cells, precision), { R, weights })).toBeNull();
  });

  test("products that a region does not buy, and sectors that buy nothing, are no obstacle", () => {
    const cells = expandFactors(factors).map((cell, at) => {
      const [k, b] = [Math.floor(at / n) % N, at % n];
      return (k === 2 && b < N) || b === 13 ? 0 : cell;
    });
    expect(findFactors(store(cells, precision), { R, weights })).not.toBeNull();
  });
});

test("a table of one region is its own technology: nothing is gained", () => {
  expect(findFactors(store(expandFactors(factors), "double"), { R: 1, weights })).toBeNull();
});
