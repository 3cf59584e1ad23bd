import type { Catalogue } from "../../en.ts";
import type { Comparison, Mitigated } from "../../variants.ts";

const localPart = ({ direction, amount }: Mitigated, name: string) => {
  if (direction === "none") return `{local|本地}生产对${name}的足迹几乎没有影响`;
  return direction === "cut"
    ? `{local|本地}减排为${name}的足迹减去 ${amount}`
    : `{local|本地}生产的碳强度上升，使${name}的足迹增加 ${amount}`;
};
const outsourcedPart = ({ direction, amount }: Mitigated) => {
  if (direction === "none") return "外地生产的影响同样微小";
  return direction === "cut" ? `{out|外包}减排减去 ${amount}` : `{out|外地}生产的碳强度上升，增加 ${amount}`;
};

const weak: Record<Comparison, string> = {
  "almost-all": "减排几乎全部来自外地",
  most: "减排大部分来自外地",
  "slightly-more": "来自外地的减排略多",
  equal: "本地与外地减排相当",
};
const localLed: Record<Comparison, string> = {
  "almost-all": "减排几乎全部来自本地",
  most: "减排大部分来自本地",
  "slightly-more": "来自本地的减排略多",
  equal: "本地与外地减排相当",
};

export const mitigation: Catalogue["city"]["mitigation"] = {
  heading: (name, comparison) => {
    if (name === "strong") return "外地在减排，本地碳强度却在上升";
    if (name === "weak") return weak[comparison];
    if (name === "local-led") return localLed[comparison];
    if (name === "self-reliant") return "本地减排，外地总体没有减排";
    if (name === "no-mitigation") return "本地与外地总体均未减排";
    return "本地减排与外包减排";
  },
  say: (name, local, outsourced) => {
    const joint = local.direction === outsourced.direction ? "，" : "；";
    return `${localPart(local, name)}${joint}${outsourcedPart(outsourced)}。`;
  },
  peers: (more, of, direction) => {
    if (of === 0) return "";
    if (of === 1) return more === 1 ? "唯一的同类城市，本地减排多于它。" : "唯一的同类城市，本地减排少于它。";
    if (more === of)
      return direction === "cut"
        ? `与 ${of} 个同类城市相比，其本地减排最少。`
        : `与 ${of} 个同类城市相比，其本地生产的表现最差。`;
    if (more === 0) return `与 ${of} 个同类城市相比，其本地减排最多。`;
    return `${of} 个同类城市中，有 ${more} 个的本地减排多于它。`;
  },
  caption: (span) => `记入各市消费的减排量，${span}`,
  captionNote: (unit, interval) =>
    `${unit} CO₂，仅计碳强度下降，结构与需求另计。${interval ? "本市柱上横线为九成抽样。" : ""}同类城市按外包减排排序。`,
  table: (cities) => `数据表：${cities} 个城市`,
  unit: (unit) => `${unit} CO₂；未注明增排者均为减排。`,
  asideTitle: "何为减排",
  aside: (name) => `每元产出（按不变价）的 CO₂ 下降，按${name}的消费所带动的产出加权。规模增长不在其内，见第 7 节。`,
  hatched: "{key-h|}斜线柱表示增排，即生产的碳强度上升。",
  formula: "W[r,c] = −½ Σ ΔS (X⁰ + X¹)：r 市强度的下降，按 c 市在当地带动的产出加权，取两年均值",
  inputs: "两年分城市、分部门的排放与产出；本市最终需求所带动的产出；价格基准。",
};
