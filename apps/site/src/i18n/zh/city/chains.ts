import type { Emitter } from "../../en/city/chains.ts";
import type { Catalogue } from "../../en.ts";

const emitters: Record<Emitter, string> = {
  energy: "能源行业",
  "heavy industry": "重工业",
  services: "服务业",
  other: "农业与其他制造业",
};

export const chains: Catalogue["city"]["chains"] = {
  heading: (product, share) => `足迹的 ${share} 用于${product}`,
  emitted: (emitter, share) => `为此排放的 CO₂ 中，${share} 来自${emitters[emitter]}。`,
  paths: (count, coverage, from, to) =>
    `最大的 ${count} 条供应链合计占足迹的 ${coverage}，${
      to === null ? `其中最大的一项是${from}自身的排放` : `其中最大的一条从${from}通往${to}`
    }；其余分散在更小的链条中。`,
  step: (sector, city) => `${city}的${sector}`,
  heat: {
    caption: (year) => `购买的产品与为之排放的部门，${year}`,
    note: (unit, steps) => `${unit} CO₂，不论排放于何处。深浅在足迹的 ${steps} 处分级。`,
    table: "数据表：产品与为之排放的部门",
    product: (unit) => `产品，${unit} CO₂`,
    columns: { energy: "能源", "heavy industry": "重工业", services: "服务业", other: "其他" },
    sum: "合计",
    share: "占比",
    others: (count) => `其他 ${count} 种产品`,
    formula: "D[g,k] = Σ M^g Y，对产品 k 的各生产地求和；M^g 为只取部门组 g 的强度所得的乘数",
    inputs: "各部门组的排放强度；需求系数 A；本市分产品的最终需求。",
  },
  largest: {
    caption: (count, year) => `最大的 ${count} 条供应链，${year}`,
    note: (unit) =>
      `末端环节的排放（${unit} CO₂），服务于首个环节售给最终需求的产品。{key-l|}在本市排放 {key-o|}在外地排放。`,
    table: "数据表：最大的供应链",
    columns: { chain: "供应链", amount: (unit) => `${unit} CO₂`, share: "占足迹" },
    covered: (count) => `${count} 条合计`,
    formula: "每条链 l、i、…、j、k 为 S_k · A_kj ⋯ A_il · Y_lc；大于末条者均已列出",
    inputs: "排放强度 S、需求系数 A 与乘数 M；本市最终需求。",
  },
  asideTitle: "如何读供应链",
  aside: "表中各行是所购买的产品，不论产自何处；各列是排放的部门，不论位于何处。全部相加即为足迹。",
  chain: "每条链只计末端环节的排放。工地所用水泥的生产用电，是另一条更长的链。",
};
