import type { Lang } from "../../lib/lang.ts";

/** Units that amounts of any size are printed in, t in one of each. */
const UNITS: Readonly<Record<Lang, readonly (readonly [name: string, tonnes: number])[]>> = {
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

/** One unit for all of `values` [t], by the largest; four significant digits, for nothing is known of their size. */
export function formatAmounts(values: readonly number[], lang: Lang) {
  const largest = Math.max(0, ...values.map(Math.abs));
  const [unit, tonnes] = UNITS[lang].find(([, size]) => largest >= size) ?? UNITS[lang].at(-1)!;
  const format = new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en-GB", { maximumSignificantDigits: DIGITS });
  return { unit, print: (value: number) => format.format(value / tonnes).replace("-", "\u2212") };
}
