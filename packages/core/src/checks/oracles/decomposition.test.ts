import { describe, expect, test } from "vitest";
import { calcCube } from "../../accounts/cube.ts";
import { calcThreeFactors } from "../../analysis/sda/three-factors.ts";
import { readPrinted } from "../../model/printed-table.ts";
import { solve, solveTable } from "./small-table.ts";

describe("oracle 5: Miller & Blair (2009), §13.1, change of output by technology and demand", () => {
  // Three regions of one sector each, the first consumer buys everything; intensity 1 makes emissions of output.
  const demand = (f: readonly number[]) => f.map((value) => [value, 0, 0]);
  const t0 = solveTable(
    readPrinted({
      Z: [
        [10, 20, 25],
        [15, 5, 30],
        [30, 40, 5],
      ],
      Y: demand([45, 30, 25]),
    }),
  );
  const t1 = solveTable(
    readPrinted({
      Z: [
        [12, 15, 35],
        [24, 11, 30],
        [36, 50, 8],
      ],
      Y: demand([50, 35, 26]),
    }),
  );
  const one = new Float64Array(3).fill(1);
  const cube = calcCube({
    S0: one,
    S1: one,
    X00: t0.X,
    X11: t1.X,
    X01: solve(t0.model, t1.model.Y),
    X10: solve(t1.model, t0.model.Y),
    y0: Float64Array.of(100, 0, 0),
    y1: Float64Array.of(111, 0, 0),
  });

  test.each(["polar", "shapley"] as const)("%s, the same where intensity does not change", (method) => {
    const { intensity, structure, demand } = calcThreeFactors(cube, method);
    const first = (matrix: Float64Array) => [matrix[0], matrix[3], matrix[6]];
    for (const value of intensity) expect(Math.abs(value)).toBeLessThan(1e-12);
    [0.841508, 9.141326, 9.486933].forEach((value, r) => {
      expect(Math.abs(first(structure)[r] - value)).toBeLessThan(6e-7);
    });
    [11.158492, 10.858674, 10.513067].forEach((value, r) => {
      expect(Math.abs(first(demand)[r] - value)).toBeLessThan(6e-7);
    });
  });
});
