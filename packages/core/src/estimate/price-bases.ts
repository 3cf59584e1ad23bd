import type { Sector } from "../model/axes.ts";
import type { PriceBasis } from "../release/manifest.ts";
import type { Settings } from "./settings.ts";

/** Coal, oil and gas, refined fuels, metals, power: where prices fell most in the period. */
const FALLING = new Set(["02", "03", "11", "14", "25"]);

/** The basis of the published results. */
export const DEFAULT_PRICE_BASIS = "producer-prices";

/**
 * Price bases under which mitigation is read: the default first.
 *
 * No price index by sector is in the open sources, and prices decide more than anything else: so results are shown
 * under each.
 *
 * @see docs/open-estimate.md#constant-prices
 */
export function listPriceBases(
  sectors: readonly Sector[],
  deflators: Float64Array,
  { illustrativeFall }: Settings,
): PriceBasis[] {
  const fall = Math.round((1 - illustrativeFall) * 100);
  return [
    {
      id: DEFAULT_PRICE_BASIS,
      label: { en: "producer price index on industry", zh: "工业生产者价格指数" },
      note: {
        en: "Products of industry deflated by the national producer price index, all others at current prices.",
        zh: "工业产品按全国工业生产者价格指数平减，其他产品按当年价格。",
      },
      index: [...deflators],
    },
    {
      id: "current",
      label: { en: "current prices", zh: "当年价格" },
      note: { en: "No deflation.", zh: "不作平减。" },
      index: sectors.map(() => 1),
    },
    {
      id: "illustrative",
      label: { en: "illustrative falls by sector", zh: "分部门降价示例" },
      note: {
        en: `As the default, with coal, oil and gas, refined fuels, metals and power ${fall} % lower still: an illustration, not an observed index.`,
        zh: `在默认基础上，煤炭、油气、成品油、金属和电力再降 ${fall}%：仅作示例，并非观测指数。`,
      },
      index: sectors.map(({ code }, k) => deflators[k] * (FALLING.has(code) ? illustrativeFall : 1)),
    },
  ];
}
