import fc from "fast-check";
import { inverse, Matrix } from "ml-matrix";
import { describe, expect, test } from "vitest";
import { calcCube, restateCube } from "../accounts/cube.ts";
import { calcFootprint } from "../accounts/footprint.ts";
import { calcMitigation } from "../accounts/mitigation.ts";
import { calcEmissionsDriven, calcOriginConsumer } from "../accounts/origin-consumer.ts";
import { calcOutsourcedShare } from "../accounts/outsourced-share.ts";
import { rescaleAmounts, rescaleIntensity } from "../accounts/rescale-prices.ts";
import { calcRegionMeans, solveChainPosition } from "../analysis/chain-position.ts";
import { calcThreeFactors, SDA_METHODS } from "../analysis/sda/three-factors.ts";
import { calcRequirements } from "../model/build-model.ts";
import type { DenseTable } from "../model/dense-table.ts";
import { makeAxes } from "../model/printed-table.ts";
import { checkYear } from "./identities.ts";
import { type SolvedTable, solve, solveTable } from "./oracles/small-table.ts";

const flow = fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 8, noNaN: true }));
// Large enough beside the flows that rounding, not the conditioning of a made-up table, limits a comparison.
const positive = fc.double({ min: 2, max: 20, noNaN: true });
const list = (value: fc.Arbitrary<number>, length: number) =>
  fc.array(value, { minLength: length, maxLength: length }).map((values) => Float64Array.from(values));

const size = fc.record({ R: fc.integer({ min: 2, max: 4 }), N: fc.integer({ min: 1, max: 3 }) });
type Size = { R: number; N: number };

/** A table in which everybody sells something to final use: then it surely has a solution. */
const tableOf = ({ R, N }: Size) => {
  const n = R * N;
  return fc
    .record({ Z: list(flow, n * n), Y: list(positive, n * R), e: list(flow, n), F: list(flow, n), FY: list(flow, R) })
    .map((parts): DenseTable => ({ ...parts, year: 2012, axes: makeAxes(R, N), v: new Float64Array(n) }));
};
const anyTable = size.chain(tableOf);
const anyPair = size.chain((shape) => fc.tuple(tableOf(shape), tableOf(shape)));
const withPrices = size.chain((shape) =>
  fc.record({
    table: tableOf(shape),
    p: list(fc.double({ min: 0.3, max: 3, noNaN: true }), shape.R * shape.N),
  }),
);

function accountsOf({ S, X, Xe, M, model }: SolvedTable) {
  const R = model.axes.regions.length;
  return { C: calcOriginConsumer(S, X, R), Dabroad: calcEmissionsDriven(S, Xe, R), M };
}

function cubeOf(t0: SolvedTable, t1: SolvedTable) {
  const sums = ({ model: { Y, x } }: SolvedTable) =>
    Float64Array.from({ length: Y.length / x.length }, (_, c) =>
      Y.subarray(c * x.length, (c + 1) * x.length).reduce((a, b) => a + b),
    );
  const [y0, y1] = [sums(t0), sums(t1)];
  const crossed = { X01: solve(t0.model, t1.model.Y), X10: solve(t1.model, t0.model.Y) };
  const pair = { S0: t0.S, S1: t1.S, X00: t0.X, X11: t1.X, ...crossed, y0, y1 };
  return { cube: calcCube(pair), pair, y0, y1 };
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, within = 1e-9) {
  expect(actual.length).toBe(expected.length);
  const largest = Math.max(...Array.from(expected, Math.abs));
  for (let i = 0; i < expected.length; i++)
    expect(Math.abs(actual[i] - expected[i]), `number ${i}`).toBeLessThanOrEqual(within * largest);
}

/** Two regions of two sectors, everything positive, another year with another phase. */
function makeUneven(year: number): DenseTable {
  const wave = (length: number, pace: number) =>
    Float64Array.from({ length }, (_, i) => 5 + 3 * Math.sin(pace * i + year + 0.2 * i * year));
  return {
    ...{ year, axes: makeAxes(2, 2), Z: wave(16, 1.1), Y: wave(8, 2.3), e: wave(4, 0.7), F: wave(4, 3.1) },
    ...{ FY: wave(2, 1), v: new Float64Array(4) },
  };
}

