import type { VerdictFacts } from "../../en/city/head.ts";
import type { Catalogue } from "../../en.ts";

const more = ({ comparison }: VerdictFacts) =>
  comparison === "slightly-more" ? "略多于" : comparison === "almost-all" ? "远多于" : "多于";

function weak(f: VerdictFacts): string {
  const opening = `{b|弱受益城市}。${f.years.span} 年，其他城市的减排为${f.name}的足迹减去`;
  if (f.local.direction === "none") return `${opening} ${f.outsourced.amount} CO₂，本地几乎没有减排。`;
  if (f.times !== null) return `${opening}的碳，约为本地减排的 ${f.times}。`;
  return `${opening} ${f.outsourced.amount}，${more(f)}本地减排的 ${f.local.amount}。`;
}

function localLed(f: VerdictFacts): string {
  const opening = `{b|本地主导城市}。${f.years.span} 年，本地减排为${f.name}的足迹减去`;
  if (f.comparison === "equal") return `${opening}的碳与其他城市的减排相当。`;
  if (f.times !== null) return `${opening}的碳，约为其他城市减排的 ${f.times}。`;
  return `${opening} ${f.local.amount}，${more(f)}其他城市减排的 ${f.outsourced.amount}。`;
}

function selfReliant(f: VerdictFacts): string {
  const elsewhere =
    f.outsourced.direction === "growth" ? "而供应它的其他城市，生产的碳强度总体上升" : "其他城市总体上几乎没有为它减排";
  return `{b|自主减排城市}。${f.years.span} 年，本地减排为${f.name}的足迹减去 ${f.local.amount} CO₂，${elsewhere}。`;
}

export const head: Catalogue["city"]["head"] = {
  title: (name) => `${name}：谁在为谁减碳`,
  description: (name, footprint, share, year) =>
    `${year} 年，${name}的消费与投资引起 ${footprint} CO₂ 排放，其中 ${share} 发生在其他城市：来源、减排、成因与数据。`,
  verdict: {
    strong: (f) =>
      `{b|强受益城市}。${f.years.span} 年，其他城市的减排为${f.name}的足迹减去 ${f.outsourced.amount} CO₂，而本地生产的碳强度上升。`,
    weak,
    "local-led": localLed,
    "self-reliant": selfReliant,
    "no-mitigation": (f) =>
      `{b|未减排}。${f.years.span} 年，${f.name}的消费所依赖的生产，碳强度总体没有下降，本地如此，外地亦然。`,
    unclassified: (f) => `{b|未分类}。该指标对${f.name}没有定义，本版本不作分类。`,
  },
  footprint: (trend, percent, despiteCuts) => {
    if (trend === "flat") return "足迹几乎没有变化。";
    if (trend === "fell") return `足迹下降 ${percent}。`;
    return despiteCuts ? `足迹仍增长 ${percent}。` : `足迹增长 ${percent}。`;
  },
  facts: {
    data: "数据",
    account: "口径",
    domestic: "国内足迹",
    co2: "本市 CO₂ 数据",
    co2Source: { "city-totals": "本市公布总量", "province-intensities": "沿用所在省强度" },
    co2Clipped: "本市公布总量，缩放至上限",
    code: "行政区划代码",
    type: "类型",
    typeMargin: (group, margin) => `${group}，领先 ${margin} 个标准差`,
    typeBorderline: (group, runnerUp, margin) => `${group}，与${runnerUp}接近（相差 ${margin} 个标准差）`,
    class: "类别",
    classMargin: (name, margin) => `${name}，两种减排相差 ${margin}`,
    agreement: "分类一致",
    agreementValue: (same, of) => `${of} 种指标与价格组合中的 ${same} 种`,
    population: (year) => `人口，${year}`,
    noPopulation: "来源中无此数据",
    valueAdded: (year) => `增加值，${year}`,
    years: "年份",
    certainty: "分类可信度",
    noCertainty: "未估计",
    certaintyValue: (agreement, share, likeliest) =>
      ({
        firm: `${share}一致`,
        other: `${share}为${likeliest}`,
        uncertain: `类别不确定；最多为${likeliest}（${share}）`,
      })[agreement],
  },
  links: {
    map: (name) => `在地图上看${name}的流量`,
    compare: (peer) => `与${peer}比较`,
    province: (name) => `${name}及其城市`,
  },
  notes: {
    province: "本市没有两个年份都可用的公布总量，其排放沿用所在省的强度，因此本地减排反映的是全省情况。",
    clipped: (year, published, modelled) =>
      `${year} 年未能复现本市公布的总量，因为缩放系数达到上限。公布 ${published}，此处 ${modelled}，本地减排受此差额影响。`,
    setAside: (year, published, modelled) =>
      `${year} 年公布的总量超过全省的 90%，未予采用。公布 ${published}，此处 ${modelled}。`,
    population: (standIn) =>
      `数据来源中没有本市人口。模型按增加值推得 ${standIn}代用，可能与实际相差甚远，仅用于分摊居民需求。`,
    uncertain: (share) =>
      `类别不确定：换用其他参数、价格与强度重新估算时，${share}得出这一类别，没有任何类别达到三分之二。`,
    likelier: (share, likeliest, most) =>
      `类别不确定：上述类别由发布所用的参数得出。换用其他参数重新估算时，最常得出的是${likeliest}，占抽样的 ${most}；上述类别占 ${share}。`,
    otherClass: (likeliest, share) =>
      `上述类别由发布所用的参数得出。换用其他参数重新估算时，${share}得出另一类别：${likeliest}。`,
    boundary: (note) => `行政区划：${note}，数字未作修正。`,
  },
  boundaryNotes: {
    "220300": "2017 年不含公主岭（省直管试点县）",
    "340700": "2016 年枞阳县由安庆划入",
    "340800": "2016 年枞阳县划归铜陵",
    "510100": "2016 年简阳由资阳划入",
    "512000": "2016 年简阳划归成都",
  },
  river: {
    heading: (name, year) => `${name}足迹之河，${year}`,
    near: (share) => `{out|外包}部分的 ${share} 来自 200 公里以内。`,
    nearNone: "{out|外包}部分几乎都来自 200 公里以外。",
    note: (unit, name, near) =>
      `从左向右读。河宽等于比该处离${name}更远的所有城市的排放之和；标出名称的城市在其实际距离处汇入，数字为排放量（${unit} CO₂）。${near}距离为平方根刻度。`,
  },
};
