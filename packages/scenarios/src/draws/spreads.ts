import { DEVIATIONS } from "@tributary/core";
import type { Scenario } from "../scenario/scenario-schema.ts";

/** How far intensities may be off where a scenario does not say: deviation of the logarithm [1]. Ours; wide, since nobody has published any. */
export const INTENSITY_SPREAD = 0.2;

/**
 * Parts of that deviation that a city's sectors, and a sector's cities, have in common: at the usual deviation they are those of
 * the draws of the estimate. Without them totals would average the uncertainty away.
 */
export const COMMON_PARTS = { city: DEVIATIONS.city / INTENSITY_SPREAD, sector: DEVIATIONS.sector / INTENSITY_SPREAD };

/** Parts of the draws that are at or below each quantile that is stated. */
export const DRAW_QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Draws that a run makes. */
export interface DrawTerms {
  draws: number;
  seed: number;
  /** Deviations of the logarithm [1]: intensities, inputs per unit of output, final demand. 0 is not drawn. */
  spreads: { intensity: number; requirements: number; demand: number };
}

/** What a scenario asks to be drawn; null where it asks for nothing. What it does not spread is not drawn, save intensities. */
export function readDrawTerms({ uncertainty }: Pick<Scenario, "uncertainty">): DrawTerms | null {
  if (!uncertainty) return null;
  const { draws, seed, spreads } = uncertainty;
  return { draws, seed, spreads: { intensity: INTENSITY_SPREAD, requirements: 0, demand: 0, ...spreads } };
}

/** Whether each draw is a table of its own, to be solved again. */
export function needsSolves({ spreads: { requirements, demand } }: Pick<DrawTerms, "spreads">): boolean {
  return requirements > 0 || demand > 0;
}