/** Rows and columns in another order: `order[i]` is the old place of the new row i. */
function reorder(table: DenseTable, regions: readonly number[], sectors: readonly number[]): DenseTable {
  const { Z, Y, e, F, FY, v } = table;
  const order = regions.flatMap((r) => sectors.map((k) => r * sectors.length + k));
  const n = order.length;
  const pick = (values: Float64Array) => Float64Array.from(order, (i) => values[i]);
  return {
    ...table,
    Z: Float64Array.from(order.flatMap((i) => order.map((j) => Z[i * n + j]))),
    Y: Float64Array.from(regions.flatMap((c) => order.map((i) => Y[c * n + i]))),
    e: pick(e),
    F: pick(F),
    v: pick(v),
    FY: Float64Array.from(regions, (r) => FY[r]),
  };
}

/** The first sector of every region in two, sharing everything as `share` to the rest. */
function splitFirst(table: DenseTable, share: number): DenseTable {
  const R = table.axes.regions.length;
  const N = table.axes.sectors.length;
  const rows = Array.from({ length: R }, (_, r) => [
    { old: r * N, part: share },
    { old: r * N, part: 1 - share },
    ...Array.from({ length: N - 1 }, (_, k) => ({ old: r * N + k + 1, part: 1 })),
  ]).flat();
  const n = R * N;
  const pick = (values: Float64Array) => Float64Array.from(rows, ({ old, part }) => values[old] * part);
  return {
    ...table,
    axes: makeAxes(R, N + 1),
    Z: Float64Array.from(rows.flatMap((i) => rows.map((j) => table.Z[i.old * n + j.old] * i.part * j.part))),
    Y: Float64Array.from(
      Array.from({ length: R }, (_, c) => rows.map(({ old, part }) => table.Y[c * n + old] * part)).flat(),
    ),
    e: pick(table.e),
    F: pick(table.F),
    v: pick(table.v),
  };
}

describe("random tables", () => {
  test("obey every identity, and agree with an inverse by ml-matrix", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const solved = solveTable(table);
        const { model, S, X } = solved;
        for (const { id, status, worst } of checkYear(model, accountsOf(solved), 1e-9))
          expect(status, `${id} ${worst}`).toBe("pass");
        const n = model.x.length;
        const A = Matrix.from1DArray(n, n, calcRequirements(table.Z, model.x));
        const L = inverse(Matrix.eye(n).sub(A));
        const exact = Matrix.from1DArray(X.length / n, n, model.Y).mmul(L.transpose());
        expectClose(X, exact.to1DArray());
        expectClose(solved.M, L.transpose().mmul(Matrix.columnVector(S)).to1DArray());
      }),
    );
  });

  test("do not depend on the order of cities and sectors", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const R = table.axes.regions.length;
        const regions = Array.from({ length: R }, (_, r) => (r + 1) % R);
        const sectors = table.axes.sectors.map((_, k) => k).reverse();
        const { C, Dabroad } = accountsOf(solveTable(table));
        const moved = accountsOf(solveTable(reorder(table, regions, sectors)));
        expectClose(
          moved.C,
          regions.flatMap((r) => regions.map((c) => C[r * R + c])),
        );
        expectClose(
          moved.Dabroad,
          regions.map((r) => Dabroad[r]),
        );
      }),
    );
  });

  test("do not change when a sector is split in proportion", () => {
    fc.assert(
      fc.property(anyTable, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (table, share) => {
        const R = table.axes.regions.length;
        const [whole, split] = [solveTable(table), solveTable(splitFirst(table, share))];
        expectClose(accountsOf(split).C, accountsOf(whole).C);
        const place = ({ model }: SolvedTable) => {
          const { U } = solveChainPosition(model.A, model.x, { tolerance: 1e-13 });
          return calcRegionMeans(U, model.x, R);
        };
        expectClose(place(split), place(whole));
      }),
    );
  });
});

