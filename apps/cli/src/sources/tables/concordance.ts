import { basename, dirname } from "node:path";
import type { IssueList } from "../issue-list.ts";
import { readTextTable } from "../text-table.ts";
import type { Axis } from "./axis.ts";

/** Sectors of one list sent to those of another, by code or name: several to one, never one to several. */
export type Concordance = ReadonlyMap<string, string>;

const FROM = "from";
const TO = "to";

/**
 * Read a concordance between two lists of sectors: columns `from` and `to`, one line a sector of the file.
 *
 * A sector can be merged with others, not split: a split needs shares that no concordance has.
 *
 * @param sectors Of the table, where they are known already: then `to` must be one of them.
 * @returns `null` where it cannot be read; problems go to `issues`.
 */
export function readConcordance(path: string, sectors: Axis | null, issues: IssueList): Concordance | null {
  const table = readTextTable(dirname(path), basename(path), [FROM, TO], issues);
  if (!table) return null;
  const targets = new Map<string, string>();
  for (const row of table.rows) {
    const from = row.requiredText(FROM);
    const to = row.requiredText(TO);
    if (from === null || to === null) continue;
    const other = targets.get(from);
    if (other !== undefined)
      row.refuse(FROM, {
        code: other === to ? "duplicate-sector" : "split-sector",
        message: `${from} goes to ${other} already`,
        hint: "sectors can be merged, not split: map both lists to one that is coarser",
      });
    if (sectors && sectors.find(to) < 0)
      row.refuse(TO, {
        code: "unknown-sector",
        message: `there is no sector "${to}" in the table.${sectors.suggest(to)}`,
      });
    targets.set(from, to);
  }
  return targets;
}
