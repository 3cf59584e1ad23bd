import { describe, expect, test } from "vitest";
import { InputError, ModelError } from "../errors.ts";
import { makeAxes } from "../model/printed-table.ts";
import { calcBilateralBalance, calcFootprint, calcFootprintByUse } from "./footprint.ts";
import { calcIntensity } from "./intensity.ts";
import {
  calcEmissionsDriven,
  calcOriginConsumer,
  calcOriginSectorConsumer,
  calcProduction,
} from "./origin-consumer.ts";
import { calcOutsourcedShare, calcOutsourcedShares } from "./outsourced-share.ts";
import { repeatBySector, rescaleAmounts, rescaleIntensity } from "./rescale-prices.ts";

describe("calcIntensity", () => {
  const axes = makeAxes(2, 2);

  test("emissions per output; nothing where a sector neither produces nor emits", () => {
    expect([...calcIntensity(Float64Array.of(4, 0, 1, 3), Float64Array.of(8, 0, 4, 2), axes)]).toEqual([
      0.5, 0, 0.25, 1.5,
    ]);
  });

  test("names every cell that emits without output, and every gap", () => {
    const calc = () => calcIntensity(Float64Array.of(4, 1, Number.NaN, 3), Float64Array.of(0, 2, 4, 0), axes);
    expect(calc).toThrow(InputError);
    expect(calc).toThrow(/r1\/s0 {2}emissions is NaN/);
    expect(calc).toThrow(/r0\/s0 {2}has 4 of CO₂ but produces nothing/);
    expect(calc).toThrow(/r1\/s1 {2}has 3 of CO₂ but produces nothing/);
  });

  test("refuses arrays of another table", () => {
    expect(() => calcIntensity(new Float64Array(3), new Float64Array(3), axes)).toThrow(ModelError);
  });
});

describe("matrices", () => {
  // Two regions of two sectors.
  const S = Float64Array.of(1, 2, 3, 4);
  const X = Float64Array.of(1, 1, 1, 1, 5, 6, 7, 8);

  test("origin × consumer is row-major, its detail consumer after consumer", () => {
    expect([...calcOriginConsumer(S, X, 2)]).toEqual([3, 17, 7, 53]);
    expect([...calcOriginSectorConsumer(S, X)]).toEqual([1, 2, 3, 4, 5, 12, 21, 32]);
    expect([...calcEmissionsDriven(S, X.subarray(4), 2)]).toEqual([17, 53]);
    expect([...calcProduction(S, 2)]).toEqual([3, 7]);
  });

  test("footprint: total, local, outsourced, for others", () => {
    const { total, local, outsourced, forOthers } = calcFootprint(Float64Array.of(3, 17, 7, 53));
    expect([total, local, outsourced, forOthers].map((values) => [...values])).toEqual([
      [10, 70],
      [3, 53],
      [7, 17],
      [17, 7],
    ]);
  });

  test("bilateral balance: what is emitted for the other, net", () => {
    expect([...calcBilateralBalance(Float64Array.of(3, 17, 7, 53))]).toEqual([0, 10, -10, 0]);
  });

  test("footprint by final use keeps the uses apart", () => {
    const demandOf = (use: string) => (use === "government" ? X : X.map((value) => -value));
    const table = { axes: makeAxes(2, 2), finalUses: ["government", "inventories"] };
    const uses = calcFootprintByUse({ ...table, demandOf }, S);
    expect([...uses.government]).toEqual([10, 70]);
    expect([...uses.inventories]).toEqual([-10, -70]);
    expect(calcFootprintByUse({ axes: table.axes }, S)).toEqual({});
  });

  test.each([
    ["rows that are not a whole number of regions", () => calcOriginConsumer(S, X, 3)],
    ["columns for too few consumers", () => calcOriginConsumer(S, X.subarray(4), 2)],
    ["a matrix that is not square", () => calcFootprint(new Float64Array(6))],
    ["driven output of another table", () => calcEmissionsDriven(S, X, 2)],
    ["a detail that ends within a column", () => calcOriginSectorConsumer(S, X.subarray(3))],
  ])("refuses %s", (_what, calc) => {
    expect(calc).toThrow(expect.objectContaining({ name: "ModelError", code: "shape-mismatch" }));
  });
});

describe("outsourced share", () => {
  const footprint = { outsourced: Float64Array.of(30, 0), total: Float64Array.of(40, 60) };
  const households = Float64Array.of(10, 10);

  test.each([
    ["pooled", 0.3],
    ["unweighted", 0.375],
    ["with-households", 0.25],
  ] as const)("%s", (kind, share) => {
    expect(calcOutsourcedShare(footprint, households, kind)).toBeCloseTo(share, 15);
  });

  test("a city without a footprint has no share, and no mean hides it", () => {
    const empty = { outsourced: Float64Array.of(30, 0), total: Float64Array.of(40, 0) };
    expect([...calcOutsourcedShares(empty)]).toEqual([0.75, Number.NaN]);
    expect(calcOutsourcedShare(empty, households, "unweighted")).toBeNaN();
    expect(calcOutsourcedShare(empty, households)).toBe(0.75);
  });
});

describe("price basis", () => {
  const p = repeatBySector(Float64Array.of(2, 0.5), 2);

  test("amounts are divided row by row, intensities multiplied: emissions stay", () => {
    expect([...p]).toEqual([2, 0.5, 2, 0.5]);
    expect([...rescaleAmounts(Float64Array.of(4, 4, 4, 4, 2, 2, 2, 2), p)]).toEqual([2, 8, 2, 8, 1, 4, 1, 4]);
    expect([...rescaleIntensity(Float64Array.of(1, 1, 3, 3), p)]).toEqual([2, 0.5, 6, 1.5]);
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses an index of %s", (index) => {
    expect(() => rescaleAmounts(Float64Array.of(1), Float64Array.of(index))).toThrow(
      expect.objectContaining({ code: "not-finite" }),
    );
  });
});
