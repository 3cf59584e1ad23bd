import { describe, expect, test } from "vitest";
import { classify } from "../accounts/classes.ts";
import { calcFootprint } from "../accounts/footprint.ts";
import { calcPolarMitigation } from "../accounts/mitigation.ts";
import { DEFAULT_SETTINGS } from "../estimate/settings.ts";
import { makeSmallFacts } from "../estimate/testing/small-facts.ts";
import { FactoredRequirements } from "../kernel/factored-requirements.ts";
import { solveOutput } from "../kernel/solver.ts";
import { makeFactors, wave } from "../kernel/testing/small-factors.ts";
import type { Model } from "../model/model.ts";
import { makeAxes } from "../model/printed-table.ts";
import { drawEstimate } from "./draw-estimate.ts";
import { readVariants, solveDrawnYear } from "./draw-variants.ts";

const [R, N] = [4, 3];
const n = R * N;
const solve = async (...input: Parameters<typeof solveOutput>) => solveOutput(...input);

/** A year of a small table; prices of products over those that the other year has. */
function makeYear(seed: number, prices: readonly number[] = [1, 1, 1]): Model {
  const factors = makeFactors(R, N);
  const p = (i: number) => prices[i % N];
  const a = factors.a.map((cell, at) => (cell * p(at)) / p(Math.floor(at / N)));
  const A = new FactoredRequirements({ ...factors, a });
  const Y = Float64Array.from({ length: n * R }, (_, at) => (1e6 * wave(seed + at)) / p(at % n));
  const e = new Float64Array(n);
  const total = Float64Array.from({ length: n }, (_, i) => [0, 1, 2, 3].reduce((sum, c) => sum + Y[c * n + i], 0));
  const { X: x } = solveOutput(A, total, { tolerance: 1e-13 });
  const F = Float64Array.from({ length: n }, (_, i) => 1e6 * wave(7 * seed + i));
  return { year: 2012, axes: makeAxes(R, N), A, Y, e, x, v: x, F, FY: new Float64Array(R) };
}

function makeIntensity(year: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => 0.5 + wave(i + 40 * year));
}

describe("readVariants", () => {
  const noise = {
    price: Float64Array.of(0.8, 1, 1.3),
    intensity: [makeIntensity(0), makeIntensity(1)] as const,
  };

  test("as it is, then with prices and intensities off: what a model at these prices gives when it is solved", async () => {
    const [first, last] = [await solveDrawnYear(makeYear(1), solve), await solveDrawnYear(makeYear(2), solve)];
    const restated = await solveDrawnYear(makeYear(2, [0.8, 1, 1.3]), solve);
    const [plain, noisy] = readVariants(first, last, [noise]);
    const off = (S: Float64Array, year: number) => S.map((value, i) => value * noise.intensity[year][i]);
    const expected = [
      calcFootprint(calcPolarMitigation(first.S, last.S, first.X, last.X, R)),
      calcFootprint(calcPolarMitigation(off(first.S, 0), off(restated.S, 1), first.X, restated.X, R)),
    ];
    [plain, noisy].forEach(({ local, outsourced, classes }, k) => {
      for (let c = 0; c < R; c++) {
        expect(Math.abs(local[c] - expected[k].local[c])).toBeLessThan(10);
        expect(Math.abs(outsourced[c] - expected[k].outsourced[c])).toBeLessThan(10);
        const figures = { Loc0: 1, Loc1: 1, Out0: 1, Dpba0: 1, Dpba1: 1, y0: 1 };
        expect(classes[c]).toBe(classify({ local: local[c], outsourced: outsourced[c], ...figures }, "sda-polar"));
      }
    });
    expect(noisy.local).not.toEqual(plain.local);
  });
});

describe("drawEstimate", () => {
  test("settings that cannot be met together make a record that says so, the same each time", async () => {
    // Five cities trade too little with each other for the study's share.
    const plan = { seed: 5, base: { ...DEFAULT_SETTINGS, cityCount: 5 }, variants: 2 };
    const record = await drawEstimate(makeSmallFacts(), plan, 3, solve);
    expect(record).toMatchObject({ draw: 3, scale: null, outsourcedShares: null, variants: [] });
    expect(record.failure).toContain("No common scale of friction gives an outsourced share of 0.7");
    expect(await drawEstimate(makeSmallFacts(), plan, 3, solve)).toEqual(record);
  });

  test("figures that no settings can use are refused", async () => {
    const facts = makeSmallFacts();
    const cities = facts.cities.map((city) => ({ ...city, population: { 2012: null, 2017: null } }));
    const plan = { seed: 5, base: { ...DEFAULT_SETTINGS, cityCount: 5 }, variants: 1 };
    await expect(drawEstimate({ ...facts, cities }, plan, 0, solve)).rejects.toMatchObject({ name: "InputError" });
  });
});
