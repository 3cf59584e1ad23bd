import { describe, expect, test } from "vitest";
import { compileKernels } from "../../../assembly/compile.ts";
import { wave } from "../testing/small-factors.ts";
import { DENSE_WASM, FUSED_DENSE_WASM } from "./dense-kernels.wasm.ts";
import { DenseMatrix, type Precision } from "./dense-matrix.ts";
import { BLOCK } from "./plain-kernels.ts";
import { openWasmKernels } from "./wasm-kernels.ts";

/** Rows that are no whole tile, columns that are no whole block, an odd number of both. */
const SIZES = [1, 6, 7, BLOCK + 3];

const fill = <T extends Float32Array | Float64Array>(values: T, seed: number): T => {
  for (let i = 0; i < values.length; i++) values[i] = wave(seed + i) - 0.3;
  return values;
};

/** The same cells under SIMD and in plain TypeScript. */
function openBoth(n: number, precision: Precision): DenseMatrix[] {
  const fast = DenseMatrix.allocate(n, precision);
  expect(fast.memory).not.toBeNull();
  fill(fast.cells, 0);
  return [fast, DenseMatrix.wrap(fast.cells.slice(), n)];
}

describe.each(["single", "double"] as const)("stored in %s precision, SIMD and plain kernels agree", (precision) => {
  test.each(SIZES)("products of a few columns, %i rows", (n) => {
    const [fast, plain] = openBoth(n, precision).map((matrix) => {
      const x = fill(matrix.takeDouble(3 * n), 50);
      const [out, sums] = [matrix.takeDouble(3 * n), fill(matrix.takeDouble(3 * n), 90)];
      const from = Math.min(1, n - 1);
      matrix.kernels.multiplyRows(matrix.cells, n, { from, to: n }, x, out);
      matrix.kernels.addRows(matrix.cells, n, { from, to: n }, x, sums);
      return [...out, ...sums];
    });
    expect(fast).toEqual(plain);
    const last = 3 * n - 1;
    let sum = 0;
    for (let j = 0; j < n; j++) sum += openBoth(n, precision)[1].cells[(n - 1) * n + j] * (wave(50 + 2 * n + j) - 0.3);
    expect(fast[last]).toBeCloseTo(sum, 12);
  });

  test.each(SIZES)("products in panels, %i rows", (n) => {
    const results = openBoth(n, precision).map((matrix) => {
      const run = (Z: Float32Array | Float64Array) => {
        const out = matrix.takeDouble(2 * n * 8);
        matrix.kernels.multiplyPanels(matrix.cells, n, { from: 0, to: n }, fill(Z, 20), out);
        return Array.from(out);
      };
      return {
        double: run(matrix.takeDouble(2 * n * 8)),
        single: run(matrix.takeSingle(2 * n * 8)),
      };
    });
    // Where the host can, a product and its sum are rounded once.
    results[0].double.forEach((value, i) => {
      expect(Math.abs(value - results[1].double[i])).toBeLessThan(1e-15 * n);
    });
    results[0].single.forEach((value, i) => {
      expect(Math.abs(value - results[1].single[i])).toBeLessThan(1e-6 * n);
      expect(Math.abs(value - results[1].double[i])).toBeLessThan(1e-6 * n);
    });
  });

  test.each(SIZES)("products in panels agree to the last bit where nothing is fused, %i rows", (n) => {
    const [fast, plain] = openBoth(n, precision);
    const [Z, out] = [fill(fast.takeDouble(2 * n * 8), 20), fast.takeDouble(2 * n * 8)];
    if (!fast.memory) throw new Error("There is no memory for kernels.");
    openWasmKernels(fast.memory, DENSE_WASM).multiplyPanels(fast.cells, n, { from: 0, to: n }, Z, out);
    const expected = plain.takeDouble(out.length);
    plain.kernels.multiplyPanels(plain.cells, n, { from: 0, to: n }, Z.slice(), expected);
    expect(Array.from(out)).toEqual(Array.from(expected));
  });

  test.each([
    [2, 3],
    [3, 4],
    [6, 5],
    [9, 6],
    [17, 7],
  ])("a survey of %i regions and %i sectors", (R, N) => {
    const n = R * N;
    const survey = (take: (matrix: DenseMatrix) => (length: number) => Float32Array | Float64Array) => {
      return openBoth(n, precision).map((matrix) => {
        const tables = {
          weights: fill(matrix.takeDouble(n), 10),
          use: take(matrix)(R * N * N),
          sums: matrix.takeDouble(R),
          shares: take(matrix)(R * R),
        };
        const signs = [0, 1].map((k) => {
          if (k === 1) for (let i = 0; i < matrix.cells.length; i++) matrix.cells[i] = Math.abs(matrix.cells[i]);
          return matrix.kernels.surveyProduct(matrix.cells, { R, N }, k, tables);
        });
        return [...signs, ...tables.use, ...tables.shares];
      });
    };
    const [fast, plain] = survey((matrix) => (length) => matrix.takeDouble(length));
    expect(fast).toEqual(plain);
    expect(fast.slice(0, 2)).toEqual([true, false]);
    const [single, plainSingle] = survey((matrix) => (length) => matrix.takeSingle(length));
    expect(single.slice(0, 2)).toEqual([true, false]);
    single.slice(2).forEach((value, at) => {
      expect(value).toBeCloseTo(Number(plainSingle[at + 2]), 5);
    });
    single.slice(-R * R).forEach((share, at) => {
      expect(share).toBeCloseTo(Number(fast.slice(-R * R)[at]), 6);
    });
  });
});

test.each([false, true])("blocks, SIMD and plain kernels agree, transposed %s", (transposed) => {
  const [size, count, columns] = [7, 5, 3];
  const [fast, plain] = openBoth(4, "single").map((matrix) => {
    const blocks = fill(matrix.takeSingle(count * size * size), 0);
    const x = fill(matrix.takeDouble(count * size * columns), 40);
    const out = matrix.takeDouble(count * size * columns);
    for (const [from, to] of [
      [0, 2],
      [2, 4],
    ])
      matrix.kernels.multiplyBlocks(blocks, { count, from, to, transposed }, x, out);
    return Array.from(out);
  });
  expect(fast).toEqual(plain);
  const blocks = fill(new Float32Array(count * size * size), 0);
  const x = fill(new Float64Array(count * size * columns), 40);
  let sum = 0;
  for (let j = 0; j < size; j++)
    sum += blocks[3 * size * size + (transposed ? j * size + 2 : 2 * size + j)] * x[(3 * columns + 1) * size + j];
  expect(fast[(3 * columns + 1) * size + 2]).toBeCloseTo(sum, 12);
  expect(fast.slice(-columns * size).every((value) => value === 0)).toBe(true);
});

test("the compiled bytes are those of the source", async () => {
  expect(Array.from(await compileKernels(true, "dense"))).toEqual(Array.from(FUSED_DENSE_WASM));
  expect(Array.from(await compileKernels(false, "dense"))).toEqual(Array.from(DENSE_WASM));
});
