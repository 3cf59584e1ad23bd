import { existsSync } from "node:fs";
import { type CausesFile, causesFileSchema } from "@tributary/core";
import { showPath } from "../paths.ts";
import { describeMismatch } from "../schema-message.ts";
import { IssueList } from "../sources/issue-list.ts";
import { readText } from "../sources/read-text.ts";
import { LocatedYaml, type Spot } from "../sources/scenarios/located-yaml.ts";

/** What is declared about the next release, beside the records of published ones. */
export const NEXT = "next.yaml";

/** Causes as their file states them, and where each stands in it. */
export interface StatedCauses extends CausesFile {
  place(path: (string | number)[]): { file: string; line: number; column: string };
}

/**
 * Read what is declared about the next release.
 *
 * @param optional Whether it may be that there is no such file.
 * @returns null where there is none.
 * @throws {InputError} `no-causes`; `bad-causes` with every problem at line and column.
 */
export function readCauses(path: string, optional: boolean): StatedCauses | null {
  if (optional && !existsSync(path)) return null;
  const file = showPath(path);
  const issues = new IssueList();
  const yaml = new LocatedYaml(readText(path, "no-causes", "file of causes"));
  const at = ({ line, column }: Spot) => ({ file, line, column: String(column) });
  for (const { message, ...spot } of yaml.problems) issues.error(at(spot), { code: "not-yaml", message });
  issues.refuse("bad-causes", "The causes cannot be used");
  const parsed = causesFileSchema.safeParse(yaml.value);
  if (parsed.success) return { ...parsed.data, place: (path) => at(yaml.locate(path)) };
  for (const issue of parsed.error.issues)
    issues.error(at(yaml.locate(issue.path as (string | number)[])), {
      code: "bad-cause",
      message: `${issue.path.join(".")} ${describeMismatch(issue)}`.trim(),
      hint: "tributary schema print causes",
    });
  issues.refuse("bad-causes", "The causes cannot be used");
  return null;
}
