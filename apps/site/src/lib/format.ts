/**
 * Numbers and units of the site, in both languages. Values come in as stored (t CO₂, 10⁴ CNY, persons, shares of 1) and
 * are rounded once, here.
 *
 * @module
 */
import type { Lang } from "./lang.ts";

/** U+202F, between a number and its unit. */
const THIN = "\u202f";
/** U+2060, so that a range of years never breaks after its dash. */
const JOINT = "\u2060";
const MINUS = "\u2212";

const numberFormats = new Map<string, Intl.NumberFormat>();

/** `value` with exactly `digits` decimals and grouped thousands; a real minus, and never a negative zero. */
export function formatNumber(value: number, digits: number, lang: Lang): string {
  const key = `${lang}${digits}`;
  let format = numberFormats.get(key);
  if (!format) {
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    format = new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en-GB", options);
    numberFormats.set(key, format);
  }
  const text = format.format(Math.abs(value));
  return value < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/** A number as above; one above zero that would print as zero says what it is below: "<0.01". */
export function formatSmall(value: number, digits: number, lang: Lang): string {
  const text = formatNumber(value, digits, lang);
  return value > 0 && !/[1-9]/.test(text) ? `<${formatNumber(10 ** -digits, digits, lang)}` : text;
}

interface Unit {
  /** t CO₂ in one of this unit. */
  tonnes: number;
  name: string;
  /** Decimals of a value given in this unit. */
  digits(value: number): number;
}

/** Two decimals below ten, one from ten on; judged after rounding, so that 9.995 prints as 10.0. */
const twoThenOne = (value: number) => (value >= 9.995 ? 1 : 2);
/** One decimal below ten, none from ten on. */
const oneThenNone = (value: number) => (value >= 9.95 ? 0 : 1);

const MT: Unit = { tonnes: 1e6, name: "Mt", digits: twoThenOne };
const KT: Unit = { tonnes: 1e3, name: "kt", digits: twoThenOne };
const WAN: Unit = { tonnes: 1e4, name: "万吨", digits: oneThenNone };
const YI: Unit = { tonnes: 1e8, name: "亿吨", digits: twoThenOne };

/** Unit for an amount of `tonnes`: Mt, kt under 0.05 Mt; 万吨, 亿吨 once 万吨 would print as 10,000. */
function unitOf(tonnes: number, lang: Lang): Unit {
  if (lang === "en") return tonnes < 50_000 && tonnes > 0 ? KT : MT;
  return tonnes / WAN.tonnes >= 9999.5 ? YI : WAN;
}

/** One unit and one precision for a table column or for all labels of a figure. Arguments in t CO₂. */
export interface EmissionsFormat {
  /** "Mt", "kt", "万吨" or "亿吨". */
  unit: string;
  /** t CO₂ in one unit. */
  tonnes: number;
  /** Amount without unit or sign; what rounds to nothing without being zero prints as "<0.01". */
  amount(tonnes: number): string;
  /** Amount in this unit with the decimals that it would have by itself: a total over its parts. */
  total(tonnes: number): string;
  /** Amount with its unit after a narrow no-break space. */
  text(tonnes: number): string;
  /** Signed change of an emission: plus or U+2212; no sign where the amount rounds to zero. */
  change(tonnes: number): string;
}

function makeFormat(unit: Unit, digits: number, lang: Lang): EmissionsFormat {
  const plain = (tonnes: number) => formatNumber(Math.abs(tonnes) / unit.tonnes, digits, lang);
  const isZero = (text: string) => !/[1-9]/.test(text);
  const amount = (tonnes: number) => formatSmall(Math.abs(tonnes) / unit.tonnes, digits, lang);
  return {
    unit: unit.name,
    tonnes: unit.tonnes,
    amount,
    total: (tonnes) => {
      const value = Math.abs(tonnes) / unit.tonnes;
      return formatNumber(value, unit.digits(value), lang);
    },
    text: (tonnes) => `${amount(tonnes)}${THIN}${unit.name}`,
    change: (tonnes) => {
      const text = plain(tonnes);
      return isZero(text) ? text : (tonnes < 0 ? MINUS : "+") + text;
    },
  };
}

/**
 * The format that suits all of `values` [t CO₂]: unit by the largest, decimals by the smallest that is at least a
 * hundredth of the largest, so that a column has one precision.
 *
 * @param figure All values of the figure, where `values` are only those with a label: they decide the unit.
 */
export function emissionsFormat(values: readonly number[], lang: Lang, figure = values): EmissionsFormat {
  const sizes = values.map(Math.abs);
  const largest = Math.max(0, ...sizes);
  const unit = unitOf(Math.max(largest, ...figure.map(Math.abs)), lang);
  const smallest = Math.min(largest, ...sizes.filter((size) => size > 0 && size >= largest / 100));
  return makeFormat(unit, unit.digits(smallest / unit.tonnes), lang);
}

/** A single amount of `tonnes` with its unit: "84.6 Mt", "8,461 万吨". Mitigation is unsigned: say cut or growth. */
export const emissions = (tonnes: number, lang: Lang): string => emissionsFormat([tonnes], lang).text(tonnes);

/** A single signed change of an emission with its unit: "+19.8 Mt", "−459 万吨". */
export function emissionsChange(tonnes: number, lang: Lang): string {
  const format = emissionsFormat([tonnes], lang);
  return `${format.change(tonnes)}${THIN}${format.unit}`;
}

/** A share of 1 in per cent: "89.5%"; `digits` 0 in headlines. A little is not nothing: "<0.1%". */
export const share = (value: number, lang: Lang, digits = 1): string => `${formatSmall(value * 100, digits, lang)}%`;

/** A relative change with its sign: "+31%", "−4%"; no sign where it rounds to zero. */
export function shareChange(value: number, lang: Lang, digits = 0): string {
  const text = `${formatNumber(value * 100, digits, lang)}%`;
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A text from the data, where CO₂ is written in plain letters, as it is set on pages. */
export const typeset = (text: string): string => text.replaceAll("CO2", "CO₂");

/** Money in 10⁴ CNY: "CNY 1,054 bn", "10,535.5 亿元". */
export function money(tenThousandCny: number, lang: Lang): string {
  if (lang === "zh") return `${formatNumber(tenThousandCny / 1e4, 1, lang)}${THIN}亿元`;
  const billions = tenThousandCny / 1e5;
  const digits = billions >= 99.95 ? 0 : twoThenOne(billions);
  return `CNY${THIN}${formatNumber(billions, digits, lang)}${THIN}bn`;
}

/** A payment in a table of payments: in million CNY, 百万 would be no unit in Chinese, so in 万元. Argument in 10⁴ CNY. */
export const payment = (tenThousandCny: number, lang: Lang): string =>
  lang === "zh" ? formatNumber(tenThousandCny, 0, lang) : formatNumber(tenThousandCny / 100, 1, lang);

/** Persons: "9.03 million", "902.9 万人". */
export function people(persons: number, lang: Lang): string {
  if (lang === "zh") return `${formatNumber(persons / 1e4, 1, lang)}${THIN}万人`;
  const millions = persons / 1e6;
  return `${formatNumber(millions, twoThenOne(millions), lang)}${THIN}million`;
}

/** Tonnes of CO₂ a person: "9.4 t", "9.4 吨". */
export const tonnesPerPerson = (tonnes: number, lang: Lang): string =>
  `${formatNumber(tonnes, 1, lang)}${THIN}${lang === "zh" ? "吨" : "t"}`;

/** A distance in km without decimals: "200 km", "200 公里". */
export const distance = (km: number, lang: Lang): string =>
  `${formatNumber(km, 0, lang)}${THIN}${lang === "zh" ? "公里" : "km"}`;

const dateFormats = new Map<Lang, Intl.DateTimeFormat>();

/** A day given as `2026-11-23`: "23 November 2026", "2026年11月23日". */
export function date(day: string, lang: Lang): string {
  const format =
    dateFormats.get(lang) ??
    new Intl.DateTimeFormat(lang === "zh" ? "zh-CN" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
  dateFormats.set(lang, format);
  return format.format(new Date(`${day}T00:00:00Z`));
}

/** A range of years that does not break: "2012–2017", "2012—2017". */
export const yearRange = (first: number, last: number, lang: Lang): string =>
  `${first}${lang === "zh" ? "—" : "–"}${JOINT}${last}`;
