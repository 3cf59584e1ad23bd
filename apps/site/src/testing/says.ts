import type { Lang } from "../lib/lang.ts";

/** Tonnes in each unit of a language, and one percent. */
const UNITS: Record<Lang, readonly number[]> = { en: [1e6, 1e3, 0.01], zh: [1e8, 1e4, 0.01] };
/** Least that a text can be expected to name, t CO₂: smaller mitigation is said to be none. */
const NOTHING = 500;

/** Numbers in a text with the decimals they are printed with; a single digit may be a count of anything. */
function readNumbers(text: string): { value: number; digits: number }[] {
  return [...text.matchAll(/(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?![\d,]*\d)/g)].map(
    ([, whole, part = ""]) => ({
      value: Number(`${whole!.replaceAll(",", "")}.${part}`),
      digits: part.length,
    }),
  );
}

/**
 * Whether a text prints an amount of t CO₂, or a share of 1 in per cent, without its sign: some number in it is the amount
 * in a unit of the language, rounded to the decimals that it is printed with.
 */
export function says(text: string, amount: number, lang: Lang): boolean {
  const size = Math.abs(amount);
  if (size > 1 && size < NOTHING) return true;
  return readNumbers(text).some(({ value, digits }) =>
    UNITS[lang].some((unit) => Math.abs(value - size / unit) <= 0.5 * 10 ** -digits + 1e-9 * value),
  );
}
