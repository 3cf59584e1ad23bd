import { describe, expect, test } from "vitest";
import type { FactorChanges } from "../change-factors.ts";
import { DenseRequirements } from "../dense-requirements.ts";
import { FactoredRequirements } from "../factored-requirements.ts";
import { FactoredSourcing } from "../factored-sourcing.ts";
import type { RequirementsOperator } from "../operator.ts";
import { solveMultipliers, solveOutput } from "../solver.ts";
import { expandFactors, invertLeontief, makeFactors, wave } from "../testing/small-factors.ts";
import { DenseMatrix } from "./dense-matrix.ts";
import { DenseSourcing } from "./dense-sourcing.ts";
import { surveyTable } from "./fit-table.ts";
import { RewrittenRequirements } from "./spare-matrix.ts";
import { UpdatedRequirements } from "./updated-requirements.ts";

const [R, N] = [5, 6];
const n = R * N;
const EXACT = { tolerance: 1e-12 };
const factors = makeFactors(R, N);
const uneven = expandFactors(factors).map((cell, at) => cell * (0.6 + 0.8 * wave(at)));

/** A table as it is solved: through its fit, or cell by cell. */
function open(cells: Float64Array, surveyed: boolean): DenseRequirements {
  if (!surveyed) return new DenseRequirements(cells);
  const matrix = DenseMatrix.allocate(n, "double");
  matrix.cells.set(cells);
  return new DenseRequirements(matrix, surveyTable(matrix, { R, weights: new Float64Array(n).fill(1) }));
}

const none = { shares: new Map<number, Float64Array>(), regions: new Map<number, Float64Array>() };
const weights = {
  away: Float64Array.from({ length: n }, (_, i) => 0.5 + wave(3 * i)),
  home: Float64Array.from({ length: n }, (_, i) => 0.5 + wave(5 * i)),
};

/** Buying sector 7 (region 1) and 20 (region 3) take products 2 and 0 evenly from everywhere. */
const even = new Map([2 * n + 7, 20].map((key) => [key, new Float64Array(R).fill(1 / R)]));
/** Region 3 uses another part of everything. */
function otherTechnology(sourcing: DenseSourcing): ReadonlyMap<number, Float64Array> {
  return new Map([[3, sourcing.technologyOf(3).map((use, at) => use * (0.5 + 0.5 * wave(at)))]]);
}

/** The changed table written out, from what `change` promises. */
function expandChanged(cells: Float64Array, { shares, regions, weights: weigh }: FactorChanges): Float64Array {
  const after = cells.slice();
  const rows = (k: number) => Array.from({ length: R }, (_, r) => r * N + k);
  for (let k = 0; k < N; k++)
    for (let b = 0; b < n; b++) {
      const [s, at] = [Math.floor(b / N), k * N + (b % N)];
      const use = rows(k).reduce((sum, i) => sum + cells[i * n + b], 0);
      const share = shares.get(k * n + b) ?? Float64Array.from(rows(k), (i) => cells[i * n + b] / use);
      const weight = (r: number) => (weigh ? (r === s ? weigh.home : weigh.away)[r * N + k] : 1);
      const total = share.reduce((sum, part, r) => sum + part * weight(r), 0);
      for (const [r, i] of rows(k).entries())
        after[i * n + b] = ((share[r] * weight(r)) / total) * (regions.get(s)?.[at] ?? use);
    }
  return after;
}

/** Output and multipliers of an operator are those of an LU of the table. */
function expectSolves(A: RequirementsOperator, cells: Float64Array): void {
  const L = invertLeontief(cells, n);
  for (const columns of [1, 4, 43]) {
    const Y = Float64Array.from({ length: n * columns }, (_, i) => wave(3 * i));
    const { X } = solveOutput(A, Y, EXACT);
    for (let at = 0; at < Y.length; at++) {
      const [c, i] = [Math.floor(at / n), at % n];
      let expected = 0;
      for (let j = 0; j < n; j++) expected += L.get(i, j) * Y[c * n + j];
      expect(Math.abs(X[at] - expected)).toBeLessThan(1e-9 * expected);
    }
  }
  const S = Float64Array.from({ length: n }, (_, i) => wave(5 * i));
  const { X: M } = solveMultipliers(A, S, EXACT);
  for (let j = 0; j < n; j++) {
    let expected = 0;
    for (let i = 0; i < n; i++) expected += L.get(i, j) * S[i];
    expect(Math.abs(M[j] - expected)).toBeLessThan(1e-9 * expected);
  }
}

