import { CLASSES, calcQuantiles, type MitigationClass } from "@tributary/core";
import { z } from "zod";
import type { DrawEffects } from "./draw-effects.ts";
import type { DrawTerms } from "./spreads.ts";

/** Parts of the draws that are at or below each quantile. */
export const DRAW_QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

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
  const pick = <T>(c: number, read: (at: number) => T) =>
    Array.from({ length: terms.draws }, (_, d) => read(d * R + c));
  const { local, outsourced, production, classBefore, classAfter } = effects;
  const readers: Readers = {
    footprint: (at) => local[at] + outsourced[at],
    local: (at) => local[at],
    outsourced: (at) => outsourced[at],
    production: (at) => production[at],
  };
  const addCities = (read: (at: number) => number) => (at: number) =>
    codes.reduce((total, _, c) => total + read(at + c), 0);
  const classesOf = (c: number) => ({
    before: countShares(pick(c, (at) => classBefore[at])),
    after: countShares(pick(c, (at) => classAfter[at])),
  });
  return {
    ...terms,
    totals: summarizeChanges(readers, (read) => pick(0, addCities(read))),
    cities: codes.map((code, c) => ({
      code,
      ...summarizeChanges(readers, (read) => pick(c, read)),
      classes: classBefore.length === 0 ? null : classesOf(c),
    })),
  };
}

/** How each change is read at a place of the effects. */
type Readers = Record<"footprint" | "local" | "outsourced" | "production", (at: number) => number>;
type DrawnChanges = DrawSummary["totals"];

function summarizeChanges(readers: Readers, pick: (read: (at: number) => number) => number[]): DrawnChanges {
  const changes = Object.entries(readers).map(([name, read]) => [name, pick(read)] as const);
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

function countShares(classes: readonly number[]): Record<MitigationClass, number> {
  const share = (k: number) => classes.filter((each) => each === k).length / classes.length;
  return Object.fromEntries(CLASSES.map((name, k) => [name, share(k)])) as Record<MitigationClass, number>;
}
