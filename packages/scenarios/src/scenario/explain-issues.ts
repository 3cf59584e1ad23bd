import type { z } from "zod";
import { listKeys } from "./list-keys.ts";
import type { Path, Problem } from "./problem.ts";

type ZodIssue = z.core.$ZodIssue;

/** What a schema was asked about, to say more of an issue than the schema does. */
interface Context {
  schema: z.ZodType;
  value: unknown;
}

const KINDS: Readonly<Record<string, string>> = {
  ...{ object: "keys and values", array: "a list", string: "a text", number: "a number", int: "a whole number" },
};

/** The issues of a schema as problems in plain words, one a place; a union speaks for the option that was meant. */
export function explainIssues(issues: readonly ZodIssue[], context: Context): Problem[] {
  return issues.flatMap((issue) => explainIssue(issue, context));
}

function explainIssue(issue: ZodIssue, context: Context): Problem[] {
  const path = issue.path as Path;
  const value = getAt(context.value, path);
  if (issue.code === "unrecognized_keys") return explainKeys(issue.keys, path, context);
  if (value === undefined && issue.code !== "custom") return [{ path, code: "missing", message: "is missing" }];
  if (issue.code === "invalid_union") return explainUnion(issue, context);
  if (issue.code === "invalid_value") return [explainChoice(issue.values, path, value)];
  if (issue.code === "invalid_type") return [explainKind(path, value, [nameKind(issue)])];
  return [{ path, ...describeBound(issue, value) }];
}

function explainKeys(keys: readonly string[], path: Path, { schema, value }: Context): Problem[] {
  const beside = Object.keys(getAt(value, path) as object);
  const known = listKeys(schema, path, value);
  return keys.map((key) => {
    const at = [...path, key];
    if (known.includes(key)) {
      const others = beside.filter((other) => other !== key && known.includes(other));
      return { path: at, code: "one-too-many", message: `"${key}" cannot stand beside ${others.join(", ")}` };
    }
    return { path: at, code: "unknown-key", message: `unknown key "${key}"`, unknown: { typed: key, known } };
  });
}

function explainUnion(issue: Extract<ZodIssue, { code: "invalid_union" }>, context: Context): Problem[] {
  const path = issue.path as Path;
  const value = getAt(context.value, path);
  if ("options" in issue && Array.isArray(issue.options))
    return [
      explainUnknown("unknown-lever", `there is no lever ${show(value)}`, {
        path,
        value,
        known: issue.options.map(String),
      }),
    ];
  const options = flattenOptions(issue.errors).map((errors) => ({ errors, far: measure(errors, value) }));
  const near = options.filter(({ far }) => Number.isFinite(far));
  if (near.length === 0)
    return [
      explainKind(
        path,
        value,
        options.map(({ errors }) => nameKind(errors[0])),
      ),
    ];
  const [best] = near.sort((a, b) => a.far - b.far);
  const isUndecided = near.length > 1 && near[1].far === best.far;
  const told = isUndecided ? best.errors.filter(({ code }) => code === "unrecognized_keys") : best.errors;
  if (told.length === 0)
    return [{ path, code: "missing", message: `needs ${listKeys(context.schema, path, context.value).join(" or ")}` }];
  return explainIssues(
    told.map((error) => ({ ...error, path: [...path, ...error.path] })),
    context,
  );
}

/** The options of a union and of the unions that are its options. */
function flattenOptions(options: readonly (readonly ZodIssue[])[]): (readonly ZodIssue[])[] {
  return options.flatMap((errors) => {
    const [only] = errors;
    return only.code === "invalid_union" && only.path.length === 0 ? flattenOptions(only.errors) : [errors];
  });
}

/** How far a value is from an option: keys too many and too few; infinitely far where it is of another kind. */
function measure(errors: readonly ZodIssue[], value: unknown): number {
  let far = 0;
  for (const error of errors)
    if (error.code === "unrecognized_keys" && error.path.length === 0) far += error.keys.length;
    else if (error.path.length === 0) return Number.POSITIVE_INFINITY;
    else if (getAt(value, error.path as Path) === undefined) far++;
  return far;
}

function explainChoice(values: readonly unknown[], path: Path, value: unknown): Problem {
  if (typeof value === "string" && values.every((each) => typeof each === "string") && values.length > 1)
    return explainUnknown("unknown-word", `there is no choice ${show(value)} here`, { path, value, known: values });
  const expected = values.map((each) => JSON.stringify(each)).join(" or ");
  return { path, code: "wrong-value", message: `is ${show(value)}; it must be ${expected}` };
}

function explainUnknown(
  code: string,
  message: string,
  { path, value, known }: { path: Path; value: unknown; known: readonly string[] },
): Problem {
  return { path, code, message, unknown: { typed: String(value), known } };
}

function explainKind(path: Path, value: unknown, kinds: readonly string[]): Problem {
  const message = `is ${show(value)}; expected ${[...new Set(kinds)].join(" or ")}`;
  const wantsQuotes = typeof value === "number" && kinds.includes("a text");
  return {
    path,
    code: "wrong-type",
    message,
    ...(wantsQuotes ? { hint: "codes are texts: write them in quotes" } : {}),
  };
}

function nameKind(issue: ZodIssue): string {
  if (issue.code === "invalid_value") return issue.values.map((each) => JSON.stringify(each)).join(" or ");
  return issue.code === "invalid_type" ? (KINDS[issue.expected] ?? issue.expected) : issue.message;
}

function describeBound(issue: ZodIssue, value: unknown): Omit<Problem, "path"> {
  const isNumber = typeof value === "number";
  const long = `has ${(value as ArrayLike<unknown> | null)?.length} ${typeof value === "string" ? "characters" : "entries"}`;
  switch (issue.code) {
    case "too_small":
      return { code: "out-of-range", message: isNumber ? `${value} is below ${issue.minimum}` : "is empty" };
    case "too_big":
      return {
        code: "out-of-range",
        message: isNumber ? `${value} is above ${issue.maximum}` : `${long}, more than ${issue.maximum}`,
      };
    case "invalid_format":
      return { code: "bad-form", message: `${show(value)}: ${issue.message}` };
    default:
      return { code: "not-allowed", message: issue.message };
  }
}

/** A value as a message quotes it. */
function show(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "keys and values";
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function getAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string | number, unknown>)[key];
  }
  return at;
}
