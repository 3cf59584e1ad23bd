import type { z } from "zod";
import { getAt, type Path } from "./problem.ts";

/** What a schema complains of. */
export type ZodIssue = z.core.$ZodIssue;

/** The options of a union and of the unions that are its options. */
export function flattenOptions(options: readonly (readonly ZodIssue[])[]): (readonly ZodIssue[])[] {
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

/**
 * The issues of the option that a value comes nearest to; where several are as near, only the keys that none of them knows.
 *
 * @returns Null where the value is of another kind than every option.
 */
export function findMeant(options: readonly (readonly ZodIssue[])[], value: unknown): readonly ZodIssue[] | null {
  const [best, next] = options
    .map((issues) => ({ issues, far: measure(issues, value) }))
    .filter(({ far }) => Number.isFinite(far))
    .sort((a, b) => a.far - b.far);
  if (!best) return null;
  return next?.far === best.far ? best.issues.filter(({ code }) => code === "unrecognized_keys") : best.issues;
}
