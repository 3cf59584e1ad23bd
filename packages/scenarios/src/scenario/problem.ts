import { suggestNear } from "@tributary/core";
import type { Messages } from "../messages/en.ts";
import { say } from "../messages/say.ts";
import { ScenarioError } from "../messages/scenario-error.ts";
import type { Text } from "../remark.ts";

/** Keys and positions that lead to a value. */
export type Path = readonly (string | number)[];

/** What is wrong at one place of a scenario. */
export interface Problem {
  path: Path;
  /** Literal code, such as `out-of-range`. */
  code: string;
  text: Text;
  /** What to do about it. */
  hint?: Text;
}

/** A word that is not known at a place, with those that are. */
export function refuseWord(
  path: Path,
  code: string,
  pick: (words: Messages) => string,
  typed: string,
  known: readonly string[],
): Problem {
  const near = suggestNear(typed, known);
  return {
    path,
    code,
    text: say((words) => (near.length > 0 ? words.orRather(pick(words), near) : pick(words))),
    hint: say((words) => words.oneOf(known)),
  };
}

/** `levers[0].where.origins`; nothing for the whole. */
export function formatPath(path: Path): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./, "");
}

/** The value at a path; undefined where there is none. */
export function getAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string | number, unknown>)[key];
  }
  return at;
}

/** All problems as one error. */
export function refuseScenario(problems: readonly Problem[]): ScenarioError {
  const issues = problems.map(({ path, ...problem }) => ({ where: formatPath(path) || "scenario", ...problem }));
  return new ScenarioError(
    "bad-scenario",
    say((words) => words.badScenario()),
    { issues },
  );
}
