import type { MitigationClass } from "@tributary/core";
import type { Quantity } from "@tributary/scenarios";
import type { Turn } from "../en/gallery.ts";
import type { Catalogue } from "../en.ts";
import { terms } from "./terms.ts";

export const gallery: Catalogue["gallery"] = {
  title: "情景",
  description: (count: number) => `${count}个完整的假设情景，附各城市的结果。`,
  lead: "每个情景只改动某一年投入产出表中的少数几处并重新求解。结果覆盖所有城市；均可在模拟器中打开，也可在终端运行。",
  contents: "本页内容",
  none: "本版数据尚未计算情景结果。请运行：tributary scenario gallery",
  table: "情景及其影响",
  columns: {
    scenario: "情景",
    levers: "措施",
    footprint: "全部足迹",
    production: "全部属地排放",
    classes: "类别改变的城市",
  },
  open: "在模拟器中打开",
  page: {
    what: "情景内容",
    where: (lines: readonly string[]) => lines.join("；"),
    held: "保持不变",
    result: "影响",
    resultOf: (title: string) => `结果：${title}`,
    say: (turn: Turn, from: string, to: string, percent: string, year: number) =>
      ({
        fall: `全部城市的足迹合计由${from}降至{b|${to}}，比${year}年减少${percent}。`,
        rise: `全部城市的足迹合计由${from}升至{b|${to}}，比${year}年增加${percent}。`,
        same: `全部城市的足迹合计保持{b|${to}}，与${year}年相同。`,
      })[turn],
    rising: (count: number) => (count === 0 ? "没有城市的足迹上升。" : `${count}个城市的足迹上升。`),
    totals: "全部城市合计",
    quantities: {
      footprint: "足迹",
      local: "其中本地",
      outsourced: "其中外包",
      production: "属地排放",
    } satisfies Record<Quantity, string> as Record<Quantity, string>,
    account: (unit: string) => `账户，${unit} CO₂`,
    before: "调整前",
    after: "调整后",
    change: "变化",
    percent: "变化，%",
    sides: "足迹变化最大的城市",
    sidesNote: (unit: string, year: number) => `足迹的变化，${unit} CO₂/年，以${year}年经济为基础。斜纹：上升。`,
    focus: (name: string) => `从${name}看`,
    focusNote: (unit: string, year: number) => `{local|本地}与{out|外包}足迹，${unit} CO₂，以${year}年经济为基础。`,
    base: (year: number) => `${year}年`,
    scenario: "情景",
    target: (amount: string) => `目标${amount}`,
    met: "达到情景设定的目标。",
    missed: "未达到情景设定的目标。",
    levers: "各项措施的贡献",
    shapley: "对各项措施所有先后次序取平均，因此各部分之和等于总体。",
    ordered: "按措施生效的先后次序计算，因此各部分之和等于总体。",
    lever: "措施",
    interaction: "交互作用（已分摊于上）",
    footprints: "全部足迹，CO₂",
    production: "属地排放，CO₂",
    producers: "谁在减排",
    producer: "城市",
    sector: "部门",
    producersTable: "排放变化最大的生产者",
    emissions: (when: string, unit: string) => `${when}，${unit} CO₂`,
    leakage: (fall: string | null, rise: string | null, rate: string | null) => {
      if (fall === null) return rise === null ? "各城市的属地排放均无变化。" : `属地排放增加${rise}。`;
      if (rise === null) return `属地排放减少${fall}，没有城市上升。`;
      const back = rate === null ? "" : `：减排量的${rate}泄漏到其他城市`;
      return `属地排放在下降的城市合计减少${fall}，在上升的城市合计增加${rise}${back}。`;
    },
    classes: "类别",
    classesSay: (count: number, year: number) =>
      count === 0 ? "没有城市的减排类别发生改变。" : `若${year}年如此，将有${count}个城市属于另一类别。`,
    class: "类别",
    classOf: (name: MitigationClass) => terms.classes[name],
    moved: "类别改变的城市",
    cities: "所有城市",
    citiesTable: "各城市调整前后的足迹，按变化大小排列",
    city: "城市",
    local: "本地部分",
    outsourced: "外包部分",
    territorial: "属地排放",
    unit: (unit: string, year: number) => `${unit} CO₂/年，以${year}年经济为基础；不含居民直接排放。`,
    source: (release: string, year: number) =>
      `开放估算，数据版本 ${release}，${year} 年，当年价格。由模型得出，并非观测值。`,
    sourceOther: (release: string, year: number) => `数据版本 ${release}，${year} 年。`,
    noInterval: "本次运行未估计区间。",
    remarks: "说明",
    exact: (bound: string) => `精确：对改动后的表重新求解；任一城市变化量的误差不超过${bound}吨。`,
    noBound: "精确：对改动后的表重新求解；因部分单元为负，不给出误差界。",
    again: "重现",
    againSay: "情景文件，以及输出相同数字的命令。",
    files: "文件",
  },
  city: {
    heading: "什么会改变它",
    say: (name: string, title: string, turn: Turn, percent: string) =>
      ({
        fall: `在各个情景中，“${title}”对${name}足迹的影响最大：下降${percent}。`,
        rise: `在各个情景中，“${title}”对${name}足迹的影响最大：上升${percent}。`,
        same: `没有情景改变${name}的足迹。`,
      })[turn],
    caption: "影响最大的几个情景下的足迹",
    note: (unit: string, year: number) => `足迹的变化，${unit} CO₂/年。其余均如${year}年；各情景单独计算。斜纹：上升。`,
    table: "表：各情景调整前后",
    scenario: (unit: string) => `情景，${unit} CO₂`,
    base: (year: number) => `${year}年实际`,
    footprint: "足迹",
    formula: "足迹 = Σ S′ x′，x′ = A′x′ + Y′：强度、消耗系数与需求按情景改动",
    inputs: "该年的投入产出表；情景中的措施。",
    asideTitle: "如何理解",
    aside: "这些是对表的试验，而非预测：价格、收入以及情景未提及的一切均保持不变。",
    open: (title: string) => `在模拟器中打开：${title}`,
    all: "所有情景",
  },
};
