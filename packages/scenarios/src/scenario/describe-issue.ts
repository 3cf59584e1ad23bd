import { en, type Messages } from "../messages/en.ts";
import { say } from "../messages/say.ts";
import { type Path, type Problem, refuseWord } from "./problem.ts";
import type { ZodIssue } from "./union-options.ts";

/** What kind of value was expected, in a language. */
export type Kind = (words: Messages) => string;

/** A value that is none of a few. */
export function explainChoice(values: readonly unknown[], path: Path, value: unknown): Problem {
  const isWord = typeof value === "string" && values.every((each) => typeof each === "string") && values.length > 1;
  if (isWord)
    return refuseWord(path, "unknown-word", (words) => words.unknownChoice(show(value, words)), value, values);
  const wanted = values.map((each) => JSON.stringify(each));
  return { path, code: "wrong-value", text: say((words) => words.wrongValue(show(value, words), wanted)) };
}

/** A value of another kind than those expected. */
export function explainKind(path: Path, value: unknown, kinds: readonly Kind[]): Problem {
  const typed = typeof value === "string" ? Number(value.replace(/\s*%$/, "") || "none") : Number.NaN;
  const isNumber = Number.isFinite(typed) && kinds.some((name) => name(en) === en.kinds.number);
  const wantsQuotes = typeof value === "number" && kinds.some((name) => name(en) === en.kinds.string);
  return {
    path,
    code: "wrong-type",
    text: say((words) => words.wrongType(show(value, words), [...new Set(kinds.map((name) => name(words)))])),
    ...(wantsQuotes ? { hint: say((words) => words.quoteCodes()) } : {}),
    ...(isNumber ? { hint: say((words) => words.numberAlone(typed, String(value).endsWith("%"))) } : {}),
  };
}

/** The kind that an issue expected. */
export function nameKind(issue: ZodIssue): Kind {
  if (issue.code === "invalid_value") {
    const values = issue.values.map((each) => JSON.stringify(each));
    return (words) => words.either(values);
  }
  if (issue.code === "invalid_type") return (words) => words.kinds[issue.expected] ?? issue.expected;
  return (words) => words.notAllowed();
}

/** A value of the right kind that does not do. */
export function describeBound(issue: ZodIssue, value: unknown): Omit<Problem, "path"> {
  if (issue.code === "invalid_format")
    return {
      code: "bad-form",
      text: say((words) => words.badForm(show(value, words), readForm(issue.message, words))),
    };
  if (issue.code === "too_small" || issue.code === "too_big")
    return {
      code: "out-of-range",
      text: say((words) => describeRange(issue, value, words)),
      ...(isPercent(issue, value) ? { hint: say((words) => words.percentAsShare(value, value / 100)) } : {}),
    };
  const either = issue.code === "custom" ? readEither(issue.params) : null;
  return { code: "not-allowed", text: say((words) => (either ? words.needsEither(...either) : words.notAllowed())) };
}

/** Schemas name the form of a text by its key among the messages. */
const readForm = (key: string, { forms, otherForm }: Messages): string =>
  Object.hasOwn(forms, key) ? forms[key as keyof Messages["forms"]] : otherForm;

const readEither = (params: Record<string, unknown> | undefined): [string, string] | null =>
  (params?.either as [string, string] | undefined) ?? null;

type RangeIssue = Extract<ZodIssue, { code: "too_small" | "too_big" }>;

/** A share that was written in per cent. */
const isPercent = (issue: RangeIssue, value: unknown): value is number =>
  issue.code === "too_big" && issue.maximum === 1 && typeof value === "number" && value >= 2 && value <= 100;

function describeRange(issue: RangeIssue, value: unknown, words: Messages): string {
  const isSmall = issue.code === "too_small";
  const bound = Number(isSmall ? issue.minimum : issue.maximum);
  if (typeof value === "number") return isSmall ? words.below(value, bound) : words.above(value, bound);
  if (isSmall) return words.empty();
  const { length } = value as ArrayLike<unknown>;
  return typeof value === "string" ? words.tooManyCharacters(length, bound) : words.tooManyEntries(length, bound);
}

/** A value as a message quotes it. */
export function show(value: unknown, { kinds }: Pick<Messages, "kinds">): string {
  if (Array.isArray(value)) return kinds.array;
  if (typeof value === "object" && value !== null) return kinds.object;
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
