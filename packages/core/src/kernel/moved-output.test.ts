import { describe, expect, test } from "vitest";
import { DenseRequirements } from "./dense-requirements.ts";
import { FactoredRequirements } from "./factored-requirements.ts";
import { joinOutputs, MovedOutput } from "./moved-output.ts";
import { openSourcing } from "./open-sourcing.ts";
import { solveOutput } from "./solver.ts";
import { expandFactors, makeFactors, wave } from "./testing/small-factors.ts";

const [R, N] = [5, 6];
const n = R * N;
const EXACT = { tolerance: 1e-13 };
const factors = makeFactors(R, N);
const Y = Float64Array.from({ length: n * 7 }, (_, i) => wave(i));
const TABLES = {
  factored: new FactoredRequirements(factors),
  dense: new DenseRequirements(expandFactors(factors).map((cell, at) => cell * (0.6 + 0.8 * wave(at)))),
};

describe.each(["factored", "dense"] as const)("a %s table", (form) => {
  const A = TABLES[form];
  const sourcing = openSourcing(A, R);
  const buyers = sourcing.buyersOfRegion;
  /** Region 1 takes product 2 evenly from everywhere. */
  const shares = new Map(
    Array.from({ length: buyers }, (_, at) => [2 * R * buyers + buyers + at, new Float64Array(R).fill(1 / R)] as const),
  );
  /** Region 3 uses half of everything. */
  const regions = new Map([[3, sourcing.technologyOf(3).map((use) => use / 2)]]);

  test.each([
    ["another supplier", { shares, regions: new Map<number, Float64Array>() }],
    ["another technology", { shares: new Map<number, Float64Array>(), regions }],
    ["both", { shares, regions }],
  ])("that changes by %s is solved from the one before, as if whole", (_, changes) => {
    const moves = sourcing.listMoves(changes, 64)!;
    const Z = solveOutput(A, joinOutputs(moves, n), EXACT).X;
    const moved = new MovedOutput(moves, Z, N);
    const X = solveOutput(A, Y, EXACT).X;
    for (let at = 0; at < X.length; at += n) moved.move(X.subarray(at, at + n));
    const whole = solveOutput(sourcing.change(changes), Y, EXACT).X;
    for (const [i, value] of whole.entries()) expect(Math.abs(X[i] - value)).toBeLessThan(1e-10 * value);
  });
});

test("a change that leaves no solution is refused", () => {
  // A sector that needed nothing needs one of itself for each that it makes.
  const one = Float64Array.of(1);
  expect(() => new MovedOutput([{ s: 0, outputs: one, inputs: one }], one, 1)).toThrow("more than it makes");
});
