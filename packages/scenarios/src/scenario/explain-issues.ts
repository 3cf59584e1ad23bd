import type { z } from "zod";
import { say } from "../messages/say.ts";
import { describeBound, explainChoice, explainKind, nameKind, show } from "./describe-issue.ts";
import { listKeys } from "./list-keys.ts";
import { getAt, type Path, type Problem, refuseWord } from "./problem.ts";
import { findMeant, flattenOptions, type ZodIssue } from "./union-options.ts";

/** What a schema was asked about, to say more of an issue than the schema does. */
interface Context {
  schema: z.ZodType;
  value: unknown;
}

/** The issues of a schema as problems in plain words, one a place; a union speaks for the option that was meant. */
export function explainIssues(issues: readonly ZodIssue[], context: Context): Problem[] {
  return issues.flatMap((issue) => explainIssue(issue, context));
}

function explainIssue(issue: ZodIssue, context: Context): Problem[] {
  const path = issue.path as Path;
  const value = getAt(context.value, path);
  if (issue.code === "unrecognized_keys") return explainKeys(issue.keys, path, context);
  if (value === undefined && issue.code !== "custom")
    return [{ path, code: "missing", text: say((words) => words.missing(String(path.at(-1) ?? ""))) }];
  if (issue.code === "invalid_union" && "options" in issue) return [explainLever(issue.options ?? [], path, value)];
  if (issue.code === "invalid_union") return explainUnion(flattenOptions(issue.errors), path, context);
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
      return { path: at, code: "one-too-many", text: say((words) => words.oneTooMany(key, others)) };
    }
    return refuseWord(at, "unknown-key", (words) => words.unknownKey(key), key, known);
  });
}

function explainUnion(options: readonly (readonly ZodIssue[])[], path: Path, context: Context): Problem[] {
  const value = getAt(context.value, path);
  const meant = findMeant(options, value);
  const kinds = options.map(([issue]) => nameKind(issue));
  if (!meant) return [explainKind(path, value, kinds)];
  if (meant.length === 0)
    return [
      { path, code: "missing", text: say((words) => words.needsOneOf(listKeys(context.schema, path, context.value))) },
    ];
  return explainIssues(
    meant.map((issue) => ({ ...issue, path: [...path, ...issue.path] })),
    context,
  );
}

/** Levers are told apart by their ids: then no setting of any of them can be judged. */
function explainLever(ids: readonly unknown[], path: Path, value: unknown): Problem {
  return refuseWord(
    path,
    "unknown-lever",
    (words) => words.unknownLeverAt(show(value, words)),
    String(value),
    ids.map(String),
  );
}
