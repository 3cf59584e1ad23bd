import { askNear, InputError, type Issue } from "@tributary/core";

/** Keys and positions that lead to a value. */
export type Path = readonly (string | number)[];

/** What is wrong at one place of a scenario. */
export interface Problem extends Pick<Issue, "code" | "message" | "hint"> {
  path: Path;
}

/** A word that is not known at a place, with those that are. */
export function refuseWord(
  path: Path,
  code: string,
  message: string,
  typed: string,
  known: readonly string[],
): Problem {
  const near = askNear(typed, known);
  return { path, code, message: near ? `${message}.${near}` : message, hint: `one of ${known.join(", ")}` };
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
export function refuseScenario(problems: readonly Problem[]): InputError {
  const issues = problems.map(
    ({ path, ...problem }): Issue => ({ severity: "error", where: formatPath(path) || "scenario", ...problem }),
  );
  return new InputError("bad-scenario", "The scenario cannot be used.", issues);
}
