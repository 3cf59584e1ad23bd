import type { RegionSummary, TableSummary } from "@tributary/core";
import { expect, test } from "vitest";
import { findCity } from "./find-city.ts";

const city = (code: string, en: string, zh: string) =>
  ({
    code,
    slug: `${code}-${en.toLowerCase()}`,
    name: { en, zh },
    fullNameZh: `${zh}市`,
    province: null,
  }) as RegionSummary;
const summary = { leftOut: [] } as unknown as TableSummary;
const cities = [city("420600", "Xiangyang", "襄阳"), city("520500", "Bijie", "毕节")];

test.each([
  ["520500", "520500"],
  ["522400", "520500"],
  ["毕节地区", "520500"],
  ["Xiangfan", "420600"],
  ["襄樊", "420600"],
  ["xiang yang", "420600"],
])("%s is found, under the code or name of any year", (typed, code) =>
  expect(findCity({ cities, summary }, typed).code).toBe(code),
);

test("a code that no unit ever had is refused", () => {
  expect(() => findCity({ cities, summary }, "522401")).toThrow(/no city "522401"/);
});
