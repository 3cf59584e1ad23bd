import type { Stressor } from "@tributary/core";
import type { Baseline } from "../baseline/baseline.ts";
import type { Effort } from "../lever.ts";
import { sayAmount, show } from "../messages/amount.ts";
import type { Text } from "../remark.ts";
import type { GoalAnswer, GoalStep } from "./goal.ts";
import { ACCOUNTS } from "./target.ts";

/** What a goal's answer says in words: of the whole, and of each lever in order, without the lever's name. */
export interface GoalWords {
  summary: Text;
  steps: Text[];
}

/** What one more unit of effort is called. */
const UNITS: Record<Effort["unit"], Text & { size: number }> = {
  "%": { size: 1, en: "one percentage point more", zh: "每再提高1个百分点" },
  "1": { size: 0.01, en: "one percentage point (0.01) more", zh: "每再提高1个百分点（0.01）" },
  "money/t": { size: 1, en: "one more of the currency per t", zh: "每吨价格每再提高1" },
};

/** The shadow prices of a goal in words: what is found, which lever gives the next tonne, what the others would need. */
export function describeGoal({ axes, base, stressor }: Baseline, answer: GoalAnswer): GoalWords {
  const { target, before, after, price, effort } = answer;
  const { name } = axes.regions.find(({ code }) => code === target.city)!;
  const [from, to] = [sayAmount(before, stressor), sayAmount(after, stressor)];
  const change = show((100 * (after - before)) / Math.abs(before));
  const account = ACCOUNTS[target.quantity];
  const next = show(100 * price * Math.abs(after) * 0.01);
  const isMet = effort === 0;
  return {
    summary: {
      en:
        `${name.en}, ${account.en} of ${base.year}: from ${from.en} to ${to.en} (${change} %). ` +
        (isMet ? "No effort is needed." : `A further one per cent less would take another ${next} % of a lever’s way.`),
      zh:
        `${base.year}年${name.zh}的${account.zh}由${from.zh}变为${to.zh}（${change}%）。` +
        (isMet ? "无需任何努力。" : `再降低1%，还需走完一项措施全程的${next}%。`),
    },
    steps: answer.steps.map((step) => describeStep(step, price, stressor)),
  };
}

function describeStep({ lever, slope, role, weight, bound }: GoalStep, price: number, stressor: Stressor): Text {
  const { size, ...unit } = UNITS[lever.effort.unit];
  const cut = sayAmount(Math.abs(slope) * size, stressor);
  const worth = price * Math.abs(slope) * Math.abs(bound - lever.effort.neutral);
  switch (role) {
    case "marginal":
      return {
        en: `It gives the next cut: ${unit.en} cuts ${cut.en}.`,
        zh: `下一步减排由它实现：${unit.zh}减排${cut.zh}。`,
      };
    case "at-bound":
      return {
        en: `It is at its limit. Beyond it, ${unit.en} would cut ${cut.en}, worth ${show(worth / weight)} times the effort.`,
        zh: `已达限度。若可超出，${unit.zh}可减排${cut.zh}，其价值为所需努力的${show(worth / weight)}倍。`,
      };
    case "unused":
      return {
        en: `Not used: ${unit.en} would cut ${cut.en}. It would be chosen if its effort counted for less than ${show(worth)}, not for ${show(weight)}.`,
        zh: `未采用：${unit.zh}可减排${cut.zh}。其努力的权重低于${show(worth)}时才会被选用，现为${show(weight)}。`,
      };
    case "idle":
      return { en: "It does nothing for this target.", zh: "对该目标没有作用。" };
  }
}
