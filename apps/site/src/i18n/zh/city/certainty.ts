import type { Catalogue } from "../../en.ts";

const NUMBERS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

const tenths = (share: number): string => {
  if (share === 1) return "全部抽样";
  const count = Math.round(10 * share);
  if (count === 10) return "几乎全部抽样";
  return count === 0 ? "极少数抽样" : `${NUMBERS[count]}成抽样`;
};

export const certainty: Catalogue["city"]["certainty"] = {
  tenths,
  heading: (agreement, likeliest, share) => {
    if (agreement === "none") return "有多确定：本版本未估计";
    if (agreement === "firm") return `在${tenths(share)}中，类别不变`;
    if (agreement === "other") return `多数抽样得出另一类别：${likeliest}`;
    return `类别不确定：${tenths(share)}为${likeliest}`;
  },
  draws: (count, local, outsourced) =>
    `以不同的参数、价格与强度，将估算重新抽样 ${count} 次。九成抽样中，{local|本地}从${local[0]}到${local[1]}，{out|外包}从${outsourced[0]}到${outsourced[1]}。`,
  noDraws: "本版本没有以其他参数重新抽样，因此类别没有概率。",
  prices: (local, outsourced) =>
    `仅换用其他价格指数，{local|本地}从${local[0]}到${local[1]}，{out|外包}从${outsourced[0]}到${outsourced[1]}。`,
  classes: {
    caption: "各类别所占抽样比例",
    note: (count) => `共 ${count} 次抽样。粗体为本页所用类别。`,
    table: "数据表：抽样中的类别",
    columns: { class: "类别", all: "全部抽样", rebuilt: "仅参数" },
    formula: "类别的概率 = 属于该类别的抽样数 / 全部抽样数",
    inputs: "各参数的取值范围（见方法页）；价格与强度的偏差；随机数种子。",
  },
  range: {
    caption: (span) => `两种减排量的可能范围，${span}`,
    note: (unit, draws) =>
      `${unit} CO₂。圆点：公布值${draws ? "；横线：九成抽样" : ""}；下方短线：换用其他各价格指数时的结果。`,
    table: "数据表：抽样与价格基准下的减排量",
    row: "减排量",
    columns: { published: "公布值", draws: "九成抽样", bases: "各价格基准" },
    formula: "横线 = 抽样的 5% 至 95% 分位；短线 = 同一指标在各价格基准下的值",
    inputs: "同上抽样；本版本的各价格基准。",
  },
  between: (low, high) => `${low} 至 ${high}`,
  asideTitle: "抽样了什么",
  aside: (rebuilt, variants) =>
    `估算中每个常数在其合理范围内取值（重建 ${rebuilt} 次），每次再对产品价格、城市与部门排放各抽样 ${variants} 次。未抽样的有：贸易模型本身、指标的选择，以及公开数据所缺的部分。`,
  uncertainTitle: "类别不确定",
  uncertain: (count, cities) => `指不足三分之二的抽样得出同一类别：本版本 ${cities} 个城市中有 ${count} 个。`,
};
