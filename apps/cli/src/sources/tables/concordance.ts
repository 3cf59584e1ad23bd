import { basename, dirname } from "node:path";
import type { IssueList } from "../issue-list.ts";
import type { TableRow } from "../table-row.ts";
import { readTextTable, type TextTable, warnUnread } from "../text-table.ts";
import type { Axis } from "./axis.ts";

/** Columns that say how much of a sector goes. */
const WEIGHT = /^(weight|share|factor|coefficient|proportion|ratio|percent|pct|allocation|权重|比例|份额|系数)/i;

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
export function readConcordance(
  path: string,
  sectors: Axis | null,
  issues: IssueList,
  encoding?: string,
): Concordance | null {
  const table = readTextTable(dirname(path), basename(path), [FROM, TO], issues, encoding);
  if (!table) return null;
  const weights = findWeights(table);
  warnUnread(table, [FROM, TO, ...weights], issues);
  const targets = new Map<string, string>();
  for (const row of table.rows) {
    for (const column of weights) checkWeight(row, column);
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

/** Columns of weights: those that are called so, and those whose cells are all shares of 1. */
function findWeights({ columns, rows }: TextTable): string[] {
  const isShare = (text: string) => /^(0?\.\d+|[01]\.?0*)$/.test(text);
  return columns.filter(
    (column) =>
      column !== FROM &&
      column !== TO &&
      (WEIGHT.test(column) || (rows.length > 0 && rows.every((row) => isShare(row.text(column))))),
  );
}

/** A sector goes as a whole: part of it would be lost, for it is written nowhere where the rest goes. */
function checkWeight(row: TableRow, column: string): void {
  const text = row.requiredText(column);
  if (text === null || /^(1|1\.0+|100|100\.0+|100 ?%)$/.test(text)) return;
  row.refuse(column, {
    code: "weight",
    message: `${row.text(FROM)} goes to ${row.text(TO)} with weight ${text}, and a sector can only go as a whole`,
    hint: "weights are 1: map both lists to one that is coarser, or split the table before the import",
  });
}
