import type { Catalogue } from "../../en.ts";

export const partners: Catalogue["city"]["partners"] = {
  heading: (exchange, times) =>
    ({
      "receives-more": `获得的约为给出的 ${times}`,
      "gives-more": `给出的约为获得的 ${times}`,
      alike: "给出与获得大致相当",
      "only-receives": "只获得减排，没有给出",
      "only-gives": "只给出减排，没有获得",
      neither: "总体上既未获得减排，也未给出",
    })[exchange],
  received: (name, { direction, amount }) => {
    if (direction === "none") return `其他城市的强度变化对${name}的足迹几乎没有影响。`;
    return direction === "cut"
      ? `正负相抵，其他城市的减排记入${name} ${amount}。`
      : `正负相抵，其他城市生产的碳强度上升，使${name}的足迹增加 ${amount}。`;
  },
  given: (name, { direction, amount }) => {
    if (direction === "none") return `${name}自身的生产对他市足迹几乎没有影响。`;
    return direction === "cut"
      ? `${name}自身的减排为他市足迹减去 ${amount}。`
      : `${name}自身生产的碳强度上升，使他市足迹增加 ${amount}。`;
  },
  nearNone: "这些减排几乎都发生在 200 公里以外。",
  near: (share) => `只计其中的减排，${share} 发生在 200 公里以内。`,
  caption: (span) => `获得与给出的减排，${span}`,
  captionNote: (unit, count) =>
    `${unit} CO₂，两侧各列最大的 ${count} 个伙伴，刻度相同。合计含全部伙伴，也含碳强度上升者。`,
  table: "数据表：两侧最大的伙伴",
  columns: { receivedFrom: "获得自", givenTo: "给予", amount: (unit) => `${unit} CO₂` },
  total: "全部伙伴",
  asideTitle: "并非债务",
  aside: "差额只说明减排发生在哪里、服务于谁的消费；由谁出资是另一回事。",
  formula: "获得 = W[r,c] 求和，给出 = W[c,r] 求和，均对其他各市 r",
  inputs: "第 2 节的减排矩阵 W。",
};
