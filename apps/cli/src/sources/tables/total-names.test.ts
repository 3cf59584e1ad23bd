import { expect, test } from "vitest";
import { isTotalName, leaveOutTotals } from "./total-names.ts";

test.each([
  ...["Total", "TOTAL", "total", "Sub-total", "Subtotal", "Grand total", "Sum", "Summe", "Insgesamt", "Totals:"],
  ...["合计", "小计", "总计", "中间使用合计", "Total intermediate use", "Total final demand", "Sum of all sectors"],
  ...["All regions", "all sectors", "World", "全国", "Total value added"],
])("%s names a sum", (name) => expect(isTotalName(name)).toBe(true));

test.each([
  "TotalEnergies",
  "Sumatra",
  "Rest of World",
  "Totalizers",
  "Agriculture",
  "总部服务",
  "Gesamtschule",
  "Total recall",
])("%s does not", (name) => expect(isTotalName(name)).toBe(false));

test("a table of totals alone keeps them", () => {
  expect(leaveOutTotals(["a", "Total", "b"])).toEqual(["a", "b"]);
  expect(leaveOutTotals(["Total"])).toEqual(["Total"]);
});
