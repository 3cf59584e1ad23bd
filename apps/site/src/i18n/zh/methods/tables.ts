import type { tables as english } from "../../en/methods/tables.ts";
import { checkNames, settingMeanings, settingUnits } from "./names.ts";

export const tables: typeof english = {
  assumptions: {
    heading: "假设及其影响",
    columns: ["假设", "影响"],
    prices: "价格。公开来源没有分部门价格指数，默认对工业统一用一个全国指数平减。",
    pricesEffect: (counts) => `默认指标下，各价格基准的受益城市数：${counts}。在关于数据的假设中影响最大。`,
    measure: "指标。“减排”有七种读法。",
    measureEffect: (least, most, of) =>
      `视指标而定，${of} 个城市中有 ${least} 至 ${most} 个为受益城市；这一选择影响最大。`,
    friction: "贸易阻力。各种距离共用一个系数，使首年外包比例等于研究公布的数值。",
    frictionEffect: (first, share, last, lastShare) =>
      `${first} 年的 ${share} 是输入；阻力保持不变，${last} 年的 ${lastShare} 完全由数据得出。`,
    share: "外包比例。按全部城市加总，居民直接排放不计入。",
    shareEffect: (unweighted, households, last) =>
      `${last} 年：按城市简单平均为 ${unweighted}；分母计入居民直接排放为 ${households}。`,
    inventories: "城市二氧化碳。两年均有公布的用本市总量，其余沿用所在省强度。",
    inventoriesEffect: (own, of, clipped) =>
      `${of} 个城市中 ${own} 个有本市总量，其中 ${clipped} 个至少有一年未能复现。`,
    population: "人口。未公布的按全省单位增加值人口的中位数估计。",
    populationEffect: (count) => `${count} 个城市为估计值，有的与实际相差甚远；只用于分摊居民需求，不用于人均比较。`,
  },
  settings: {
    heading: "本次发布的参数",
    intro: "开放估算的每个常数及其合理范围。均可修改：tributary estimate --settings。",
    columns: ["名称", "取值", "范围", "单位", "含义"],
    units: settingUnits,
    meanings: settingMeanings,
    scale: "三种阻力的共同系数，由校准得出",
  },
  limits: { heading: "已知局限" },
  checks: {
    heading: "本次发布的核验",
    release: "对表的核验",
    run: "结果所满足的恒等式",
    columns: ["核验项", "结论", "最大偏差或个数", "容差"],
    status: { pass: "通过", warn: "提示", fail: "未通过" },
    none: "无",
    names: checkNames,
    of: (name, detail) => `${name}（${detail}）`,
    solves: "求解的方程组",
    solvesIntro: "残差为右端项的剩余部分（相对值）。误差界是足迹误差的上限，经过核验。",
    solveColumns: ["方程组", "轮数", "残差", "误差界，吨 CO₂"],
    noBound: "未计算",
  },
  places: {
    heading: "哪些城市在表中",
    left: (count) => `另有 ${count} 个单位不在表中。`,
    columns: ["原因", "单位"],
    reasons: {
      "below-cut": "增加值低于最后一个入选的城市",
      "no-inventory": "所在省区没有排放清单",
      "no-value-added": "增加值未在两个年份都公布",
    },
    join: "、",
  },
  comparison: {
    heading: "与研究公布数字的对照",
    intro:
      "研究有自己的投入产出表，未公开。以下把它公布的数字引在一份独立估算旁边，仅供比较，不是本数据的结果；首年外包比例按它的数值校准。",
    share: "外包比例",
    shareColumns: ["年份", "研究（引用）", "本估算"],
    calibrated: (share) => `${share}（按其校准）`,
    counts: "各类别城市数，按指标与价格基准",
    countColumns: ["指标", "价格", "受益城市"],
    study: "研究（引用）",
    studyPrices: "自有的表",
    unknown: "未公布",
    strongRow: "粗体为本站默认。",
  },
  glossary: {
    heading: "术语",
    say: "每个量有一个符号、一个名称、一个单位，所有页面与文件一致。",
    link: "全部量及其公式，中英文对照",
  },
};
