import type { Text } from "../remark.ts";

/** An amount of emissions as a message quotes it, with its unit, and its change against the baseline in per cent. */
export interface Amount {
  tonnes: Text;
  percent: string;
}

/** A number with as many significant digits as a sentence takes, and a real minus. */
export const show = (value: number, digits = 3): string =>
  new Intl.NumberFormat("en", { maximumSignificantDigits: digits }).format(value).replace("-", "−");

/** Units by the least that is given in them, t CO₂: as the pages print emissions. */
const UNITS = {
  en: [
    [1e6, "Mt"],
    [1e3, "kt"],
    [1, "t"],
  ],
  zh: [
    [1e4, "万吨"],
    [1, "吨"],
  ],
} as const;

/** Emissions with their unit, in t CO₂. */
export function sayTonnes(tonnes: number, digits = 3): Text {
  const print = (units: readonly (readonly [number, string])[]) => {
    const [size, name] = units.find(([least]) => Math.abs(tonnes) >= least) ?? units.at(-1)!;
    return { amount: show(tonnes / size, digits), name };
  };
  const [en, zh] = [print(UNITS.en), print(UNITS.zh)];
  return { en: `${en.amount} ${en.name} CO₂`, zh: `${zh.amount}${zh.name}二氧化碳` };
}

/** Units: t CO₂. */
export const makeAmount = (tonnes: number, before: number): Amount => ({
  tonnes: sayTonnes(tonnes, 4),
  percent: show(100 * (tonnes / before - 1)),
});
