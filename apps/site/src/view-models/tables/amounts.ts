import type { Stressor } from "@tributary/core";
import { typeset } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";

/** Masses that amounts of any size are printed in, t in one of each. */
const MASSES: Readonly<Record<Lang, readonly (readonly [name: string, tonnes: number])[]>> = {
  en: [
    ["Mt", 1e6],
    ["kt", 1e3],
    ["t", 1],
  ],
  zh: [
    ["万吨", 1e4],
    ["吨", 1],
  ],
};
const DIGITS = 4;
/** Beside the largest of a column, less than this is what the solver leaves open. */
const NOTHING = 1e-9;
/** A mass in tonnes, and what is weighed where the unit says so. */
const TONNES = /^t(?= |$)/;

/** How amounts of a stressor are printed in a column or a sentence. */
export interface AmountFormat {
  /** "kt", "Mt CO₂-eq", "TJ", "1000 persons". */
  unit: string;
  /** Units of the values in one of it. */
  size: number;
  print(value: number): string;
  /** The amount with its unit. */
  text(value: number): string;
}

/** One unit for all of `values`, by the largest; four significant digits, for nothing is known of their size. */
export function formatAmounts(values: readonly number[], stressor: Stressor, lang: Lang): AmountFormat {
  const largest = Math.max(0, ...values.map(Math.abs));
  const { unit, size } = chooseUnit(largest, stressor, lang);
  const format = new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en-GB", { maximumSignificantDigits: DIGITS });
  const print = (value: number) =>
    Math.abs(value) < NOTHING * largest ? "0" : format.format(value / size).replace("-", "\u2212");
  // 18.98 × 1000 persons: two numbers side by side would read as one.
  const joint = /^\d/.test(unit) ? " × " : "\u202f";
  return { unit, size, print, text: (value) => print(value) + joint + unit };
}

/** Masses are scaled; every other unit is that of the table. */
function chooseUnit(largest: number, { unit }: Stressor, lang: Lang): { unit: string; size: number } {
  if (!TONNES.test(unit)) return { unit: typeset(unit), size: 1 };
  const [name, size] = MASSES[lang].find(([, tonnes]) => largest >= tonnes) ?? MASSES[lang].at(-1)!;
  return { unit: typeset(unit.replace(TONNES, name)), size };
}
