import { existsSync } from "node:fs";
import { showPath } from "../../paths.ts";
import { readInputText } from "../../store/input-file.ts";
import { TableText } from "../delimited/table-text.ts";
import type { IssueList } from "../issue-list.ts";

const TAB = 9;

/** Units of the rows of an account. */
export interface Units {
  /** Unit of all rows; `null` where they differ. */
  common: string | null;
  /** Unit of a row by its name. */
  of(name: string): string | undefined;
}

/**
 * Read `unit.txt`: a header, then names and, last, the unit of each row.
 *
 * @returns `null` where there is no such file.
 */
export function readUnits(path: string, issues: IssueList): Units | null {
  if (!existsSync(path)) return null;
  const [, ...lines] = readInputText(path).split(/\r?\n/);
  const text = new TableText(TAB, "utf-8");
  const units = new Map<string, string>();
  for (const [k, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const cells = text.cells(Buffer.from(line));
    const unit = cells.at(-1);
    if (cells.length < 2 || !unit)
      issues.error({ file: showPath(path), line: k + 2 }, { code: "no-unit", message: "has no unit at its end" });
    else units.set(cells.slice(0, -1).join(" "), unit);
  }
  const different = new Set(units.values());
  return { common: different.size === 1 ? [...different][0] : null, of: (name) => units.get(name) };
}
