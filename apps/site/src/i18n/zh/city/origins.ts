import type { Catalogue } from "../../en.ts";
import { terms } from "../terms.ts";

export const origins: Catalogue["city"]["origins"] = {
  heading: (near) =>
    ({
      half: "外包排放一半以上来自 200 公里以内",
      "almost-half": "外包排放近一半来自 200 公里以内",
      "two-fifths": "外包排放约五分之二来自 200 公里以内",
      third: "外包排放约三分之一来自 200 公里以内",
      quarter: "外包排放约四分之一来自 200 公里以内",
      little: "外包排放大部分来自 200 公里以外",
    })[near],
  say: (name, first, firstShare, count, topShare) => {
    const lead =
      first.length === 1
        ? `最大的外地来源${first[0]}占${name}外包排放的 ${firstShare}`
        : `最大的两个外地来源${terms.list(first)}占${name}外包排放的 ${firstShare}`;
    return count > first.length ? `${lead}；最大的 ${count} 个来源城市合计占 ${topShare}。` : `${lead}。`;
  },
  mapCaption: (name, year) => `${name}外包排放发生在哪里，${year}`,
  mapNote: (count) => `每点为一个城市，曲线标出最大的 ${count} 个来源；方框为周边放大。`,
  mapSource: "仅示城市位置，不绘任何界线，非标准地图。",
  barsCaption: (count) => `最大的 ${count} 个来源城市，按部门组`,
  barsNote: (unit, name, year) => `${unit} CO₂，${year} 年。末行为${name}本地部分，供比较。`,
  table: (count) => `数据表：最大的 ${count} 个来源城市`,
  columns: { origin: "来源城市", distance: "距离，公里", amount: (unit) => `${unit} CO₂`, share: "占外包部分" },
  others: (count) => `其余 ${count} 城`,
  asideTitle: "读图",
  aside: "大小与深浅表示同一数值，分为五级，黑白打印亦可辨读。",
  nearness: "城市间贸易未经观测之处，由距离与规模推断；“就近”因而部分来自假设。",
  formula: "C[r,c] = S_i (X_c)_i 对 r 市各部门 i 求和",
  inputs: "各市各部门的排放强度；本市最终需求在当地带动的产出。",
};
