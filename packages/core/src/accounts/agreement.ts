import { CLASSES, type MitigationClass } from "../release/results.ts";

/** In how many of the readings a city has the class it is shown with. */
export interface Agreement {
  same: number;
  of: number;
}

/**
 * How firm a label is: the share of all measures × price bases that give the same class. Undefined readings count as
 * disagreement.
 *
 * @see docs/method.md#mitigation
 */
export function calcAgreement(shown: MitigationClass, readings: readonly MitigationClass[]): Agreement {
  return { same: readings.filter((reading) => reading === shown).length, of: readings.length };
}

/** How many cities have each class, zeros included. */
export function countClasses(classes: readonly MitigationClass[]): Record<MitigationClass, number> {
  const counts = Object.fromEntries(CLASSES.map((name) => [name, 0])) as Record<MitigationClass, number>;
  for (const name of classes) counts[name]++;
  return counts;
}
