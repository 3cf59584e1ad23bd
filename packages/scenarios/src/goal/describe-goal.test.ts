import { expect, test } from "vitest";
import { LEVERS } from "../registry.ts";
import { makeSmallBaseline } from "../testing/small-baseline.ts";
import { describeGoal } from "./describe-goal.ts";
import type { GoalAnswer, GoalStep } from "./goal.ts";

const upstream = LEVERS.get("upstream-decarbonisation")!;
const step = (role: GoalStep["role"]): GoalStep => ({
  ...{ lever: upstream, settings: {}, effort: -12.5, bound: -60, used: 0.2, weight: role === "unused" ? 2 : 1 },
  ...{ slope: -1234.5, role },
});
const answer = {
  target: { city: "110101", quantity: "outsourced", percent: -10 },
  ...{ before: 50_000, wanted: 45_000, after: 45_000, effort: 0.4, price: 2e-5 },
  steps: (["marginal", "at-bound", "unused", "idle"] as const).map(step),
} as unknown as GoalAnswer;

test("what is found and what the next cut takes, in both languages", () => {
  const { summary, steps } = describeGoal(makeSmallBaseline(), answer);
  expect(summary.en).toBe(
    "City 1, outsourced emissions of 2017: from 50 kt CO₂ to 45 kt CO₂ (−10 %). A further one per cent less would take another 0.9 % of a lever’s way.",
  );
  expect(summary.zh).toContain("2017年城市1的外包排放由5万吨二氧化碳变为4.5万吨二氧化碳（−10%）。");
  expect(steps.map(({ en }) => en)).toEqual([
    "It gives the next cut: one percentage point more cuts 1.23 kt CO₂.",
    "It is at its limit. Beyond it, one percentage point more would cut 1.23 kt CO₂, worth 1.48 times the effort.",
    "Not used: one percentage point more would cut 1.23 kt CO₂. It would be chosen if its effort counted for less than 1.48, not for 2.",
    "It does nothing for this target.",
  ]);
  for (const { zh } of steps) expect(zh).toMatch(/\p{Script=Han}/u);
});

test("a target that is met already needs no effort", () => {
  const { summary } = describeGoal(makeSmallBaseline(), { ...answer, effort: 0, price: 0 });
  expect(summary.en).toContain("No effort is needed.");
  expect(summary.zh).toContain("无需任何努力。");
});
