import type { IssueList } from "../issue-list.ts";
import { nameColumn } from "../xlsx/sheet-row.ts";
import type { Workbook } from "../xlsx/workbook.ts";

/** One item of a province. */
export interface InventoryRow {
  /** Code of the province. */
  region: string;
  item: string;
  /** NaN where the cell holds no number. */
  value: number;
  text: string;
  place: string;
}

const TOTAL_COLUMN = /scope\s*1\s*total|^total$/i;
/** Sums of the items, which would count them twice. */
const TOTAL_ROW = /^(total|sum)\b|合计|总计/i;

/** Items of a sheet: names in the first column with words, sums in the column headed `Scope 1 Total`. */
export async function readInventorySheet(
  workbook: Workbook,
  sheet: string,
  region: string,
  issues: IssueList,
): Promise<InventoryRow[]> {
  const name = `${workbook.name}!${sheet}`;
  const items: InventoryRow[] = [];
  let column = -1;
  for await (const row of workbook.rows(sheet)) {
    const texts = Array.from({ length: row.width }, (_, k) => row.text(k).trim());
    if (column < 0) {
      column = texts.findLastIndex((text) => TOTAL_COLUMN.test(text));
      continue;
    }
    const item = texts.slice(0, column).find((text) => /\p{L}/u.test(text));
    if (!item || TOTAL_ROW.test(item)) continue;
    const value = column < row.width ? row.numbers[column] : Number.NaN;
    items.push({ region, item, value, text: row.text(column), place: `${name}!${nameColumn(column)}${row.number}` });
  }
  if (column < 0) issues.error({ file: name }, { code: "no-header", message: "has no column headed Scope 1 Total" });
  return items;
}
