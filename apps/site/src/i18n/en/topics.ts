import { province, provinces } from "./topics/province.ts";
import { sector, sectors } from "./topics/sector.ts";
import { members, type, types } from "./topics/type.ts";

/** Pages on sectors, provinces and types, and their lists. */
export const topics = {
  contents: "On this page",
  city: "City",
  amount: (unit: string, year: string) => `${unit} CO₂, ${year}`,
  shareOfAll: "Share",
  tableOf: (count: number) => `Table: the ${count} largest`,
  others: (count: number, amount: string, share: string) =>
    `${count} ${count === 1 ? "other" : "others"}: ${amount}, ${share} (not drawn)`,
  othersSum: (count: number, amount: string) => `${count} ${count === 1 ? "other" : "others"}: ${amount} (not drawn)`,
  ...{ sector, sectors, province, provinces, type, types, members },
};
