import { CARBON_DIOXIDE, type Stressor } from "@tributary/core";
import type { Text } from "../remark.ts";

/** An amount of emissions as a message quotes it, with its unit, and its change against the baseline in per cent. */
export interface Amount {
  said: Text;
  percent: string;
}

/** A number with as many significant digits as a sentence takes, and a real minus. */
export const show = (value: number, digits = 3): string =>
  new Intl.NumberFormat("en", { maximumSignificantDigits: digits }).format(value).replace("-", "−");

/** Units by the least that is given in them, t: as the pages print emissions. */
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

/** An amount of a stressor with its unit: masses of gases as the pages print emissions, everything else as it is kept. */
export function sayAmount(amount: number, stressor: Stressor, digits = 3): Text {
  const { name, unit, kind } = stressor;
  if (unit !== "t" || kind !== "gas") {
    const said = `${show(amount, digits)} ${unit}`;
    return { en: `${said} (${name})`, zh: `${said}（${name}）` };
  }
  const print = (units: readonly (readonly [number, string])[]) => {
    const [size, name] = units.find(([least]) => Math.abs(amount) >= least) ?? units.at(-1)!;
    return { amount: show(amount / size, digits), name };
  };
  const [en, zh] = [print(UNITS.en), print(UNITS.zh)];
  return {
    en: `${en.amount} ${en.name} ${name}`,
    zh: `${zh.amount}${zh.name}${name === CARBON_DIOXIDE.name ? "二氧化碳" : name}`,
  };
}

/** An amount and its change against the baseline. */
export const makeAmount = (amount: number, before: number, stressor: Stressor): Amount => ({
  said: sayAmount(amount, stressor, 4),
  percent: show(100 * (amount / before - 1)),
});
