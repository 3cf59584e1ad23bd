import fc from "fast-check";
import { Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import type { FactorChanges } from "./change-factors.ts";
import { FactoredRequirements } from "./factored-requirements.ts";
import { calcGravity, expandShares } from "./gravity.ts";
import { solveMultipliers, solveOutput } from "./solver.ts";
import { expandFactors, invertLeontief, listShares, makeFactors, makeShares, wave } from "./testing/small-factors.ts";

const [R, N] = [5, 6];
const n = R * N;
const table = new FactoredRequirements(makeFactors(R, N));
const Y = Float64Array.from({ length: 2 * n }, (_, i) => wave(i * 3));

const seeds = (count: number) =>
  fc
    .dictionary(fc.integer({ min: 0, max: count - 1 }).map(String), fc.nat(1000))
    .map((each) => Object.entries(each).map(([key, seed]) => [Number(key), seed] as const));
const weights = fc.nat(1000).map((seed) => Float64Array.from({ length: N * R }, (_, i) => 0.5 + wave(seed + i)));

/** New shares of some products for all buyers or a single one, new technology of some regions, weights on all trade. */
const changes: fc.Arbitrary<FactorChanges> = fc.record({
  shares: fc
    .tuple(seeds(N), fc.option(fc.integer({ min: 0, max: R - 1 })))
    .map(
      ([each, buyer]) =>
        new Map(each.flatMap(([k, seed]) => listShares(k, makeShares(R, seed), buyer === null ? undefined : [buyer]))),
    ),
  regions: seeds(R).map((each) => new Map(each.map(([s, seed]) => [s, makeTechnology(seed)]))),
  weights: fc.option(fc.record({ away: weights, home: weights }), { nil: undefined }),
});

/** The shares that a change leaves, worked out cell by cell. */
function changeShares(T: readonly Float64Array[], { shares, weights }: FactorChanges): Float64Array[] {
  return T.map((before, k) => {
    const after = before.slice();
    for (let s = 0; s < R; s++) {
      const column = Array.from({ length: R }, (_, r) => shares.get(k * R + s)?.[r] ?? before[r * R + s]);
      const weighed = column.map((share, r) =>
        weights ? share * (r === s ? weights.home : weights.away)[r * N + k] : share,
      );
      const total = weights ? weighed.reduce((sum, share) => sum + share, 0) : 1;
      for (let r = 0; r < R; r++) after[r * R + s] = weighed[r] / total;
    }
    return after;
  });
}

function makeTechnology(seed: number): Float64Array {
  return Float64Array.from({ length: N * N }, (_, i) => (0.9 * wave(seed + i)) / N);
}

/** A table whose trade follows from distances. */
function makeGravityTable(R: number, N: number): FactoredRequirements {
  const supplier = Float64Array.from({ length: N * R }, (_, i) => wave(i));
  const distances = Float64Array.from({ length: R * R }, (_, i) => 20 + 90 * Math.abs(Math.floor(i / R) - (i % R)));
  const model = calcGravity(supplier, distances, new Float64Array(N).fill(1.8));
  return new FactoredRequirements({ ...makeFactors(R, N), T: expandShares(model), gravity: model });
}

const supplier = Float64Array.from({ length: N * R }, (_, i) => wave(i));
const distances = Float64Array.from({ length: R * R }, (_, i) => 20 + 90 * Math.abs(Math.floor(i / R) - (i % R)));
const gravity = calcGravity(supplier, distances, Float64Array.of(1.8, 3, 3, 3, 1.8, 2.2));
const alike = table.factors.a.map((_, at) => table.factors.a[at % N ** 2]);
const gravityTable = new FactoredRequirements({ ...table.factors, T: expandShares(gravity), gravity });

test.each([
  ["of shares", table],
  ["of a gravity model", gravityTable],
  ["of regions that produce alike", new FactoredRequirements({ ...gravityTable.factors, a: alike })],
])("a changed table %s is the table of the changed factors, solved forward and backward", (_, parent) => {
  fc.assert(
    fc.property(changes, (change) => {
      const changed = parent.change(change);
      for (const [k, expected] of changeShares(parent.factors.T, change).entries())
        for (const [at, share] of expected.entries()) expect(changed.factors.T[k][at]).toBeCloseTo(share, 12);
      for (const [s, a] of change.regions) expect(changed.factors.a.subarray(s * N * N, (s + 1) * N * N)).toEqual(a);
      const { T, a } = changed.factors;
      const { home } = new FactoredRequirements({ R, N, T, a });
      for (const [at, cell] of changed.home.entries()) expect(cell).toBeCloseTo(home[at], 12);
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
    { numRuns: 60 },
  );
});

test.each([
  ["that produce each in their own way", (a: Float64Array) => a],
  ["that produce alike", (a: Float64Array) => a.map((_, at) => a[at % 144])],
])("tables of the same kernels, of regions %s, take turns", (_, produce) => {
  const [R, N] = [40, 12];
  const size = R * N;
  const { factors } = makeGravityTable(R, N);
  const parent = new FactoredRequirements({ ...factors, a: produce(factors.a) });
  const shares = (seed: number) => new Map(listShares(2, makeShares(R, seed), [7, 20]));
  const regions = new Map([[3, makeFactors(R, N).a.slice(4 * N * N, 5 * N * N)]]);
  const everywhere = new Map(Array.from({ length: R }, (_, s) => [s, makeFactors(1, N).a.map((cell) => cell / 2)]));
  const weights = {
    away: Float64Array.from({ length: size }, (_, i) => wave(i)),
    home: Float64Array.from({ length: size }, (_, i) => wave(i + 5)),
  };
  const first = parent.change({ shares: shares(1), regions });
  const tables = [
    parent,
    first,
    parent.change({ shares: shares(2), regions: new Map(), weights }),
    first.change({ shares: shares(3), regions: new Map(), weights }),
    parent.change({ shares: new Map(), regions: new Map([[3, regions.get(3)!.map((cell) => cell / 2)]]) }),
    parent.change({ shares: new Map(), regions: everywhere }),
    parent.change({ shares: new Map(), regions: everywhere }).change({ shares: shares(4), regions }),
  ];
  const Y = Float64Array.from({ length: 9 * size }, (_, i) => wave(i * 3));
  const solveAll = (A: FactoredRequirements) =>
    [solveOutput, solveMultipliers].flatMap((solve) =>
      [Y.subarray(0, size), Y].map((columns) => solve(A, columns, { tolerance: 1e-12 }).X),
    );
  const expected = tables.map(({ factors: { T, a } }) => solveAll(new FactoredRequirements({ R, N, T, a })));
  for (const turn of [0, 1, 2, 3, 4, 5, 6, 2, 1, 5, 4, 6, 3, 0, 5, 0])
    for (const [at, X] of solveAll(tables[turn]).entries())
      expect(Math.max(...X.map((value, i) => Math.abs(value - expected[turn][at][i])))).toBeLessThan(1e-9);
});

test("what few buyers take differently is added to the kernels, also twice over", () => {
  const [R, N] = [40, 12];
  const size = R * N;
  const parent = makeGravityTable(R, N);
  const shift = (from: FactoredRequirements, k: number, buyers: readonly number[]) => {
    const T = from.factors.T[k].slice();
    for (const s of buyers) {
      const moved = T[3 * R + s] / 2 + T[s * R + s] / 4;
      T[5 * R + s] += moved;
      T[3 * R + s] /= 2;
      T[s * R + s] *= 0.75;
    }
    return from.change({ shares: new Map(listShares(k, T, buyers)), regions: new Map() });
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
    shares: new Map(listShares(2, makeShares(R, 77))),
    regions: new Map([[1, makeTechnology(5)]]),
  });
  solveOutput(changed, Y);
  expect(solveOutput(table, Y).X).toEqual(before);
  expect(table.factors).toEqual(makeFactors(R, N));
});

test("refuses buyers and regions that are not there, and cells that do not fit", () => {
  const none = new Map<number, Float64Array>();
  const change = (given: Partial<FactorChanges>) => () => table.change({ shares: none, regions: none, ...given });
  expect(change({ shares: new Map([[N * R, new Float64Array(R)]]) })).toThrow(/no product and buyer 30/);
  expect(change({ regions: new Map([[-1, makeTechnology(0)]]) })).toThrow(/no region -1/);
  expect(change({ shares: new Map([[0, new Float64Array(3)]]) })).toThrow(/shares 0 has 3 cells/);
  expect(change({ shares: new Map([[0, new Float64Array(R).fill(Number.NaN)]]) })).toThrow(/is NaN in cell 0/);
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
