import { getAt, getEffort } from "../effort.ts";
import type { Lever } from "../lever.ts";
import { say } from "../messages/say.ts";
import { isFraction, sayFraction } from "../messages/say-fraction.ts";
import type { Problem } from "../scenario/problem.ts";

/**
 * Numbers of a lever that are hardly meant: a fraction where per cent are asked for, and what makes it do the opposite of
 * what it is there for. Paths begin at its settings.
 */
export function listLeverCautions(lever: Lever, settings: unknown): Problem[] {
  const { label, effort, options = [] } = lever;
  const opposite = (path: readonly string[], value: number): Problem => ({
    path,
    code: "other-direction",
    text: say((words, lang) => words.otherDirection(label[lang], String(value), String(-value))),
  });
  const stated = getEffort(lever, settings);
  const fraction: Problem[] =
    effort.unit === "%" && isFraction(stated)
      ? [{ path: effort.path, code: "fraction-as-percent", text: sayFraction(label, stated) }]
      : [];
  // A lever that only cuts changes nothing at the upper end of its slider.
  const cautions = effort.neutral === effort.max && stated > effort.neutral ? [opposite(effort.path, stated)] : [];
  for (const option of options) {
    const value = getAt(settings, option.path);
    if (option.kind === "number" && typeof value === "number" && value < (option.neutral ?? value))
      cautions.push(opposite(option.path, value));
  }
  return [...fraction, ...cautions];
}
