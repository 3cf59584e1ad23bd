import type { Estimate } from "./estimate.ts";
import { FACT_YEARS } from "./facts.ts";

interface Text {
  en: string;
  zh: string;
}

/** How the cities of the table were chosen, in words. */
export function describeRegionRule(cities: number): Text {
  return {
    en: `Prefecture-level units with value added in both years, without Tibet (no inventory), ranked by value added in 2017: the first ${cities}. The list of the study is not public.`,
    zh: `两年均有增加值的地级单位，不含西藏（无排放清单），按 2017 年增加值排序取前 ${cities} 个。论文的城市名单未公开。`,
  };
}

/** What a reader has to know before quoting a figure; printed with the release. */
export function listLimits({ parts, totals, selection }: Estimate): Text[] {
  const withTotals = totals.used.filter((total) => total !== null).length;
  const cities = selection.cities.length;
  const scales = (industry: "primary" | "secondary" | "tertiary") =>
    FACT_YEARS.map((year) => parts[year].output.scale[industry].toFixed(2)).join(" / ");
  return [
    {
      en: "Trade between cities is inferred from a gravity model, not observed. Nearness is partly an assumption.",
      zh: "城市间贸易由引力模型推算，并非观测值；“近处来源多”部分出于假设。",
    },
    {
      en: "Among the assumptions about the data, prices by sector decide most: no sector index is in the open sources.",
      zh: "在关于数据的假设中，分部门价格影响最大：公开来源中没有分部门价格指数。",
    },
    {
      en: `${withTotals} of ${cities} cities have CO₂ totals of their own in both years; the others inherit their province's intensities, so their local mitigation is their province's.`,
      zh: `${cities} 个城市中有 ${withTotals} 个两年均有自己的二氧化碳总量；其余沿用所在省的排放强度，其本地减排即该省的减排。`,
    },
    {
      en: "Provincial inventories sum to 9,743 Mt (2012) and 10,171 Mt (2017); the national workbook says 9,081 and 9,408.",
      zh: "各省清单合计为 97.43 亿吨（2012）和 101.71 亿吨（2017）；全国账本为 90.81 亿吨和 94.08 亿吨。",
    },
    {
      en: `City value added is scaled to the national table: factors 2012 / 2017 primary ${scales("primary")}, secondary ${scales("secondary")}, tertiary ${scales("tertiary")}.`,
      zh: `城市增加值按全国表缩放：2012 / 2017 年系数为第一产业 ${scales("primary")}，第二产业 ${scales("secondary")}，第三产业 ${scales("tertiary")}。`,
    },
    {
      en: "Sources of city CO₂ disagree on change: growth correlates .63 between the city inventories used and a gridded inventory.",
      zh: "城市二氧化碳的不同来源在变化上并不一致：所用城市清单与一份格点清单的增长率相关系数为 0.63。",
    },
    {
      en: "CO₂ of fuel and cement only. Emissions abroad embodied in imports are outside: footprints are domestic.",
      zh: "仅含燃料燃烧与水泥的二氧化碳；进口品在国外的排放不在内：足迹为国内足迹。",
    },
    {
      en: "Boundaries changed in the period for Tongling and Anqing, Siping, Chengdu and Ziyang.",
      zh: "期间铜陵与安庆、四平、成都与资阳的行政区划有变动。",
    },
  ];
}
