import type { Baseline } from "../baseline/baseline.ts";
import type { Effort } from "../lever.ts";
import type { Text } from "../remark.ts";
import type { GoalAnswer, GoalStep } from "./goal.ts";
import { ACCOUNTS } from "./target.ts";

/** What a goal's answer says in words: of the whole, and of each lever in order. */
export interface GoalWords {
  summary: Text;
  steps: Text[];
}

/** What one more unit of effort is called. */
const UNITS: Record<Effort["unit"], { size: number; en: string; zh: string }> = {
  "%": { size: 1, en: "one percentage point more", zh: "每再提高1个百分点" },
  "1": { size: 0.01, en: "one hundredth more", zh: "每再提高0.01" },
  "CNY/t": { size: 1, en: "one CNY per t more", zh: "每吨每再提高1元" },
};

/** The shadow prices of a goal in words: what is found, which lever gives the next tonne, what the others would need. */
export function describeGoal({ axes, base }: Baseline, answer: GoalAnswer): GoalWords {
  const { target, before, after, price, effort } = answer;
  const { name } = axes.regions.find(({ code }) => code === target.city)!;
  const change = show((100 * (after - before)) / Math.abs(before));
  const { en, zh } = ACCOUNTS[target.quantity];
  const isMet = effort === 0;
  const next = price * Math.abs(after) * 0.01;
  return {
    summary: {
      en:
        `${name.en}, ${en} of ${base.year}: from ${show(before)} to ${show(after)} t CO₂ (${change} %). ` +
        (isMet ? "No effort is needed." : `One per cent less again would take ${show(next)} of one lever's whole way.`),
      zh:
        `${base.year}年${name.zh}的${zh}由${show(before)}吨变为${show(after)}吨二氧化碳（${change}%）。` +
        (isMet ? "无需任何努力。" : `再降低1%所需努力相当于一个措施全程的${show(next)}。`),
    },
    steps: answer.steps.map((step) => describeStep(step, price)),
  };
}

function describeStep(step: GoalStep, price: number): Text {
  const { lever, effort, slope, role, weight } = step;
  const { size, ...unit } = UNITS[lever.effort.unit];
  const tonnes = show(Math.abs(slope) * size);
  const at = `${show(effort)}${lever.effort.unit === "1" ? "" : ` ${lever.effort.unit}`}`;
  const way = Math.abs(step.bound - lever.effort.neutral);
  const worth = price * Math.abs(slope) * way;
  const begin = { en: `${lever.label.en}: `, zh: `${lever.label.zh}：` };
  const say = (en: string, zh: string): Text => ({ en: begin.en + en, zh: begin.zh + zh });
  switch (role) {
    case "marginal":
      return say(
        `${at}; it gives the next tonne: ${unit.en} cuts ${tonnes} t.`,
        `${at}；下一吨减排由它实现：${unit.zh}减排${tonnes}吨。`,
      );
    case "at-bound":
      return say(
        `${at}, its bound; beyond it ${unit.en} would cut ${tonnes} t, worth ${show(worth / weight)} times its effort.`,
        `${at}，已达上限；若可超出，${unit.zh}减排${tonnes}吨，其价值为所需努力的${show(worth / weight)}倍。`,
      );
    case "unused":
      return say(
        `not used; ${unit.en} would cut ${tonnes} t. It would be chosen at a weight below ${show(worth)}, not at ${show(weight)}.`,
        `未采用；${unit.zh}可减排${tonnes}吨。权重低于${show(worth)}时才会被选用，现为${show(weight)}。`,
      );
    case "idle":
      return say("does nothing for this target.", "对该目标没有作用。");
  }
}

function show(value: number): string {
  return new Intl.NumberFormat("en", { maximumSignificantDigits: 3 }).format(value).replace("-", "−");
}
