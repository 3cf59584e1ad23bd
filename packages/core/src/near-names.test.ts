import { expect, test } from "vitest";
import { askNear, suggestNear } from "./near-names.ts";

const CITIES = [
  "Changsha",
  "Changchun",
  "Changzhou",
  "Zhangzhou",
  "Xi'an",
  "长沙",
  "长春",
  "430100",
  "changsha-430100",
];

test.each([
  ["chansha", ["Changsha"]],
  ["changzou", ["Changzhou", "Zhangzhou"]],
  ["xian", ["Xi'an"]],
  ["长砂", ["长春", "长沙"]],
  ["changs", ["Changsha", "changsha-430100"]],
  ["430101", ["430100"]],
  ["Qqqqqq", []],
  ["", []],
])("%s is near %j", (typed, near) => {
  expect(suggestNear(typed, CITIES)).toEqual(near);
});

test("asks, or says nothing", () => {
  expect(askNear("chansha", CITIES)).toBe(" Did you mean Changsha?");
  expect(askNear("Qqqqqq", CITIES)).toBe("");
});
