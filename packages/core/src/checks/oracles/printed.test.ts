import { describe, expect, test } from "vitest";
import { calcFootprint } from "../../accounts/footprint.ts";
import { calcOriginConsumer, calcOriginSectorConsumer, calcProduction } from "../../accounts/origin-consumer.ts";
import { calcOutsourcedShare } from "../../accounts/outsourced-share.ts";
import { solveChainPosition } from "../../analysis/chain-position.ts";
import { findPaths } from "../../analysis/paths/find-paths.ts";
import type { DenseRequirements } from "../../kernel/dense-requirements.ts";
import { estimateSpectralRadius } from "../../kernel/spectral-radius.ts";
import { readPrinted } from "../../model/printed-table.ts";
import { solve, solveTable } from "./small-table.ts";

function expectAll(actual: ArrayLike<number>, expected: readonly number[], within: number) {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs(actual[i] - value), `number ${i}: ${actual[i]} instead of ${value}`).toBeLessThanOrEqual(within);
  });
}

describe("oracle 1: Miller & Blair (2009), ch. 2, two sectors", () => {
  const { model } = solveTable(
    readPrinted({
      Z: [
        [150, 500],
        [200, 100],
      ],
      Y: [[350], [1700]],
    }),
  );

  test("requirements (§2.2)", () => {
    expectAll((model.A as DenseRequirements).A, [0.15, 0.25, 0.2, 0.05], 1e-15);
    expectAll(model.x, [1000, 2000], 0);
  });

  test("Leontief inverse, column by column (§2.3)", () => {
    expectAll(solve(model, Float64Array.of(1, 0, 0, 1)), [1.25412541, 0.2640264, 0.330033, 1.12211221], 5e-9);
  });

  test("output for new final demand (§2.3)", () => {
    expectAll(solve(model, Float64Array.of(600, 1500)), [1247.5248, 1841.5842], 5e-5);
  });

  test("spectral radius", () => {
    const { radius } = estimateSpectralRadius(model.A, { tolerance: 1e-12 });
    expect(Math.abs(radius - 0.32912878)).toBeLessThan(5e-9);
  });

  test("upstreamness and downstreamness (Antràs et al. 2012)", () => {
    const { U, Dn } = solveChainPosition(model.A, model.x, { tolerance: 1e-14 });
    expectAll(U, [1.91419142, 1.25412541], 5e-9);
    expectAll(Dn, [1.51815182, 1.45214521], 5e-9);
  });
});

describe("oracle 2: Kitzes (2013), Resources 2(4), two sectors", () => {
  // One region: final demand of each product stands for a consumer, so that C is origin × product.
  const Z = [
    [8, 5],
    [4, 2],
  ];
  const { S, M, X, model } = solveTable(
    readPrinted({
      Z,
      Y: [
        [3, 0],
        [0, 6],
      ],
      F: [8, 4],
    }),
  );

  test("multipliers", () => {
    expectAll(model.x, [16, 12], 0);
    expectAll(M, [1.6, 1.2], 1e-12);
  });

  test("origin × product, production and consumption", () => {
    const C = calcOriginConsumer(S, X, 2);
    expectAll(C, [4, 4, 0.8, 3.2], 1e-12);
    expectAll(calcProduction(model.F, 2), [8, 4], 0);
    expectAll(calcFootprint(C).total, [4.8, 7.2], 1e-12);
  });

  test("paths: manufacturing 2.0, agriculture 1.5, manufacturing from agriculture 1.25", () => {
    const { paths, total } = findPaths(model.A, { S, M, y: Float64Array.of(3, 6) }, { count: 3 });
    expect(paths.map(({ rows }) => rows)).toEqual([[1], [0], [1, 0]]);
    expectAll(
      paths.map(({ value }) => value),
      [2, 1.5, 1.25],
      1e-15,
    );
    expectAll([total], [12], 1e-12);
  });
});

describe("oracle 3: pymrio's test suite, two regions × three sectors", () => {
  const { S, X, model } = solveTable(
    readPrinted({
      Z: [
        [10, 5, 1, 6, 5, 7],
        [0, 2, 0, 0, 5, 3],
        [10, 3, 20, 4, 2, 0],
        [5, 0, 0, 1, 10, 9],
        [0, 10, 1, 0, 20, 1],
        [5, 0, 0, 1, 10, 10],
      ],
      Y: [
        [14, 3],
        [2.5, 2.5],
        [13, 6],
        [5, 20],
        [10, 10],
        [3, 10],
      ],
      F: [20, 1, 42, 4, 20, 5],
    }),
  );
  const C = calcOriginConsumer(S, X, 2);

  test("output and spectral radius", () => {
    expectAll(model.x, [51, 15, 58, 50, 52, 39], 0);
    expect(Math.abs(estimateSpectralRadius(model.A, { tolerance: 1e-12 }).radius - 0.63747705)).toBeLessThan(5e-9);
  });

  test("origin × consumer matrix, also as the sum of its sectors", () => {
    const expected = [37.18932375, 25.81067625, 13.05355366, 15.94644634];
    expectAll(C, expected, 5e-9);
    const detail = calcOriginSectorConsumer(S, X);
    const sums = [0, 1].flatMap((r) =>
      [0, 1].map((c) => detail.subarray(c * 6 + r * 3, c * 6 + r * 3 + 3).reduce((a, b) => a + b)),
    );
    expectAll(sums, expected, 5e-9);
  });

  test("outsourced share", () => {
    expect(Math.abs(calcOutsourcedShare(calcFootprint(C), new Float64Array(2)) - 0.42243728)).toBeLessThan(5e-9);
  });
});
