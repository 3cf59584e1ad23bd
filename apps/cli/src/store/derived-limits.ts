import type { DenseManifest, DenseYearRecord } from "@tributary/core";

type Part = DenseYearRecord["derived"][number];

/** What a reader must know of a part that no file states. */
const MEANING: Readonly<Record<Part, (year: number) => { en: string; zh: string }>> = {
  output: (year) => ({
    en: `${year}: output is the sum of all uses; no file states it.`,
    zh: `${year} 年：总产出为各项使用之和，原始文件未给出。`,
  }),
  "value-added": (year) => ({
    en: `${year}: value added is what inputs leave of output; no file states it.`,
    zh: `${year} 年：增加值为总产出减去投入，原始文件未给出。`,
  }),
  exports: (year) => ({
    en: `${year}: no exports to outside the table are stated; none are taken.`,
    zh: `${year} 年：原始文件未给出表外出口，按无出口处理。`,
  }),
  imports: (year) => ({
    en: `${year}: no inputs imported from outside the table are stated; none are taken.`,
    zh: `${year} 年：原始文件未给出表外进口投入，按无进口处理。`,
  }),
  "household-emissions": (year) => ({
    en: `${year}: no direct emissions of households are stated; none are taken.`,
    zh: `${year} 年：原始文件未给出居民直接排放，按无排放处理。`,
  }),
};

const ROUNDED = (year: number) => ({
  en: `${year}: requirements are stored to seven digits (32 bits); the bound on errors does not count this rounding.`,
  zh: `${year} 年：直接消耗系数按 32 位浮点数存储（约七位有效数字）；误差上限不含这一舍入。`,
});

const FACTORED = (year: number) => ({
  en: `${year}: this table is trade shares × technology, to within rounding: solved as such. All sectors of a region buy a product from the same origins.`,
  zh: `${year} 年：此表在舍入误差内等于贸易份额乘以技术系数，按此求解。同一地区的各部门从相同的来源地购买同一产品。`,
});

/** Limits of a year's table that come from what its files do not state, how it is stored, and what it is made of. */
export function describeDerived({ year, derived, precision, madeOf }: DenseYearRecord): DenseManifest["limits"] {
  return [
    ...derived.map((part) => MEANING[part](year)),
    ...(precision === "single" ? [ROUNDED(year)] : []),
    ...(madeOf === "shares-times-technology" ? [FACTORED(year)] : []),
  ];
}
