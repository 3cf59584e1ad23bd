import { CLASSES, calcQuantiles, type MitigationClass, sum } from "@tributary/core";
import { z } from "zod";
import type { DrawEffects } from "./draw-effects.ts";
import { DRAW_QUANTILES, type DrawTerms } from "./spreads.ts";

const range = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number()]);
const shares = z.record(z.enum(CLASSES), z.number().min(0).max(1));

const fall = z.number().min(0).max(1);
const drawnChanges = {
  footprint: range,
  local: range,
  outsourced: range,
  production: range,
  /** Share of draws in which each falls. */
  falls: z.strictObject({ footprint: fall, local: fall, outsourced: fall, production: fall }),
};

/** How far a scenario's effect is certain: quantiles of the change at 5, 25, 50, 75, 95 %, t CO₂. */
export const drawSummarySchema = z.strictObject({
  draws: z.number().int().positive(),
  seed: z.number().int(),
  /** Deviations of the logarithm [1]. */
  spreads: z.strictObject({ intensity: z.number(), requirements: z.number(), demand: z.number() }),
  /** All cities together: the sum in each draw. */
  totals: z.strictObject(drawnChanges),
  cities: z.array(
    z.strictObject({
      code: z.string(),
      ...drawnChanges,
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
  const pick = <T>(read: (draw: number) => T) => Array.from({ length: terms.draws }, (_, draw) => read(draw));
  const { local, outsourced, production, classBefore, classAfter } = effects;
  const sumCities = (values: Float64Array, draw: number) => sum(values.subarray(draw * R, (draw + 1) * R));
  const classesOf = (c: number) => ({
    before: shareClasses(pick((draw) => classBefore[draw * R + c])),
    after: shareClasses(pick((draw) => classAfter[draw * R + c])),
  });
  return {
    ...terms,
    totals: summarizeChanges({
      local: pick((draw) => sumCities(local, draw)),
      outsourced: pick((draw) => sumCities(outsourced, draw)),
      production: pick((draw) => sumCities(production, draw)),
    }),
    cities: codes.map((code, c) => ({
      code,
      ...summarizeChanges({
        local: pick((draw) => local[draw * R + c]),
        outsourced: pick((draw) => outsourced[draw * R + c]),
        production: pick((draw) => production[draw * R + c]),
      }),
      classes: classBefore.length === 0 ? null : classesOf(c),
    })),
  };
}

/** Changes of one account holder, a number a draw, t CO₂. */
interface DrawnParts {
  local: readonly number[];
  outsourced: readonly number[];
  production: readonly number[];
}
export type DrawnChanges = DrawSummary["totals"];

/** Quantiles of each change over all draws, and how often it is a fall. The footprint is its two parts together. */
export function summarizeChanges({ local, outsourced, production }: DrawnParts): DrawnChanges {
  const footprint = local.map((value, draw) => value + outsourced[draw]);
  const changes = Object.entries({ footprint, local, outsourced, production });
  const share = (values: readonly number[]) => values.filter((change) => change < 0).length / values.length;
  return {
    ...Object.fromEntries(changes.map(([name, values]) => [name, calcRange(values)])),
    falls: Object.fromEntries(changes.map(([name, values]) => [name, share(values)])),
  } as DrawnChanges;
}

function calcRange(values: readonly number[]): z.infer<typeof range> {
  const [a, b, c, d, e] = calcQuantiles(values, DRAW_QUANTILES);
  return [a, b, c, d, e];
}

/** Share of draws in each class, from places in `CLASSES`. */
export function shareClasses(classes: readonly number[]): Record<MitigationClass, number> {
  const share = (k: number) => classes.filter((each) => each === k).length / classes.length;
  return Object.fromEntries(CLASSES.map((name, k) => [name, share(k)])) as Record<MitigationClass, number>;
}
