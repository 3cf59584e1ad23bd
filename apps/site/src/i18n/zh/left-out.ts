import type { Catalogue } from "../en.ts";

export const leftOut: Catalogue["leftOut"] = {
  title: "未入表的地方",
  description: (count) => `${count} 个没有页面的地方，逐一说明原因。`,
  lead: (cities, span) => `表中有 ${cities} 个城市，${span} 年。下列地方没有页面，原因如下。`,
  rule: "如何选取",
  meaning: "未入表不等于为零。其生产计入所在省的总量，由已入表的城市分摊；若全省没有清单，则任何足迹都不含该省。",
  method: "方法页中的说明",
  name: (name, other, code) => `${name} ${other}${code === null ? "" : `，${code}`}`,
  province: (name) => `所在省份：${name}`,
  reasons: {
    "below-cut": (count) => `规模过小（${count} 个）`,
    "no-inventory": (count) => `没有 CO₂ 清单（${count} 个）`,
    "no-value-added": (count) => `两年增加值未全部公布（${count} 个）`,
  },
  explained: {
    "below-cut": "按末年增加值由大到小选取，至与研究相同的数目为止。",
    "no-inventory": "所在省没有清单，便无从得到其各部门的排放。",
    "no-value-added": "减排需比较两年，缺一不可。这些单位多在其间设立、撤销或更名，或不公布核算数据。",
  },
};
