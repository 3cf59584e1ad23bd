import type { Text } from "../remark.ts";

/** An amount of emissions as a message quotes it: t CO₂ in English, 万吨 in Chinese; and its change against the baseline, %. */
export interface Amount {
  tonnes: Text;
  percent: string;
}

const show = (value: number): string =>
  new Intl.NumberFormat("en", { maximumSignificantDigits: 4 }).format(value).replace("-", "−");

/** Units: t CO₂. */
export const makeAmount = (tonnes: number, before: number): Amount => ({
  tonnes: { en: show(tonnes), zh: show(tonnes / 1e4) },
  percent: show(Number((100 * (tonnes / before - 1)).toPrecision(3))),
});
