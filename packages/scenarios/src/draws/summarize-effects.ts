import { CLASSES, calcQuantiles, type MitigationClass } from "@tributary/core";
import { z } from "zod";
import type { DrawEffects } from "./draw-effects.ts";
import type { DrawTerms } from "./spreads.ts";

/** 5, 25, 50, 75 and 95 % of the draws are at or below. */
const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

const range = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]);
const shares = z.record(z.enum(CLASSES), z.number().min(0).max(1));

/** How far a scenario's effect is certain: quantiles of the change at 5, 25, 50, 75, 95 %, t CO₂. */
export const drawSummarySchema = z.strictObject({
  draws: z.number().int().positive(),
  seed: z.number().int(),
  /** Deviation of the logarithm of each origin sector's intensity [1]. */
  spread: z.number(),
  cities: z.array(
    z.strictObject({
      code: z.string(),
      footprint: range,
      local: range,
      outsourced: range,
      production: range,
      /** Share of draws in which the footprint falls. */
      gains: z.number().min(0).max(1),
      /** Share of draws in each class; null without an earlier year. */
      classes: z.strictObject({ before: shares, after: shares }).nullable(),
    }),
  ),
});
export type DrawSummary = z.infer<typeof drawSummarySchema>;

/**
 * Quantiles of every city's change over all draws, and how often each class occurs.
 *
 * @param codes Codes of the cities, in the order of the draws.
 */
export function summarizeEffects(effects: DrawEffects, terms: DrawTerms, codes: readonly string[]): DrawSummary {
  const R = codes.length;
  const pick = <T>(c: number, read: (at: number) => T) =>
    Array.from({ length: terms.draws }, (_, d) => read(d * R + c));
  const { local, outsourced, production, classBefore, classAfter } = effects;
  return {
    ...terms,
    cities: codes.map((code, c) => {
      const footprint = pick(c, (at) => local[at] + outsourced[at]);
      return {
        code,
        footprint: calcRange(footprint),
        local: calcRange(pick(c, (at) => local[at])),
        outsourced: calcRange(pick(c, (at) => outsourced[at])),
        production: calcRange(pick(c, (at) => production[at])),
        gains: footprint.filter((change) => change < 0).length / terms.draws,
        classes:
          classBefore.length === 0
            ? null
            : {
                before: countShares(pick(c, (at) => classBefore[at])),
                after: countShares(pick(c, (at) => classAfter[at])),
              },
      };
    }),
  };
}

function calcRange(values: readonly number[]): z.infer<typeof range> {
  const [a, b, c, d, e] = calcQuantiles(values, QUANTILES);
  return [a, b, c, d, e];
}

function countShares(classes: readonly number[]): Record<MitigationClass, number> {
  const share = (k: number) => classes.filter((each) => each === k).length / classes.length;
  return Object.fromEntries(CLASSES.map((name, k) => [name, share(k)])) as Record<MitigationClass, number>;
}
