import type { MitigationClass } from "@tributary/core";
import type { NearBorder } from "../../en/city/position.ts";
import type { Catalogue } from "../../en.ts";

const place: Record<MitigationClass, string> = {
  strong: "强受益",
  weak: "弱受益",
  "local-led": "本地主导",
  "self-reliant": "自主减排",
  "no-mitigation": "未减排",
  unclassified: "未分类",
};
const border: Record<NearBorder, string> = {
  vertical: "，紧靠纵轴",
  horizontal: "，紧靠横轴",
  diagonal: "，紧靠对角线",
  clear: "，距分界线较远",
  unsaid: "",
};

export const position: Catalogue["city"]["position"] = {
  heading: (name, near) => place[name] + (name === "unclassified" ? "" : border[near]),
  rule: "位于虚线对角线以上的城市，从他人处获得的减排多于自身。",
  where: {
    strong: (name) => `${name}在对角线以上、零线左侧：外地减排，本地生产的碳强度上升。`,
    weak: (name) => `${name}在对角线以上、零线右侧：两者都减，外地更多。`,
    "local-led": (name) => `${name}在横轴以上、对角线上或以下：两者都减，本地不少于外地。`,
    "self-reliant": (name) => `${name}在横轴以下、零线右侧：只有本地减排。`,
    "no-mitigation": (name) => `${name}在横轴以下，且不在零线右侧：两者都没有减排。`,
    unclassified: (name) => `该指标对${name}没有定义，图中无其位置。`,
  },
  caption: (cities) => `${cities} 个城市的本地与外包减排`,
  captionNote: (peers) =>
    `平方根坐标；零线以左、以下为增排。实心点从外地获益，空心圈未获益。${peers === 0 ? "" : `描边者为 ${peers} 个同类城市。`}`,
  asideTitle: "类别",
  definitions: {
    strong: "强受益：外包部分减排，本地部分增排。弱受益：两者都减，外包更多。",
    weak: "弱受益：外包减排大于本地减排，且本地没有增排。强受益：本地增排。",
    "local-led": "本地主导：两者都减，本地减排不少于外包减排。",
    "self-reliant": "自主减排：本地减排，外包部分没有减排。",
    "no-mitigation": "未减排：本地与外包部分都没有减排。",
    unclassified: "未分类：该指标以首年本地排放为分母，而其值为零。",
  },
  agreement: (same, of) => `在 ${of} 种指标与价格组合中，有 ${same} 种归入同一类别。`,
  near: "如此靠近分界线，换一种指标或价格，类别可能改变。",
  certainty: (share) => (share === null ? "分类可信度：本版本未估计。" : `${share}得出这一类别，其余见第 11 节。`),
  formula: "横轴 W[c,c]，纵轴为 W[r,c] 对其他各市 r 求和；取最先符合的类别",
  inputs: "第 2 节的减排矩阵 W，全部城市。",
};
