import { expect, test } from "vitest";
import { bandOf, compareParts, directionOf, median, mitigated, trendOf } from "./compare.ts";

test("a mitigation has a word instead of a sign", () => {
  expect(directionOf(3e5)).toBe("cut");
  expect(directionOf(-3e5)).toBe("growth");
  expect(directionOf(-400)).toBe("none");
  expect(mitigated(-330_000, "en").amount).toMatch(/^0\.33\sMt$/);
  expect(mitigated(-330_000, "zh").amount).toMatch(/^33\s万吨$/);
});

test("shares of two cuts", () => {
  expect(compareParts(95, 5)).toBe("almost-all");
  expect(compareParts(70, 30)).toBe("most");
  expect(compareParts(52, 48)).toBe("slightly-more");
  expect(compareParts(50, 50)).toBe("equal");
});

test("half a per cent is no change", () => {
  expect(trendOf(100, 100.4)).toBe("flat");
  expect(trendOf(100, 101)).toBe("rose");
  expect(trendOf(100, 99)).toBe("fell");
});

test("median and bands", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  const others = [1, 2, 3, 4, 5, 6, 7, 8];
  expect([0, 3.5, 5.5, 9].map((value) => bandOf(value, others))).toEqual(["lowest", "lower", "upper", "highest"]);
});
