import { basename, dirname } from "node:path";
import type { IssueList } from "../issue-list.ts";
import { readTextTable, warnUnread } from "../text-table.ts";
import type { TableAxes } from "./table-axes.ts";

const RANGE = { min: 0.02, max: 50, hint: "price of the year over that of the first year of the release" };

/**
 * Read the price of each sector's product over that of the first year of the release: columns `sector`, `index`.
 *
 * @returns One index a sector; `null` where something is wrong, which is in `issues`.
 */
export function readDeflators(
  path: string,
  { sectors }: TableAxes,
  issues: IssueList,
  encoding?: string,
): number[] | null {
  const before = issues.count;
  const table = readTextTable(dirname(path), basename(path), ["sector", "index"], issues, encoding);
  if (!table) return null;
  warnUnread(table, ["sector", "index"], issues);
  const indices = new Map<number, number>();
  for (const row of table.rows) {
    const name = row.requiredText("sector");
    const index = row.number("index", RANGE);
    if (name === null || index === null) continue;
    const k = sectors.find(name);
    if (k < 0)
      row.refuse("sector", {
        code: "unknown-sector",
        message: `there is no sector "${name}".${sectors.suggest(name)}`,
      });
    else if (indices.has(k)) row.refuse("sector", { code: "duplicate-sector", message: `${name} is there already` });
    else indices.set(k, index);
  }
  for (const [k, { code, name }] of sectors.entries.entries())
    if (!indices.has(k) && issues.count === before)
      issues.error(
        { file: table.file },
        {
          code: "missing-sector",
          message: `no price for sector ${code} ${name.en}`,
          hint: "write 1 where none is known",
        },
      );
  return issues.count === before ? sectors.entries.map((_, k) => indices.get(k) ?? Number.NaN) : null;
}
