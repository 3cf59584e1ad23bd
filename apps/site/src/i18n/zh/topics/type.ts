import type { Catalogue } from "../../en.ts";

export const type: Catalogue["topics"]["type"] = {
  group: "部门类别",
  these: "该类型城市",
  title: (name) => `类型：${name}`,
  description: (name) => `${name}类城市：有何共同之处，属于哪些减排类别，哪些处于边界。`,
  lead: (count, name) => `共 ${count} 个城市，与其他类别相比，${name}最为突出。`,
  shared: {
    heading: "共同之处",
    rule: "城市类型取其增加值占比高出全部城市均值最多的部门类别，以标准差计。类型不等于占比最大的类别：几乎各市都以服务业占比最大。",
    say: (name, own, all) => `在这些城市，${name}平均占增加值的 {b|${own}}，全部城市平均为 ${all}。`,
    caption: (year) => `增加值构成，城市均值，${year} 年`,
    note: "条形：该类型城市。短线与括号内数字：表中全部城市。",
    beside: (own, all) => `${own}（${all}）`,
    head: "占增加值比例",
    table: "表：增加值构成",
    members: "该类型",
    all: "全部城市",
    method: { formula: "z =（占比 − 均值）/ 标准差；类型取 z 最大的类别", inputs: "各市分部门增加值。" },
  },
  classes: {
    heading: "减排发生在哪里",
    table: "表：减排类别",
    members: "该类型城市数",
    share: "占比",
    all: "在全部城市中的占比",
  },
  members: {
    heading: "所属城市，按足迹排列",
    say: (shown, of) =>
      shown === of
        ? "该类型全部城市。余量为领先次位类别多少个标准差。"
        : `共 ${of} 个，列出最大的 ${shown} 个；全部见城市一览与文件。余量为领先次位类别多少个标准差。`,
    margin: "余量",
    explorer: "在城市一览中查看全部",
  },
  borderline: {
    heading: "处于边界的城市",
    say: (own, near, name) =>
      `该类型有 ${own} 个城市余量低于 0.25，也可归入其他类型。另有 ${near} 个其他类型的城市也可归入${name}类。`,
    is: "类型",
    next: "次位",
  },
};

export const types: Catalogue["topics"]["types"] = {
  title: "城市类型",
  description: "按增加值中最突出的部门，城市分为六类。",
  lead: "同类城市指类型相同且规模最接近的城市。类型说明什么突出，而非什么最大。",
  heading: "全部类型",
  columns: {
    type: "类型",
    cities: "城市数",
    borderline: "处于边界",
    share: (year) => `${year} 年外包比例`,
    beneficiaries: "强受益或弱受益",
  },
};

export const members: Catalogue["topics"]["members"] = {
  type: "类型",
  footprint: (unit, year) => `${year} 年足迹，${unit} CO₂`,
  share: (year) => `${year} 年外包比例`,
  local: (unit) => `本地减排，${unit} CO₂`,
  outsourced: (unit) => `外包减排，${unit} CO₂`,
  quadrant: ({ span }) => `本地减排与外包减排，${span} 年`,
  quadrantNote: (name) => `每点一城，平方根坐标。描边的点：${name}。`,
  method: {
    formula: "W[r,c] = −½ Σ ΔS_i (X⁰_c + X¹_c)_i；r = c 为本地，r ≠ c 为外包",
    inputs: "两年的强度与带动产出。",
  },
};
