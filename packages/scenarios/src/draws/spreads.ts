import { InputError } from "@tributary/core";
import type { Scenario } from "../scenario/scenario-schema.ts";

/** How far intensities may be off where a scenario does not say: deviation of the logarithm [1]. Ours; wide, since nobody has published any. */
export const INTENSITY_SPREAD = 0.2;

/** Draws that a run makes. */
export interface DrawTerms {
  draws: number;
  seed: number;
  /** Deviation of the logarithm of each origin sector's intensity [1]. */
  spread: number;
}

/**
 * What a scenario asks to be drawn; null where it asks for nothing.
 *
 * @throws {InputError} `not-drawn` where it asks for draws of what only a new solve could answer.
 */
export function readDrawTerms({ uncertainty }: Pick<Scenario, "uncertainty">): DrawTerms | null {
  if (!uncertainty) return null;
  const { draws, seed, spreads = {} } = uncertainty;
  for (const name of ["requirements", "demand"] as const)
    if (spreads[name])
      throw new InputError(
        "not-drawn",
        `Only intensities are drawn; set uncertainty.spreads.${name} to 0 or leave it out.`,
      );
  return { draws, seed, spread: spreads.intensity ?? INTENSITY_SPREAD };
}
