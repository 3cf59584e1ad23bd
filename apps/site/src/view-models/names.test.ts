import { expect, test } from "vitest";
import { makeResults } from "../testing/make-results.ts";
import { nameCities } from "./names.ts";

test("namesakes are told apart by province, in the language that needs it", () => {
  const [first, second, third] = makeResults(3).cities;
  const cities = [
    { ...first!, name: { en: "Yulin", zh: "榆林" }, province: { code: "61", name: { en: "Shaanxi", zh: "陕西省" } } },
    { ...second!, name: { en: "Yulin", zh: "玉林" }, province: { code: "45", name: { en: "Guangxi", zh: "广西" } } },
    third!,
  ];
  expect([...nameCities(cities, "en").values()].slice(0, 2)).toEqual(["Yulin, Shaanxi", "Yulin, Guangxi"]);
  expect([...nameCities(cities, "zh").values()].slice(0, 2)).toEqual(["榆林", "玉林"]);
});
