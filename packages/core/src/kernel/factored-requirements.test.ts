import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import type { FactorChanges } from "./change-factors.ts";
import { FactoredRequirements } from "./factored-requirements.ts";
import { calcGravity, expandShares } from "./gravity.ts";
import { solveMultipliers, solveOutput } from "./solver.ts";
import { expandFactors, invertLeontief, makeFactors, makeShares, wave } from "./testing/small-factors.ts";

const [R, N] = [5, 6];
const n = R * N;
const table = new FactoredRequirements(makeFactors(R, N));
const Y = Float64Array.from({ length: 2 * n }, (_, i) => wave(i * 3));

/** New shares of some products and new technology of some regions. */
const changes: fc.Arbitrary<FactorChanges> = fc.record({
  products: fc
    .dictionary(fc.integer({ min: 0, max: N - 1 }).map(String), fc.nat(1000))
    .map((seeds) => new Map(Object.entries(seeds).map(([k, seed]) => [Number(k), makeShares(R, seed)]))),
  regions: fc
    .dictionary(fc.integer({ min: 0, max: R - 1 }).map(String), fc.nat(1000))
    .map((seeds) => new Map(Object.entries(seeds).map(([s, seed]) => [Number(s), makeTechnology(seed)]))),
});

function makeTechnology(seed: number): Float64Array {
  return Float64Array.from({ length: N * N }, (_, i) => (0.9 * wave(seed + i)) / N);
}

const supplier = Float64Array.from({ length: N * R }, (_, i) => wave(i));
const distances = Float64Array.from({ length: R * R }, (_, i) => 20 + 90 * Math.abs(Math.floor(i / R) - (i % R)));
const gravity = calcGravity(supplier, distances, Float64Array.of(1.8, 3, 3, 3, 1.8, 2.2));
const gravityTable = new FactoredRequirements({ ...table.factors, T: expandShares(gravity), gravity });

test.each([
  ["of shares", table],
  ["of a gravity model", gravityTable],
])("a changed table %s is the table of the changed factors, solved forward and backward", (_, parent) => {
  fc.assert(
    fc.property(changes, (change) => {
      const changed = parent.change(change);
      for (const [k, T] of change.products) expect(changed.factors.T[k]).toEqual(T);
      for (const [s, a] of change.regions) expect(changed.factors.a.subarray(s * N * N, (s + 1) * N * N)).toEqual(a);
      const { T, a } = changed.factors;
      expect(changed.home).toEqual(new FactoredRequirements({ R, N, T, a }).home);
      const exact = invertLeontief(expandFactors(changed.factors), n);
      const [X, M] = [solveOutput(changed, Y).X, solveMultipliers(changed, Y).X];
      for (let i = 0; i < n; i++) {
        const [row, column] = [exact.getRow(i), exact.getColumn(i)];
        expect(X[i]).toBeCloseTo(
          row.reduce((sum, value, j) => sum + value * Y[j], 0),
          7,
        );
        expect(M[n + i]).toBeCloseTo(
          column.reduce((sum, value, j) => sum + value * Y[n + j], 0),
          7,
        );
      }
    }),
    { numRuns: 40 },
  );
});

test("what few buyers take differently is added to the kernels, also twice over", () => {
  const [R, N] = [40, 12];
  const size = R * N;
  const supplier = Float64Array.from({ length: N * R }, (_, i) => wave(i));
  const distances = Float64Array.from({ length: R * R }, (_, i) => 20 + 90 * Math.abs(Math.floor(i / R) - (i % R)));
  const model = calcGravity(supplier, distances, new Float64Array(N).fill(1.8));
  const parent = new FactoredRequirements({ ...makeFactors(R, N), T: expandShares(model), gravity: model });
  const shift = (from: FactoredRequirements, k: number, buyers: readonly number[]) => {
    const T = from.factors.T[k].slice();
    for (const s of buyers) {
      const moved = T[3 * R + s] / 2 + T[s * R + s] / 4;
      T[5 * R + s] += moved;
      T[3 * R + s] /= 2;
      T[s * R + s] *= 0.75;
    }
    return from.change({ products: new Map([[k, T]]), regions: new Map() });
  };
  const changed = shift(shift(shift(parent, 2, [7, 20]), 4, [7]), 2, [7, 9]);
  expect(changed.factors.gravity?.kernels).toHaveLength(1);
  const exact = invertLeontief(expandFactors(changed.factors), size);
  const Y = Float64Array.from({ length: 9 * size }, (_, i) => wave(i * 3));
  for (const columns of [1, 9])
    for (const [solve, inverse] of [
      [solveOutput, exact],
      [solveMultipliers, exact.transpose()],
    ] as const) {
      const { X } = solve(changed, Y.subarray(0, columns * size), { tolerance: 1e-12 });
      const expected = inverse.mmul(Matrix.columnVector(Y.subarray((columns - 1) * size, columns * size)));
      for (let i = 0; i < size; i++) expect(X[(columns - 1) * size + i]).toBeCloseTo(expected.get(i, 0), 8);
    }
});

test("the table that was changed stays as it was", () => {
  const before = solveOutput(table, Y).X;
  const changed = table.change({
    products: new Map([[2, makeShares(R, 77)]]),
    regions: new Map([[1, makeTechnology(5)]]),
  });
  solveOutput(changed, Y);
  expect(solveOutput(table, Y).X).toEqual(before);
  expect(table.factors).toEqual(makeFactors(R, N));
});

test("refuses products and regions that are not there, and cells that do not fit", () => {
  const none = new Map<number, Float64Array>();
  const change = (given: Partial<FactorChanges>) => () => table.change({ products: none, regions: none, ...given });
  expect(change({ products: new Map([[N, makeShares(R, 0)]]) })).toThrow(/no product 6/);
  expect(change({ regions: new Map([[-1, makeTechnology(0)]]) })).toThrow(/no region -1/);
  expect(change({ products: new Map([[0, new Float64Array(3)]]) })).toThrow(/product 0 has 3 cells/);
  expect(change({ regions: new Map([[0, new Float64Array(3)]]) })).toThrow(/region 0 has 3 cells/);
});

describe.each([
  ["in TypeScript", 5, 6],
  ["in WebAssembly", 40, 12],
])("columns one by one, and side by side, %s", (_, R, N) => {
  const size = R * N;
  const factors = makeFactors(R, N);
  const exact = invertLeontief(expandFactors(factors), size);
  const A = new FactoredRequirements(factors);
  const B = Float64Array.from({ length: 13 * size }, (_, i) => wave(i * 3));

  test.each([
    ["output", solveOutput, exact],
    ["multipliers", solveMultipliers, exact.transpose()],
  ] as const)("%s are those of the inverse", (_, solve, inverse) => {
    const wide = solve(A, B, { tolerance: 1e-12 });
    for (let c = 0; c < 13; c++) {
      const column = B.subarray(c * size, (c + 1) * size);
      const alone = solve(A, column, { tolerance: 1e-12 });
      const expected = inverse.mmul(Matrix.columnVector(column));
      for (let i = 0; i < size; i++) {
        expect(alone.X[i]).toBeCloseTo(expected.get(i, 0), 8);
        expect(wide.X[c * size + i]).toBeCloseTo(expected.get(i, 0), 8);
      }
    }
  });
});
