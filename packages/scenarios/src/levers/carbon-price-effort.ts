import type { Effort } from "../lever.ts";

/** The slider of a price of emissions; its levels were paid or recommended. */
export const CARBON_PRICE_EFFORT: Effort = {
  path: ["price", "perTonne"],
  neutral: 0,
  min: 0,
  max: 1000,
  step: 10,
  unit: "money/t",
  presets: [
    {
      value: 48,
      label: { en: "China’s national market, first day (2021)", zh: "全国碳市场首日开盘价（2021年）" },
      source: {
        en: "Shanghai Environment and Energy Exchange (2021), national carbon market, 16 July 2021: opening price 48 CNY/t",
        zh: "上海环境能源交易所（2021），全国碳市场2021年7月16日开盘价48元／吨",
      },
    },
    {
      value: 270,
      label: { en: "Recommended for 2020 (USD 40)", zh: "2020年建议价下限（40美元）" },
      source: {
        en: "High-Level Commission on Carbon Prices (2017), Report: USD 40–80 per t CO₂ by 2020; the lower end at 6.75 CNY per USD, the mean of 2017",
        zh: "碳价高级别委员会（2017），《报告》：2020年每吨二氧化碳40—80美元；取下限，按2017年平均汇率1美元兑6.75元折算",
      },
    },
  ],
};
