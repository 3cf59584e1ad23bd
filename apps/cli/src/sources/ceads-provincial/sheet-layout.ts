import type { SheetRow } from "../xlsx/sheet-row.ts";
import { classifyLabel, type Kind } from "./classify-label.ts";

/** Rows at the top in which the headings are looked for. */
export const HEAD_ROWS = 12;

/** What is in a column of numbers. */
export interface ColumnRole {
  column: number;
  kind: Kind;
  province: string;
  item: string;
}

/** Where the table of a sheet lies. */
export interface SheetLayout {
  /** Number of the row of sector names; provinces stand above it. */
  sectorRow: number;
  /** Columns before this one name the rows. */
  firstColumn: number;
  columns: readonly ColumnRole[];
}

/** The texts of a row at the top. */
export interface HeadRow {
  number: number;
  texts: readonly string[];
}

/** Texts of a row. */
export function readTexts(row: SheetRow): string[] {
  return Array.from({ length: row.width }, (_, column) => row.text(column).trim());
}

/**
 * Find the table of a sheet by its headings: a row with the provinces, each at the beginning of its block, and below it a
 * row with a sector, or another heading, over every column.
 *
 * @param isProvince Whether a text is the name of a province.
 * @returns `null` where no row of the top is such a row.
 */
export function findLayout(head: readonly HeadRow[], isProvince: (text: string) => boolean): SheetLayout | null {
  const at = head.findIndex(({ texts }) => texts.filter(isProvince).length > 1);
  const [provinces, sectors] = [head[at], head[at + 1]];
  if (!provinces || !sectors) return null;
  const firstColumn = provinces.texts.findIndex(isProvince);
  const codes = head[at + 2]?.texts ?? [];
  let province = "";
  const columns: ColumnRole[] = [];
  const width = Math.max(provinces.texts.length, sectors.texts.length);
  for (let column = firstColumn; column < width; column++) {
    const above = provinces.texts[column] ?? "";
    const item = sectors.texts[column] ?? "";
    if (isProvince(above)) province = above;
    const heading = [isProvince(above) ? "" : above, item, codes[column] ?? ""];
    if (heading.every((text) => text === "")) continue;
    columns.push({ column, kind: classifyLabel(heading), province, item: item || above });
  }
  return { sectorRow: sectors.number, firstColumn, columns };
}
