import type { Catalogue } from "../../en.ts";

export const province: Catalogue["topics"]["province"] = {
  name: "省份",
  description: (name, span) => `${name}：所属城市的足迹与减排，省内与省外各占多少，${span}。`,
  lead: (count) => `表中该省共 ${count} 个城市。`,
  single: "既是城市，也是省级单位：与其他省份之间的流量即与其他城市之间的流量。",
  stays: {
    heading: (share) => `足迹的 ${share} 排放在省内`,
    say: (name, total, before, after, years) =>
      `${years.last} 年，${name}各市的消费在表中城市引起 {b|${total}} CO₂ 排放，其中 {b|${after}} 排放在省内，${years.first} 年为 ${before}。`,
    caption: (name, years) => `${name}的足迹排放在哪里，${years.first} 年与 ${years.last} 年`,
    note: "占全省各市足迹合计的比例。",
    own: "消费城市本市",
    inside: "省内其他城市",
    outside: "其他省份",
    method: {
      formula: "对省内消费城市 c 求 Σ C[r,c]，按 r 所在地分",
      inputs: "各年来源地 × 消费地矩阵，按省汇总。",
    },
  },
  others: {
    heading: "与其他省份之间的流量",
    say: (first, amount) => `在{b|${first}}排放最多：为本省消费排放 ${amount} CO₂。`,
    balance: (more, amount, name) =>
      more
        ? `其他省份为${name}排放的，比${name}为其排放的多 ${amount}。`
        : `${name}为其他省份排放的，比其他省份为其排放的多 ${amount}。`,
    caption: (name, year) => `${name}与其他省份相互排放，${year} 年`,
    note: "经各生产环节。城市之间的贸易为推算，并非观测。",
    caused: (name, unit) => `外省为${name}的排放，${unit} CO₂`,
    served: (name, unit) => `${name}为外省的排放，${unit} CO₂`,
    table: "表：其他全部省份",
    tableNote: (unit, cuts, years) =>
      `排放单位 ${unit} CO₂，${years.last} 年；减排单位 ${cuts} CO₂，${years.span} 年。`,
    causedColumn: "当地为本省排放",
    servedColumn: "本省为当地排放",
    received: "当地减排，计入本省",
    given: "本省减排，计入当地",
    method: {
      formula: "对一省的来源地 r 与另一省的消费地 c 求 Σ C[r,c]",
      inputs: "末年来源地 × 消费地矩阵，按省汇总。",
    },
  },
  members: { heading: (count) => (count === 1 ? "所属城市" : `所属 ${count} 个城市`) },
  absent: { heading: "未入表的单位", say: "该省下列单位没有单独的账户，原因见其页面。" },
};

export const provinces: Catalogue["topics"]["provinces"] = {
  title: "省份",
  description: "各省足迹、其中排放在省内的比例、其他省份为其排放多少。",
  lead: (count) => `${count} 个省份，各为表中所属城市之和。`,
  heading: "全部省份",
  columns: {
    cities: "城市数",
    footprint: (unit, year) => `${year} 年足迹，${unit} CO₂`,
    inside: "省内比例",
    production: (unit, year) => `${year} 年属地排放，${unit} CO₂`,
    change: (span) => `足迹变化，${span} 年`,
  },
};
