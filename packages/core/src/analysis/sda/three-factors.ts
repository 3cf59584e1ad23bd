import { type Cube, combine } from "../../accounts/cube.ts";

/** How the orders of change are averaged: the two polar ones, or all. */
export const SDA_METHODS = ["polar", "shapley"] as const;
export type SdaMethod = (typeof SDA_METHODS)[number];

/** Factors of `S L Y`. */
export type Factor = "intensity" | "structure" | "demand";

/** Weights of the years 00, 01, 10, 11 of the two other factors, in the order S, L, Y. */
export type Weights = readonly [number, number, number, number];

const [third, sixth] = [1 / 3, 1 / 6];
const SHAPLEY: Weights = [third, sixth, sixth, third];

/**
 * Years in which the other two factors are held while one changes. Polar: structure is seen from intensity of one year
 * and demand of the other, `½ (S⁰ΔL Y¹ + S¹ΔL Y⁰)`.
 *
 * @see Dietzenbacher & Los (1998), Econ. Syst. Res. 10(4); docs/method.md#decompositions
 */
export const SDA_WEIGHTS: Record<SdaMethod, Record<Factor, Weights>> = {
  polar: { intensity: [0.5, 0, 0, 0.5], structure: [0, 0.5, 0.5, 0], demand: [0.5, 0, 0, 0.5] },
  shapley: { intensity: SHAPLEY, structure: SHAPLEY, demand: SHAPLEY },
};

/** Distance in the cube (index 4s + 2l + y) between the two years of a factor, and the offsets of the other two. */
const STEPS: Record<Factor, { own: number; others: readonly [number, number] }> = {
  intensity: { own: 4, others: [2, 1] },
  structure: { own: 2, others: [4, 1] },
  demand: { own: 1, others: [4, 2] },
};

/**
 * Change of the origin × consumer matrix by factor. The three add up to `C¹ − C⁰`.
 *
 * Shapes: R×R row-major each. Units: t CO₂.
 *
 * @see Miller & Blair (2009), §13.1; docs/method.md#decompositions
 */
export function calcThreeFactors(cube: Cube, method: SdaMethod = "polar"): Record<Factor, Float64Array> {
  const change = (factor: Factor) => {
    const { own, others } = STEPS[factor];
    const weights = new Array<number>(8).fill(0);
    SDA_WEIGHTS[method][factor].forEach((weight, years) => {
      const held = (years >> 1) * others[0] + (years & 1) * others[1];
      weights[held + own] += weight;
      weights[held] -= weight;
    });
    return combine(cube, weights);
  };
  return { intensity: change("intensity"), structure: change("structure"), demand: change("demand") };
}
