import { describe, expect, test } from "vitest";
import {
  distance,
  emissions,
  emissionsChange,
  emissionsFormat,
  formatNumber,
  money,
  people,
  share,
  shareChange,
  tonnesPerPerson,
  yearRange,
} from "./format.ts";

/** Narrow no-break spaces as plain ones, so that the expectations can be read. */
const plain = (text: string) => text.replaceAll("\u202f", " ").replaceAll("\u2060", "");
const Mt = 1e6;

describe("emissions", () => {
  test.each([
    [84.61 * Mt, "84.6 Mt", "8,461 万吨"],
    [9.994 * Mt, "9.99 Mt", "999 万吨"],
    [9.995 * Mt, "10.0 Mt", "1,000 万吨"],
    [0.33 * Mt, "0.33 Mt", "33 万吨"],
    [0.05 * Mt, "0.05 Mt", "5.0 万吨"],
    [0.0499 * Mt, "49.9 kt", "5.0 万吨"],
    [0.0042 * Mt, "4.20 kt", "0.4 万吨"],
    [0.0994 * Mt, "0.10 Mt", "9.9 万吨"],
    [0.0995 * Mt, "0.10 Mt", "10 万吨"],
    [99.99 * Mt, "100.0 Mt", "9,999 万吨"],
    [99.996 * Mt, "100.0 Mt", "1.00 亿吨"],
    [1234.5 * Mt, "1,234.5 Mt", "12.3 亿吨"],
    [0, "0.00 Mt", "0.0 万吨"],
    [-0, "0.00 Mt", "0.0 万吨"],
    [0.4, "<0.01 kt", "<0.1 万吨"],
  ])("%d t", (tonnes, en, zh) => {
    expect(plain(emissions(tonnes, "en"))).toBe(en);
    expect(plain(emissions(tonnes, "zh"))).toBe(zh);
  });

  test("one precision throughout a column", () => {
    const values = [0.13, -1.66, 39.62].map((value) => value * Mt);
    const en = emissionsFormat(values, "en");
    expect(values.map(en.change)).toEqual(["+0.13", "−1.66", "+39.62"]);
    expect(values.map(emissionsFormat(values, "zh").change)).toEqual(["+13", "−166", "+3,962"]);
    expect(emissionsFormat([84.6 * Mt, 24.8 * Mt], "en").amount(24.8 * Mt)).toBe("24.8");
    expect(emissionsFormat([], "en").amount(0)).toBe("0.00");
    expect(emissionsFormat([30_000, 4000], "en").total(1.132 * Mt)).toBe("1,132.0");
    expect(emissionsFormat([30_000], "en", [2 * Mt]).amount(30_000)).toBe("0.03");
  });

  test("a change that rounds to nothing has no sign", () => {
    expect(plain(emissionsChange(-4.59 * Mt, "en"))).toBe("−4.59 Mt");
    const column = emissionsFormat([5 * Mt], "en");
    expect([-0, 0, -3000, 3000].map(column.change)).toEqual(["0.00", "0.00", "0.00", "0.00"]);
    expect(column.amount(3000)).toBe("<0.01");
  });
});

test("plain numbers have a real minus and no negative zero", () => {
  expect(formatNumber(-1234.5, 1, "en")).toBe("−1,234.5");
  expect(formatNumber(-0.04, 1, "en")).toBe("0.0");
  expect(formatNumber(-0, 0, "zh")).toBe("0");
});

test("shares", () => {
  expect(share(0.8951, "en")).toBe("89.5%");
  expect(share(0.8951, "en", 0)).toBe("90%");
  expect(shareChange(0.312, "en")).toBe("+31%");
  expect(shareChange(-0.04, "zh")).toBe("−4%");
  expect(shareChange(0.001, "en")).toBe("0%");
  expect([0.0003, 0, -0.0003].map((value) => share(value, "en"))).toEqual(["<0.1%", "0.0%", "0.0%"]);
});

test("money, people, distances and years", () => {
  expect(plain(money(105_355_000, "en"))).toBe("CNY 1,054 bn");
  expect(plain(money(105_355_000, "zh"))).toBe("10,535.5 亿元");
  expect(plain(money(2_345_600, "en"))).toBe("CNY 23.5 bn");
  expect(plain(people(9_029_000, "en"))).toBe("9.03 million");
  expect(plain(people(9_029_000, "zh"))).toBe("902.9 万人");
  expect(plain(tonnesPerPerson(9.37, "en"))).toBe("9.4 t");
  expect(plain(tonnesPerPerson(9.37, "zh"))).toBe("9.4 吨");
  expect(plain(distance(1000, "en"))).toBe("1,000 km");
  expect(plain(yearRange(2012, 2017, "en"))).toBe("2012–2017");
  expect(yearRange(2012, 2017, "zh")).toBe("2012—\u20602017");
});
