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
      local: calcRange(noisy.map(({ local }) => local[c])),
      outsourced: calcRange(noisy.map(({ outsourced }) => outsourced[c])),
    };
  });
}

/** In which share of the variants a city has each class. */
function countShares(variants: readonly DrawVariant[], c: number): Record<MitigationClass, number> {
  const share = (name: MitigationClass) =>
    variants.filter(({ classes }) => classes[c] === name).length / variants.length;
  return Object.fromEntries(CLASSES.map((name) => [name, share(name)])) as Record<MitigationClass, number>;
}

function calcRange(values: readonly number[]): [number, number, number] {
  const [low, median, high] = calcQuantiles(values, QUANTILES);
  return [low, median, high];
}

/** Between neighbours in proportion, as R's type 7 and NumPy have it. */
export function calcQuantiles(values: ArrayLike<number>, at: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  return at.map((q) => {
    const place = q * (sorted.length - 1);
    const below = Math.floor(place);
    return sorted[below] + (place - below) * (sorted[Math.ceil(place)] - sorted[below]);
  });
}
