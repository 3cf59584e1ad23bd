import { expect, test } from "vitest";
import { readTyped, type Untaken } from "../../lib/simulator/state/effort.ts";
import { explainUntaken } from "./explain-untaken.ts";

const CUT = { min: -60, max: 0, unit: "%" } as const;
const say = (bounds: Parameters<typeof readTyped>[0], typed: number, kept: number | undefined) => {
  const untaken = readTyped(bounds, typed) as Untaken;
  return [explainUntaken(untaken, bounds, kept, "en"), explainUntaken(untaken, bounds, kept, "zh")];
};

test("a sign that was forgotten", () => {
  expect(say(CUT, 18, -10)).toEqual([
    "18% is outside −60% to 0%: −10% stays. Did you mean −18%?",
    "18%不在−60%至0%之间，仍为−10%。是否想填−18%？",
  ]);
});

test("too much, with nothing to guess", () => {
  expect(say({ min: 0, max: 1000, unit: "money/t" }, 5000, 0)).toEqual([
    "5,000\u202fCNY/t is outside 0\u202fCNY/t to 1,000\u202fCNY/t: 0\u202fCNY/t stays.",
    "5,000\u202f元／吨不在0\u202f元／吨至1,000\u202f元／吨之间，仍为0\u202f元／吨。",
  ]);
});

test("what is no number, or no whole one where it must be", () => {
  expect(say(CUT, Number.NaN, -10)).toEqual(["This is no number: −10% stays.", "这不是数字，仍为−10%。"]);
  expect(say({ min: 0, max: 9, unit: null, whole: true }, 1.5, 1)).toEqual([
    "1.5 is not a whole number: 1 stays.",
    "1.5不是整数，仍为1。",
  ]);
});

test("shares are said in per cent, numbers without a unit as they were typed, an empty field as empty", () => {
  expect(say({ min: 0, max: 1, unit: "1" }, 120, undefined)[0]).toBe(
    "120% is outside 0% to 100%: the field stays empty.",
  );
  expect(say({ min: -10, max: 0, unit: null }, 0.35, -0.5)[0]).toBe(
    "0.35 is outside −10 to 0: −0.5 stays. Did you mean −0.35?",
  );
});
