import { describe, expect, test } from "vitest";
import { DenseRequirements } from "./dense-requirements.ts";
import { estimateSpectralRadius } from "./spectral-radius.ts";

const radiusOf = (...cells: number[]) =>
  estimateSpectralRadius(new DenseRequirements(Float64Array.from(cells)), { tolerance: 1e-12 });

describe("estimateSpectralRadius", () => {
  test("settles although two sectors only buy from each other", () => {
    // Eigenvalues ±.6: plain power iteration would swing for ever.
    const { radius, settled } = radiusOf(0, 0.9, 0.4, 0);
    expect(radius).toBeCloseTo(0.6, 9);
    expect(settled).toBe(true);
  });

  test("a table that buys nothing", () => {
    expect(radiusOf(0, 0, 0, 0).radius).toBeCloseTo(0, 12);
  });

  test("a chain without a return has radius zero", () => {
    expect(Math.abs(radiusOf(0, 0.9, 0, 0).radius)).toBeLessThan(0.01);
  });

  test("negative cells: the mean growth, also where the leading eigenvalues are complex", () => {
    // A rotation by 60° shrunk to .8.
    const [c, s] = [0.8 * Math.cos(Math.PI / 3), 0.8 * Math.sin(Math.PI / 3)];
    const { radius } = estimateSpectralRadius(new DenseRequirements(Float64Array.of(c, -s, s, c)), { maxRounds: 3000 });
    expect(radius).toBeCloseTo(0.8, 2);
    expect(radiusOf(-0.7, 0, 0, 0.2).radius).toBeCloseTo(0.7, 7);
  });

  test("says so where it has not settled", () => {
    const A = new DenseRequirements(Float64Array.of(0.5, 0.1, 0.1, 0.49));
    const { settled, rounds, change } = estimateSpectralRadius(A, { tolerance: 1e-15, maxRounds: 6 });
    expect([settled, rounds]).toEqual([false, 6]);
    expect(change).toBeGreaterThan(1e-15);
  });
});
