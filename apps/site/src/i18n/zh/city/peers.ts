import type { Catalogue } from "../../en.ts";
import { terms } from "../terms.ts";

export const peers: Catalogue["city"]["peers"] = {
  heading: (beside) =>
    ({
      above: "外包比例高于同类城市",
      below: "外包比例低于同类城市",
      alike: "外包比例与同类城市相当",
      alone: "没有可比的同类城市",
    })[beside],
  say: (name, count, share, local, outsourced) =>
    `与 ${count} 个同类城市相比，${name}的外包比例处于${terms.bands[share]}，本地减排处于${terms.bands[local]}，外包减排处于${terms.bands[outsourced]}。`,
  alone: (group) => `本表中没有其他${group}型城市。`,
  caption: (group) => `本市与同类城市，${group}型`,
  captionNote: "每条短线为一个同类城市，圆点为本市。各行刻度独立，从最低到最高。",
  metrics: {
    footprint: "足迹",
    perValueAdded: "单位增加值足迹",
    share: "外包比例",
    local: "本地减排",
    outsourced: "外包减排",
  },
  table: (count) => `数据表：${count} 个同类城市`,
  columns: {
    footprint: (unit) => `足迹，${unit}`,
    share: "外包比例",
    local: (unit) => `本地减排，${unit}`,
    outsourced: (unit) => `外包减排，${unit}`,
  },
  perValueAdded: (tonnes) => `${tonnes} 吨/万元`,
  asideTitle: "同类城市如何选取",
  aside:
    "增加值构成同属一类，且增加值对数最接近的 20 个城市。位置以四分之一为档，不列名次：差异小于模型所能分辨的程度。",
  borderline: (runnerUp) => `本市处于类型边缘：主要活动的比重稍低，即归入${runnerUp}型。`,
  formula: "类型 = 增加值占比 z 值最高的部门组；同类 = 该类型中 |Δ ln 增加值| 最小的 20 个城市",
  inputs: "分部门组增加值；各市账户与减排量。",
};
