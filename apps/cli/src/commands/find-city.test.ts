import { readFileSync } from "node:fs";
import { join } from "node:path";
import { RENAMED_UNITS, type RegionSummary, type TableSummary } from "@tributary/core";
import { expect, test } from "vitest";
import { DEFAULT_PATHS } from "../paths.ts";
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

test("a unit that is not in the table is answered with the reason, under the code of any year", () => {
  const leftOut = [{ code: "540200", name: { en: "Shigatse", zh: "日喀则" }, reason: "no-inventory" }];
  const without = { leftOut } as unknown as TableSummary;
  for (const typed of ["540200", "542300", "日喀则地区"])
    expect(() => findCity({ cities, summary: without }, typed)).toThrow(/Shigatse 日喀则 is not in this table/);
});

test("codes of other years lead to units of the figures, and are none of theirs", () => {
  const figures = readFileSync(join(DEFAULT_PATHS.facts, "cities.csv"), "utf8");
  const codes = new Set([...figures.matchAll(/^\d{6}/gm)].map(([code]) => code));
  expect(codes.size).toBeGreaterThan(300);
  for (const { code, name, now } of RENAMED_UNITS) {
    expect(codes, name.en).toContain(now);
    if (code !== now) expect(codes, name.en).not.toContain(code);
  }
  expect(new Set(RENAMED_UNITS.map(({ code }) => code)).size).toBe(RENAMED_UNITS.length);
});

test("a code that no unit ever had is refused", () => {
  expect(() => findCity({ cities, summary }, "522401")).toThrow(/no region "522401"/);
});
