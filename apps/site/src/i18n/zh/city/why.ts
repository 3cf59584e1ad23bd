import type { Cause } from "@tributary/core";
import type { Catalogue } from "../../en.ts";
import { terms } from "../terms.ts";

const inside: Record<Cause, string> = {
  intensity: "碳强度",
  technology: "单位产出所需的投入",
  sourcing: "采购来源",
  "demand-mix": "需求结构",
  "demand-level": "需求规模",
};

export const why: Catalogue["city"]["why"] = {
  heading: (supply, supplyAmount, demandGrew, demandAmount) => {
    const lead = { "cleaner-and-leaner": "供应更清洁、更节约，减少", cut: "供应变化，减少", added: "供应变化，增加" }[
      supply
    ];
    return `${lead} ${supplyAmount}；${demandGrew ? "需求扩大，增加" : "需求收缩，减少"} ${demandAmount}`;
  },
  rising: (causes) => {
    if (causes.length === 0) return "五个原因均未推高足迹。";
    if (causes.length === 5) return "五个原因都推高了足迹。";
    const names = terms.list(causes.map((cause) => inside[cause]));
    return causes.length === 1 ? `五个原因中，只有${names}推高了足迹。` : `五个原因中，${names}推高了足迹。`;
  },
  largestCut: (cause) => {
    if (cause === null) return "";
    return cause === "intensity" ? "减量最大的是碳强度。" : `最大的减量并非碳强度，而是${inside[cause]}。`;
  },
  caption: (first, last) => `从 ${first} 年足迹到 ${last} 年足迹`,
  captionNote: (unit, broken) =>
    `${unit} CO₂。{key-l|}本地 {key-o|}外包；实心为减，{key-h|}斜线为增。${broken ? "坐标轴已截断，总量柱不从零开始。" : ""}`,
  method: {
    polar: "结构分解，取两极分解均值，各项之和等于总变化。",
    shapley: "结构分解，取全部次序均值，各项之和等于总变化。",
  },
  table: "数据表：五个原因",
  cause: "原因",
  total: "足迹变化",
  bars: (year) => `${year} 年足迹`,
  asideTitle: "符号",
  aside: "负号为减少，正号为增加。“碳强度”一行即第 2 节的减排，从足迹一侧来看：那里的减排，在此为负。",
  formula: "ΔC = ½(ΔS L⁰Y⁰ + ΔS L¹Y¹) + ½(S⁰ΔL Y¹ + S¹ΔL Y⁰) + ½(S⁰L⁰ΔY + S¹L¹ΔY)，结构与需求再行细分",
  inputs: "两年的强度 S、需求系数 A 与最终需求 Y，按首年价格。",
};
