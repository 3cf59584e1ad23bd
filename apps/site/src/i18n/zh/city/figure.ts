import type { Catalogue } from "../../en.ts";

export const figure: Catalogue["city"]["figure"] = {
  source: (release, prices, drawn) =>
    `开放估算，数据版本 ${release}；价格基准：${prices}。由模型得出，并非观测值。${drawn ? "可能的偏差见各城市页第 11 节。" : "本版本未估计不确定区间。"}`,
  sourceOther: (release, prices, drawn) =>
    `数据版本 ${release}；价格基准：${prices}。${drawn ? "可能的偏差见各城市页第 11 节。" : "本版本未估计不确定区间。"}`,
  cite: "引用本图",
  embed: "嵌入",
  embedHint: "在其他网页上显示本图，附来源与许可（CC BY 4.0）。",
  embedAddress: (placeholder) => `请将 ${placeholder} 换成本站地址。`,
  fileLicence: "支流（Tributary），CC BY 4.0",
  how: "计算方法",
  formula: "公式",
  inputs: "输入",
  command: "在项目副本中，用终端得到相同数字",
  methods: "完整方法",
};
