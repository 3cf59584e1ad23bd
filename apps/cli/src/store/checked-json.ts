import type { Issue } from "@tributary/core";
import type { z } from "zod";
import { showPath } from "../paths.ts";
import { describeMismatch } from "../schema-message.ts";
import { readText } from "../sources/read-text.ts";

/** A file that fits its schema, or every field that does not. */
type CheckedJson<T> = { value: T } | { issues: Issue[] };

/**
 * Read a JSON file and hold it against its schema.
 *
 * @param code Code of the issues.
 * @throws {InputError} `code` where the file is not there.
 */
export function readCheckedJson<T extends z.ZodType>(path: string, schema: T, code: string): CheckedJson<z.infer<T>> {
  const refuse = (where: string, message: string): Issue => ({ severity: "error", code, where, message });
  const text = readText(path, code, "file");
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return { issues: [refuse(showPath(path), `is not JSON: ${(error as Error).message}`)] };
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return { value: parsed.data };
  return {
    issues: parsed.error.issues.map((issue) =>
      refuse(`${showPath(path)}:${issue.path.join(".")}`, describeMismatch(issue)),
    ),
  };
}
