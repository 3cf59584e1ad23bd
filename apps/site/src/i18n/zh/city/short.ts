import type { Catalogue } from "../../en.ts";
import type { Mitigated } from "../../variants.ts";

const part = (where: string, { direction, amount }: Mitigated) => {
  if (direction === "none") return `${where}生产几乎没有变化`;
  return direction === "cut" ? `${where}生产更清洁，减少 ${amount}` : `${where}生产碳强度上升，增加 ${amount}`;
};

export const short: Catalogue["city"]["short"] = {
  heading: "概要",
  caused: (name, year, footprint, share) =>
    `${year} 年，${name}的消费与投资引起 ${footprint} CO₂ 排放，其中 ${share} 发生在其他城市。`,
  mitigated: (years, local, outsourced) => {
    const both = `外地 ${outsourced.amount}，本地 ${local.amount}`;
    if (local.direction === "cut" && outsourced.direction === "cut")
      return `${years.first} 年以来，生产更清洁使这一数字减少：${both}。`;
    if (local.direction === "growth" && outsourced.direction === "growth")
      return `${years.first} 年以来，生产的碳强度上升使这一数字增加：${both}。`;
    return `${years.first} 年以来，${part("外地", outsourced)}；${part("本地", local)}。`;
  },
  changed: (trend, amount, demandGrew, supplyCut) => {
    if (trend === "flat") return "足迹总量几乎没有变化。";
    if (trend === "rose" && demandGrew && supplyCut) return `消费与投资增长更快，足迹仍增加 ${amount}。`;
    if (trend === "rose") return `足迹增加 ${amount}。`;
    return demandGrew ? `消费与投资虽有增长，足迹仍减少 ${amount}。` : `足迹减少 ${amount}。`;
  },
  numbers: {
    footprint: (year) => `消费侧足迹，${year}`,
    share: (year) => `外包比例，${year}`,
    local: (span) => `本地减排，${span}`,
    outsourced: (span) => `外包减排，${span}`,
  },
  perPerson: (tonnes) => `人均 ${tonnes} 吨。`,
  noPerPerson: "来源中无人口数据。",
  bases: (low, high) => `换用其他价格：${low}至${high}。`,
  median: (value) => `同类中位数：${value}。`,
  noPeers: "无同类城市。",
  bullet: "本市数值与同类中位数",
  peersTitle: "同类城市",
  peers: (count, group) =>
    count === 1
      ? `除本市外，只有一个${group}型城市。各条上的短线为其数值。`
      : `${group}型城市中增加值最接近的 ${count} 个。各条上的短线为其中位数。`,
  householdsTitle: "另列数字",
  households: (amount) => `居民直接排放（${amount}）另列，不含在上述数字中。`,
  investment: (part) => `此处的消费含投资：房屋、道路与设备占足迹的 ${part}。`,
  domestic: (imported) => `此处为国内足迹，不含进口品在境外的排放。本市使用的产品中，进口占 ${imported}。`,
  formula: "D_cba[c] = C[r,c] 对 r 求和；本地 = C[c,c]，其余为外包；减排见第 2 节",
  inputs: "本市与同类城市的账户与减排量；末年人口。",
};
