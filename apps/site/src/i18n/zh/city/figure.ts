import type { Catalogue } from "../../en.ts";

export const figure: Catalogue["city"]["figure"] = {
  source: (release, prices, drawn) =>
    `开放估算，数据版本 ${release}；价格基准：${prices}。由模型得出，并非观测值。${drawn ? "可能的偏差见第 11 节。" : "本版本未估计不确定区间。"}`,
  sourceOther: (release, prices, drawn) =>
    `数据版本 ${release}；价格基准：${prices}。${drawn ? "可能的偏差见第 11 节。" : "本版本未估计不确定区间。"}`,
  cite: "引用本图",
  how: "计算方法",
  formula: "公式",
  inputs: "输入",
  command: "在项目副本中，用终端得到相同数字",
  methods: "完整方法",
};
