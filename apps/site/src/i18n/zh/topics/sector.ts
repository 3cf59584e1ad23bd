import type { Catalogue } from "../../en.ts";

export const sector: Catalogue["topics"]["sector"] = {
  description: (name) => `${name}在中国各城市：在哪里排放，为谁的消费而排放，碳强度相差多大。`,
  lead: (code, group) => `投入产出表第 ${code} 部门，属${group}类。`,
  what: "部门概况",
  emits: (amount, share, year) => `${year} 年排放 {b|${amount}} CO₂，占表中城市属地排放的 ${share}。`,
  since: (trend, percent, years) =>
    ({
      rose: `比 ${years.first} 年多 ${percent}。`,
      fell: `比 ${years.first} 年少 ${percent}。`,
      flat: `与 ${years.first} 年大致相同。`,
    })[trend],
  elsewhere: (share) => `其排放的 {b|${share}} 计入排放地以外城市的足迹，其余用于本市消费或出口国外。`,
  group: (name) => `${name}类城市`,
  emissions: {
    heading: "在哪里排放",
    say: (first, count, share) => `${first}排放最多。前 ${count} 个城市占该部门排放的 ${share}。`,
    caption: (name, year) => `${name}：排放最多的城市，${year} 年`,
    note: (unit) => `该部门在该市的排放，${unit} CO₂，不论为谁的消费。`,
    head: (unit) => `当地排放，${unit} CO₂`,
    method: { formula: "F_i，部门 i 在各市的排放", inputs: "各省市 CO₂ 清单，分摊到部门。" },
  },
  footprint: {
    heading: "为谁的消费而排放",
    say: (first, count, share) => `${first}引起的排放最多。前 ${count} 个消费城市占表中城市所引起排放的 ${share}。`,
    caption: (name, year) => `${name}：消费引起排放最多的城市，${year} 年`,
    note: (unit) => `该市足迹中由该部门排放的部分，不论排放在本市还是外地，${unit} CO₂。`,
    head: (unit) => `计入足迹，${unit} CO₂`,
    method: {
      formula: "Σ_r S_ri (X_c)_ri，对部门 i 排放所在的所有城市 r 求和",
      inputs: "该部门在各市的排放强度；消费城市最终需求在各市带动的产出。",
    },
  },
  spread: {
    heading: "碳强度相差多大",
    say: (median, low, high) =>
      `一半城市每万元产出排放高于 {b|${median}} 吨 CO₂，一半低于此值。十分之一的城市低于 ${low}，十分之一高于 ${high}。`,
    inherited: (count) => `${count} 个城市没有可用的 CO₂ 总量，沿用所在省的强度：数值相同的点往往同属一省。`,
    caption: (name, year) => `${name}：各市碳强度，${year} 年`,
    note: "每点一城，平方根坐标。当年价格。",
    unit: "吨 CO₂/万元产出",
    leaders: (count) => `表：产出最大的 ${count} 个城市，强度由低到高`,
    intensity: (year) => `${year} 年强度`,
    figures: "CO₂ 数据",
    own: "本市总量",
    province: "沿用本省",
    method: { formula: "S_i = F_i / x_i", inputs: "该部门在各市的排放与产出。" },
  },
  pairs: {
    heading: "两市之间最大的流量",
    say: "该部门在一市的排放中，由另一市最终需求经各生产环节引起的部分。",
    from: "排放地",
    to: "消费地",
  },
};

export const sectors: Catalogue["topics"]["sectors"] = {
  title: "部门",
  description: "投入产出表各部门：排放量、排放地与消费地。",
  lead: (count) => `${count} 个部门，与全国投入产出表一致，各有专页。`,
  heading: "全部部门",
  group: (group) => group,
  columns: {
    sector: "部门",
    emissions: (unit, year) => `${year} 年排放，${unit} CO₂`,
    change: (span) => `${span} 年变化`,
    elsewhere: "为其他城市",
    intensity: "强度中位数，吨/万元",
  },
};
