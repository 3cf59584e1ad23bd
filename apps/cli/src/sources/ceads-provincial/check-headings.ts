import { PROVINCES } from "../ceads/provinces.ts";
import type { IssueList } from "../issue-list.ts";
import { nameColumn } from "../xlsx/sheet-row.ts";
import type { ColumnRole, SheetLayout } from "./sheet-layout.ts";

const HINT = "each province stands over the first of its sectors, and again over the first of its final uses";

/**
 * Check that every province of the headings is one, and stands where its columns begin. A row of headings that is shifted
 * would give columns to their neighbours.
 *
 * @param name Workbook and sheet.
 */
export function checkHeadings(name: string, layout: SheetLayout, issues: IssueList): void {
  const place = (column: number, row: number) => ({ file: `${name}!${nameColumn(column)}${row}` });
  const shifted = (column: number, message: string) =>
    issues.error(place(column, layout.provinceRow), { code: "shifted-header", message, hint: HINT });
  const [flows, uses] = (["sector", "final-use"] as const).map((kind) =>
    layout.columns.filter((role) => role.kind === kind),
  );
  const early = layout.beside.findLastIndex((item) => item !== "" && flows.some((role) => role.item === item));
  if (early >= 0) shifted(early, `there is no province over "${layout.beside[early]}"`);
  for (const columns of [flows, uses]) {
    const [first] = columns;
    if (first?.province === "") {
      shifted(first.column, `there is no province over "${first.item}"`);
      continue;
    }
    for (const { column, province, item } of listBeginnings(columns)) {
      if (PROVINCES.find(province) < 0)
        issues.error(place(column, layout.provinceRow), {
          code: "unknown-region",
          message: `there is no province "${province}".${PROVINCES.suggest(province)}`,
        });
      else if (item !== first.item)
        shifted(
          column,
          `the columns of ${province} begin with "${item}", those of ${first.province} with "${first.item}"`,
        );
    }
  }
}

/** The first column of each province. */
function listBeginnings(columns: readonly ColumnRole[]): ColumnRole[] {
  return columns.filter(({ province }, k) => province !== columns[k - 1]?.province);
}
