import type { CityCertainty, DrawRecord, DrawVariant } from "../release/draws.ts";
import { CLASSES, type MitigationClass } from "../release/results.ts";

/** A class that fewer of the draws agree on is called uncertain. */
const FIRM = 2 / 3;
const QUANTILES = [0.05, 0.5, 0.95] as const;

/**
 * How certain each city's class is: how often it has each class, and the range of its mitigation.
 *
 * @param codes Codes of the cities, in the order of the draws.
 * @see docs/open-estimate.md#uncertainty
 */
export function summarizeDraws(records: readonly DrawRecord[], codes: readonly string[]): CityCertainty[] {
  const made = records.filter(({ failure }) => failure === null);
  const rebuilt = made.map(({ variants }) => variants[0]);
  const noisy = made.flatMap(({ variants }) => (variants.length > 1 ? variants.slice(1) : variants));
  return codes.map((code, c) => {
    const probabilities = countShares(noisy, c);
    const [likeliest] = CLASSES.toSorted((a, b) => probabilities[b] - probabilities[a]);
    return {
      code,
      likeliest,
      firm: probabilities[likeliest] >= FIRM,
      probabilities,
      rebuilt: countShares(rebuilt, c),
      local: calcQuantiles(noisy.map(({ local }) => local[c])),
      outsourced: calcQuantiles(noisy.map(({ outsourced }) => outsourced[c])),
    };
  });
}

/** In which share of the variants a city has each class. */
function countShares(variants: readonly DrawVariant[], c: number): Record<MitigationClass, number> {
  const share = (name: MitigationClass) =>
    variants.filter(({ classes }) => classes[c] === name).length / variants.length;
  return Object.fromEntries(CLASSES.map((name) => [name, share(name)])) as Record<MitigationClass, number>;
}

/** Between neighbours in proportion, as R's type 7 and NumPy have it. */
function calcQuantiles(values: readonly number[]): [number, number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, median, high] = QUANTILES.map((q) => {
    const at = q * (sorted.length - 1);
    const below = Math.floor(at);
    return sorted[below] + (at - below) * (sorted[Math.ceil(at)] - sorted[below]);
  });
  return [low, median, high];
}