describe("price index on rows", () => {
  const reprice = (table: DenseTable, p: Float64Array): DenseTable => ({
    ...table,
    Z: table.Z.map((value, at) => value / p[Math.floor(at / p.length)]),
    Y: rescaleAmounts(table.Y, p),
    e: rescaleAmounts(table.e, p),
  });

  test("C, exports' emissions, shares and upstreamness stay; S, M and driven output move by the index", () => {
    fc.assert(
      fc.property(withPrices, ({ table, p }) => {
        const [before, after] = [solveTable(table), solveTable(reprice(table, p))];
        const [a, b] = [accountsOf(before), accountsOf(after)];
        expectClose(b.C, a.C);
        expectClose([...b.Dabroad, 1], [...a.Dabroad, 1]);
        const share = (C: Float64Array) => calcOutsourcedShare(calcFootprint(C), table.FY);
        if (a.C.some((value) => value > 0)) expectClose([share(b.C)], [share(a.C)]);
        const upstreamness = ({ model }: SolvedTable) => solveChainPosition(model.A, model.x, { tolerance: 1e-13 }).U;
        expectClose(upstreamness(after), upstreamness(before));
        expectClose(after.S, rescaleIntensity(before.S, p));
        expectClose(after.M, rescaleIntensity(before.M, p));
        expectClose(after.X, rescaleAmounts(before.X, p));
      }),
    );
  });

  test("crossed years are solved in the other basis: L′Y = p̂⁻¹ L (p̂ Y)", () => {
    fc.assert(
      fc.property(withPrices, ({ table, p }) => {
        const [before, after] = [solveTable(table), solveTable(reprice(table, p))];
        const raised = rescaleAmounts(
          table.Y,
          p.map((index) => 1 / index),
        );
        expectClose(rescaleAmounts(solve(before.model, raised), p), solve(after.model, table.Y));
      }),
    );
  });

  test("the cube of the pair restated is the cube of the restated pair", () => {
    const [t0, t1] = [0, 1].map(makeUneven);
    const q = Float64Array.from({ length: t1.e.length }, (_, i) => 0.7 + (i % 5) / 4);
    const [first, last] = [t0, t1].map(solveTable);
    const { cube, pair } = cubeOf(first, last);
    const X01 = solve(first.model, rescaleAmounts(t1.Y, q));
    const qX10 = solve(
      last.model,
      rescaleAmounts(
        t0.Y,
        q.map((index) => 1 / index),
      ),
    );
    const expected = cubeOf(first, solveTable(reprice(t1, q))).cube;
    restateCube(cube, pair, { X01, qX10 }, q).forEach((matrix, at) => {
      expectClose(matrix, expected[at]);
    });
  });

  test("absolute and relative mitigation stay, the intensity-based ones do not", () => {
    const [t0, t1] = [0, 1].map(makeUneven);
    const p = Float64Array.from({ length: t1.e.length }, (_, i) => (i % 2 === 0 ? 0.8 : 1.3));
    const [a, b] = [t1, reprice(t1, p)].map((last) => cubeOf(solveTable(t0), solveTable(last)));
    for (const measure of ["absolute", "relative"] as const)
      expectClose(calcMitigation(b.cube, measure, b.y0, b.y1).local, calcMitigation(a.cube, measure, a.y0, a.y1).local);
    for (const measure of ["sda-polar", "frozen-intensity", "per-demand"] as const) {
      const [was, is] = [a, b].map(({ cube, y0, y1 }) => calcMitigation(cube, measure, y0, y1).local);
      expect(Math.abs(is[0] / was[0] - 1), measure).toBeGreaterThan(1e-3);
    }
  });
});

test.each(SDA_METHODS)("%s: three factors add up to the change of C between any two tables", (method) => {
  fc.assert(
    fc.property(anyPair, ([first, last]) => {
      const { cube } = cubeOf(solveTable(first), solveTable(last));
      const { intensity, structure, demand } = calcThreeFactors(cube, method);
      const scale = Math.max(...cube[0], ...cube[7]);
      intensity.forEach((value, at) => {
        const change = cube[7][at] - cube[0][at];
        expect(Math.abs(value + structure[at] + demand[at] - change)).toBeLessThanOrEqual(1e-9 * scale);
      });
    }),
  );
});
