import type { Catalogue } from "../en.ts";

const list = (items: string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join("、")}和${items.at(-1)}`;

export const terms: Catalogue["terms"] = {
  classes: {
    strong: "强受益",
    weak: "弱受益",
    "local-led": "本地主导",
    "self-reliant": "自主减排",
    "no-mitigation": "未减排",
    unclassified: "未分类",
  },
  regions: {
    strong: "强受益",
    weak: "弱受益",
    "local-led": "本地主导",
    "self-reliant": "自主减排",
    "no-mitigation": "未减排",
  },
  groups: {
    agriculture: "农业",
    energy: "能源",
    "heavy industry": "重工业",
    "light industry": "轻工业",
    "high-tech manufacturing": "高技术制造业",
    services: "服务业",
  },
  causes: {
    intensity: "碳强度",
    technology: "生产技术",
    sourcing: "采购来源",
    "demand-mix": "需求结构",
    "demand-level": "需求规模",
  },
  measures: {
    "sda-polar": "强度效应，两极分解均值",
    "sda-shapley": "强度效应，全部次序均值",
    "sda-with-structure": "强度与结构效应",
    "frozen-intensity": "与强度冻结情形相比",
    absolute: "绝对变化",
    "per-demand": "单位需求",
    relative: "相对变化",
  },
  bands: { lowest: "最低的四分之一", lower: "中位以下", upper: "中位以上", highest: "最高的四分之一" },
  list,
  mitigated: ({ direction, amount }) => {
    if (direction === "none") return "无";
    return direction === "cut" ? `减排 ${amount}` : `增排 ${amount}`;
  },
  cutOrGrowth: { cut: "减排", growth: "增排", none: "" },
  times: (ratio) => {
    if (ratio >= 100) return "100 多倍";
    return ratio >= 9.5 ? `${Math.round(ratio)} 倍` : `${Math.round(ratio * 10) / 10} 倍`;
  },
  co2: "CO₂",
  city: "城市",
  local: "本地",
  outsourced: "外包",
  sum: "合计",
  class: "类别",
};
