import { type Path, type Problem, refuseWord } from "./problem.ts";
import type { ZodIssue } from "./union-options.ts";

const KINDS: Readonly<Record<string, string>> = {
  ...{ object: "keys and values", array: "a list", string: "a text", number: "a number", int: "a whole number" },
};

/** A value that is none of a few. */
export function explainChoice(values: readonly unknown[], path: Path, value: unknown): Problem {
  if (typeof value === "string" && values.every((each) => typeof each === "string") && values.length > 1)
    return refuseWord(path, "unknown-word", `there is no choice ${show(value)} here`, value, values);
  const expected = values.map((each) => JSON.stringify(each)).join(" or ");
  return { path, code: "wrong-value", message: `is ${show(value)}; it must be ${expected}` };
}

/** A value of another kind than those expected. */
export function explainKind(path: Path, value: unknown, kinds: readonly string[]): Problem {
  const message = `is ${show(value)}; expected ${[...new Set(kinds)].join(" or ")}`;
  const wantsQuotes = typeof value === "number" && kinds.includes("a text");
  return {
    path,
    code: "wrong-type",
    message,
    ...(wantsQuotes ? { hint: "codes are texts: write them in quotes" } : {}),
  };
}

/** The kind that an issue expected, in words. */
export function nameKind(issue: ZodIssue): string {
  if (issue.code === "invalid_value") return issue.values.map((each) => JSON.stringify(each)).join(" or ");
  return issue.code === "invalid_type" ? (KINDS[issue.expected] ?? issue.expected) : issue.message;
}

/** A value of the right kind that does not do. */
export function describeBound(issue: ZodIssue, value: unknown): Omit<Problem, "path"> {
  if (issue.code === "invalid_format") return { code: "bad-form", message: `${show(value)}: ${issue.message}` };
  if (issue.code !== "too_small" && issue.code !== "too_big") return { code: "not-allowed", message: issue.message };
  return { code: "out-of-range", message: describeRange(issue, value) };
}

function describeRange(issue: Extract<ZodIssue, { code: "too_small" | "too_big" }>, value: unknown): string {
  const isSmall = issue.code === "too_small";
  const bound = isSmall ? issue.minimum : issue.maximum;
  if (typeof value === "number") return `${value} is ${isSmall ? "below" : "above"} ${bound}`;
  if (isSmall) return "is empty";
  const { length } = value as ArrayLike<unknown>;
  return `has ${length} ${typeof value === "string" ? "characters" : "entries"}, more than ${bound}`;
}

/** A value as a message quotes it. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "keys and values";
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
