import type { Stressor } from "@tributary/core";
import { expect, test } from "vitest";
import { formatAmounts } from "./amounts.ts";

const stressor = (unit: string, kind: Stressor["kind"]): Stressor => ({ name: "x", unit, kind });

test("beside the largest, what the solver leaves open is nothing", () => {
  const { print } = formatAmounts([40, -3e-16], stressor("TJ", "energy"), "en");
  expect([40, -3e-16, 0].map(print)).toEqual(["40", "0", "0"]);
});

test.each([
  [stressor("t", "gas"), [21_400], "en", "21.4\u202fkt"],
  [stressor("t", "gas"), [214_000], "zh", "21.4\u202f万吨"],
  [stressor("t CO2-eq", "gas"), [2.5e6], "en", "2.5\u202fMt CO₂-eq"],
  [stressor("TJ", "energy"), [2.5e6], "en", "2,500,000\u202fTJ"],
  [stressor("1000 persons", "persons"), [18.978168], "en", "18.98 × 1000 persons"],
  [stressor("TJ", "energy"), [-0.5], "zh", "−0.5\u202fTJ"],
  [stressor("toe", "energy"), [5e4], "en", "50,000\u202ftoe"],
] as const)("an amount of %o", ({ ...of }, [value], lang, text) => {
  expect(formatAmounts([value], of, lang).text(value)).toBe(text);
});