describe.each([
  ["cell by cell", false],
  ["through its fit", true],
])("a dense table that is solved %s", (_, surveyed) => {
  const table = open(uneven, surveyed);
  const sourcing = new DenseSourcing(table, R);
  const regions = otherTechnology(sourcing);

  test("shares and technology make up its cells; shares of what is bought add up to one", () => {
    for (let i = 0; i < n; i++)
      for (let b = 0; b < n; b++) {
        const [r, k, s] = [Math.floor(i / N), i % N, Math.floor(b / N)];
        const cell = sourcing.share(k, r, b) * sourcing.technologyOf(s)[k * N + (b % N)];
        expect(Math.abs(cell - uneven[i * n + b])).toBeLessThan(1e-15);
      }
  });

  test.each<[string, FactorChanges]>([
    ["nothing", none],
    ["two sectors that buy elsewhere", { ...none, shares: even }],
    ["a region that uses less", { ...none, regions }],
    ["both, one of them the same sector", { shares: even, regions }],
    ["prices", { ...none, weights }],
    ["prices after both", { shares: even, regions, weights }],
  ])("%s: solved as the table written out", (_, changes) => {
    const changed = sourcing.change(changes);
    if (surveyed) expect(changed).toBeInstanceOf(changes.weights ? RewrittenRequirements : UpdatedRequirements);
    expectSolves(changed, expandChanged(uneven, changes));
    expectSolves(table, uneven);
  });

  test("changed tables take turns", () => {
    const changes = [
      { ...none, weights },
      { shares: even, regions, weights },
      { ...none, shares: even },
    ];
    const changed = changes.map((each) => sourcing.change(each));
    for (const _ of [1, 2])
      for (const [at, A] of changed.entries()) {
        const X = Float64Array.from({ length: 2 * n }, (_, i) => wave(i));
        const [out, expected] = [new Float64Array(2 * n), new Float64Array(2 * n)];
        A.multiply(X, out);
        new DenseRequirements(expandChanged(uneven, changes[at])).multiply(X, expected);
        for (const [i, value] of expected.entries()) expect(out[i]).toBeCloseTo(value, 13);
      }
  });

  test("a change of no buyer, of the wrong size or with a gap is refused", () => {
    const share = (key: number, values: Float64Array) => () =>
      sourcing.change({ ...none, shares: new Map([[key, values]]) });
    expect(share(N * n, new Float64Array(R))).toThrow("no product and buyer");
    expect(share(0, new Float64Array(R - 1))).toThrow("cells");
    expect(share(0, new Float64Array(R).fill(Number.NaN))).toThrow("NaN");
  });
});

describe("moves of rank one add up to the change", () => {
  const changes: FactorChanges = { shares: even, regions: otherTechnology(new DenseSourcing(open(uneven, true), R)) };

  test("of a dense table: columns or rows of each region, whichever are fewer", () => {
    const sourcing = new DenseSourcing(open(uneven, true), R);
    const moves = sourcing.listMoves(changes, 64)!;
    expect(moves).toHaveLength(1 + N);
    const after = uneven.slice();
    for (const { s, outputs, inputs } of moves)
      for (let i = 0; i < n; i++) for (let j = 0; j < N; j++) after[i * n + s * N + j] += outputs[i] * inputs[j];
    const expected = expandChanged(uneven, changes);
    for (const [at, cell] of expected.entries()) expect(after[at]).toBeCloseTo(cell, 14);
    expect(sourcing.listMoves(changes, N)).toBeUndefined();
    expect(sourcing.listMoves({ ...none, weights }, 64)).toBeUndefined();
  });

  test("cells that stay are no move: one supplier for another is one of two rows", () => {
    const sourcing = new DenseSourcing(open(uneven, true), R);
    const shares = new Map(
      Array.from({ length: N }, (_, j) => {
        const b = 2 * N + j;
        const share = Float64Array.from({ length: R }, (_, r) => sourcing.share(1, r, b));
        [share[0], share[4]] = [0, share[0] + share[4]];
        return [n + b, share];
      }),
    );
    expect(sourcing.listMoves({ ...none, shares }, 64)).toHaveLength(2);
  });

  test("of a factored table: one a product and region", () => {
    const table = new FactoredRequirements(factors);
    const sourcing = new FactoredSourcing(table);
    const regions = new Map([[3, sourcing.technologyOf(3).map((use, at) => (at < 2 * N ? use / 2 : use))]]);
    const shares = new Map([[0 * R + 3, new Float64Array(R).fill(1 / R)]]);
    const moves = sourcing.listMoves({ shares, regions }, 64)!;
    expect(moves).toHaveLength(3);
    const after = expandFactors(factors);
    for (const { s, outputs, inputs } of moves)
      for (let i = 0; i < n; i++) for (let j = 0; j < N; j++) after[i * n + s * N + j] += outputs[i] * inputs[j];
    const expected = expandFactors(table.change({ shares, regions }).factors);
    for (const [at, cell] of expected.entries()) expect(after[at]).toBeCloseTo(cell, 14);
  });
});

test("rows that are not those of so many regions are refused", () => {
  expect(() => new DenseSourcing(open(uneven, false), 4)).toThrow("4 regions");
});
