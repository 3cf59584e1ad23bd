import { describe, expect, test } from "vitest";
import { type Cube, calcCube } from "./cube.ts";
import { calcMitigation, calcMitigationBalance, calcMitigationMatrix, calcPolarMitigation } from "./mitigation.ts";

/** Two cities; only the first and last corner matter for the measures tested here. */
function makeCube(first: readonly number[], last: readonly number[]): Cube {
  return Array.from({ length: 8 }, (_, at) => Float64Array.from(at === 0 ? first : at === 7 ? last : [9, 9, 9, 9]));
}

const demand = Float64Array.of(10, 20);

describe("calcMitigation", () => {
  test("relative: rates of local and outsourced", () => {
    const { local, outsourced } = calcMitigation(makeCube([4, 6, 8, 5], [3, 9, 4, 5]), "relative", demand, demand);
    expect([...local]).toEqual([0.25, 0]);
    expect([...outsourced]).toEqual([0.5, -0.5]);
  });

  test("relative is undefined where the first year has nothing", () => {
    const { local, outsourced } = calcMitigation(makeCube([0, 6, 0, 5], [3, 9, 0, 5]), "relative", demand, demand);
    expect(local[0]).toBeNaN();
    expect(outsourced[0]).toBeNaN();
    expect([local[1], outsourced[1]]).toEqual([0, -0.5]);
  });

  test("per-demand: each year by its own demand, undefined without demand", () => {
    const cube = makeCube([4, 6, 8, 5], [3, 9, 4, 5]);
    const later = calcMitigation(cube, "per-demand", demand, Float64Array.of(20, 0));
    expect(later.local[0]).toBeCloseTo(4 / 10 - 3 / 20, 15);
    expect(later.outsourced[0]).toBeCloseTo(8 / 10 - 4 / 20, 15);
    expect(later.local[1]).toBeNaN();
  });

  test("refuses demand of another number of cities", () => {
    const cube = makeCube([1, 1, 1, 1], [1, 1, 1, 1]);
    expect(() => calcMitigation(cube, "per-demand", demand, Float64Array.of(1))).toThrow(/y1 has 1 numbers; 2/);
  });
});

test("given, received and net balance over cities", () => {
  const W = calcMitigationMatrix(makeCube([4, 6, 8, 5], [3, 9, 4, 5]), "absolute");
  expect([...W]).toEqual([1, -3, 4, 0]);
  const { given, received, net } = calcMitigationBalance(W);
  expect([...given]).toEqual([-3, 4]);
  expect([...received]).toEqual([4, -3]);
  expect([...net]).toEqual([-7, 7]);
});

test("the polar matrix needs no crossings", () => {
  const [S0, S1] = [Float64Array.of(2, 1, 0.5, 3), Float64Array.of(1.5, 1.25, 0.5, 2)];
  const [X0, X1] = [Float64Array.of(10, 4, 1, 2, 3, 8, 5, 7), Float64Array.of(12, 5, 2, 2, 1, 9, 6, 8)];
  const crossed = new Float64Array(8).fill(99);
  const cube = calcCube({ S0, S1, X00: X0, X11: X1, X01: crossed, X10: crossed, y0: demand, y1: demand });
  calcPolarMitigation(S0, S1, X0, X1, 2).forEach((value, at) => {
    expect(value).toBeCloseTo(calcMitigationMatrix(cube, "sda-polar")[at], 12);
  });
});
