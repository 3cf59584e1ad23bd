import { getAt, getEffort } from "../effort.ts";
import type { Lever } from "../lever.ts";
import { say } from "../messages/say.ts";
import type { Problem } from "../scenario/problem.ts";

/** Numbers of a lever that make it do the opposite of what it is there for; paths begin at its settings. */
export function listLeverCautions(lever: Lever, settings: unknown): Problem[] {
  const { label, effort, options = [] } = lever;
  const opposite = (path: readonly string[], value: number): Problem => ({
    path,
    code: "other-direction",
    text: say((words, lang) => words.otherDirection(label[lang], String(value), String(-value))),
  });
  const stated = getEffort(lever, settings);
  // A lever that only cuts changes nothing at the upper end of its slider.
  const cautions = effort.neutral === effort.max && stated > effort.neutral ? [opposite(effort.path, stated)] : [];
  for (const option of options) {
    const value = getAt(settings, option.path);
    if (option.kind === "number" && typeof value === "number" && value < (option.neutral ?? value))
      cautions.push(opposite(option.path, value));
  }
  return cautions;
}
