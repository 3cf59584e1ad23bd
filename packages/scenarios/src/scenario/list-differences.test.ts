import { expect, test } from "vitest";
import { SAMPLE_SCENARIO as sample } from "../testing/sample-scenario.ts";
import { listDifferences } from "./list-differences.ts";

const [upstream, shift] = sample.levers;
const cut = (percent: number) => ({ ...upstream, change: { percent } });

test("a scenario does not differ from itself, nor from one with other names or another order of levers", () => {
  expect(listDifferences(sample, sample)).toEqual([]);
  const title = { en: "Other", zh: "其他" };
  expect(listDifferences(sample, { ...sample, id: "other", title, levers: [shift, upstream] })).toEqual([]);
});

test("values that differ, whole levers, what only one states", () => {
  const { target: _, ...aimless } = sample;
  expect(listDifferences(sample, { ...aimless, levers: [cut(-20), cut(-5), shift] })).toEqual([
    { path: "upstream-decarbonisation.change.percent", a: "-30", b: "-20" },
    { path: "target.city", a: '"440300"', b: null },
    { path: "target.quantity", a: '"outsourced"', b: null },
    { path: "target.percent", a: "-15", b: null },
    { path: "upstream-decarbonisation#2.where.origins.province", a: null, b: '["130000"]' },
    { path: "upstream-decarbonisation#2.where.sectors", a: null, b: '["14"]' },
    { path: "upstream-decarbonisation#2.change.percent", a: null, b: "-5" },
  ]);
});
