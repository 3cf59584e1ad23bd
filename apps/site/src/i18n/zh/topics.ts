import type { Catalogue } from "../en.ts";
import { province, provinces } from "./topics/province.ts";
import { sector, sectors } from "./topics/sector.ts";
import { members, type, types } from "./topics/type.ts";

export const topics: Catalogue["topics"] = {
  contents: "本页内容",
  city: "城市",
  amount: (unit, year) => `${year} 年，${unit} CO₂`,
  shareOfAll: "占比",
  tableOf: (count) => `表：前 ${count} 个城市`,
  others: (count, amount, share) => `其余 ${count} 个：${amount}，占 ${share}（未画出）`,
  othersSum: (count, amount) => `其余 ${count} 个：${amount}（未画出）`,
  ...{ sector, sectors, province, provinces, type, types, members },
};
