import type { Catalogue } from "../../en.ts";

export const accounts: Catalogue["city"]["accounts"] = {
  heading: (balance) =>
    ({
      "footprint-larger": "消费的碳多于自身排放",
      "territory-larger": "自身排放多于消费的碳",
      alike: "两本账大小相近",
    })[balance],
  say: (name, year, production, footprint, shared, little) =>
    `${year} 年，${name}境内生产排放 ${production} CO₂；${name}的消费与投资引起 ${footprint}。两本账${little ? "只" : ""}共有 ${shared}。`,
  why: (name, heavy) =>
    `${name}外包的排放中，能源与重工业占 ${heavy}：其他城市的电厂与炉窑在为它购买和建造的东西工作。`,
  whyHome: (production, others, abroad) =>
    `境内排放的 ${production}中，${others}服务于其他城市的消费，${abroad}服务于对外出口。`,
  asideTitle: "差异何来",
  grey: "{key-a|}灰色为发生在本市、记在他人账上的排放。",
  chain: (up, down) => `其产出平均距最终使用 ${up} 步，距初始投入 ${down} 步（上游度与下游度）。`,
  caption: "属地排放与消费侧足迹",
  captionNote: (unit, span, year) =>
    `${unit} CO₂。上：${span} 年变化。下：${year} 年两本账的共有部分。居民直接排放均不计入。`,
  table: "数据表：两本账，两个年份",
  rows: {
    production: "属地排放",
    local: "本地，两账共有",
    forOthers: "在本市，服务于其他城市",
    exportedAbroad: "在本市，服务于对外出口",
    outsourced: "外包，发生在其他城市",
    outsourcedPower: "其中电厂排放（范围二）",
    outsourcedRest: "其中其余排放（范围三）",
    footprint: "消费侧足迹",
    householdDirect: "居民直接排放（另列）",
  },
  perValueAdded: { production: "单位增加值属地排放", footprint: "单位增加值足迹" },
  perPerson: { production: "人均属地排放", footprint: "人均足迹" },
  units: { valueAdded: "吨/万元", person: "吨" },
  scopesTitle: "范围一、二、三",
  scopes: (name, own, households, power, rest) =>
    `排放清单按“范围”计算。范围一，在${name}境内排放：${own}，另有居民直接排放 ${households}。范围二，外地电厂为本市所用一切而排放：${power}，而清单只计本市直接用电。范围三，其余外地排放：${rest}。足迹等于本地部分加范围二与范围三。`,
  uses: {
    caption: (year) => `足迹用于什么，${year}`,
    note: "各类最终使用占足迹的比例，不论排放于何处。",
    title: "按最终使用的足迹",
    names: {
      "rural-households": "农村居民",
      "urban-households": "城镇居民",
      government: "政府",
      "capital-formation": "建筑、道路与设备投资",
      inventories: "存货变动",
    },
    formula: "某类最终使用的 D[c] = M·Y，Y 只取该类；各类相加即为足迹",
    inputs: "当年乘数 M；本市分类最终需求。",
  },
  item: (unit) => `${unit} CO₂`,
  formula: "属地 = Σ F；足迹 = C[r,c] 对所有来源 r 求和；两者都含 C[c,c]",
  inputs: "分城市、分部门排放；需求系数 A；本市最终需求。",
};
