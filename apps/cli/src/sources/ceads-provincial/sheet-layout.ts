import type { SheetRow } from "../xlsx/sheet-row.ts";
import { classifyLabel, type Kind } from "./classify-label.ts";

/** Rows at the top in which the headings are looked for. */
export const HEAD_ROWS = 12;

/** What is in a column of numbers. */
export interface ColumnRole {
  column: number;
  kind: Kind;
  province: string;
  /** Whether the province stands over this very column. */
  begins: boolean;
  item: string;
}

/** Where the table of a sheet lies. */
export interface SheetLayout {
  provinceRow: number;
  /** Number of the row of sector names; provinces stand above it. */
  sectorRow: number;
  /** Columns before this one name the rows. */
  firstColumn: number;
  /** What stands in the row of sectors over those columns. */
  beside: readonly string[];
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
  // An empty row between the headings is no row of names.
  const [provinces, sectors, next] = head
    .slice(Math.max(at, 0))
    .filter(({ texts }) => texts.some((text) => text !== ""));
  if (at < 0 || !sectors) return null;
  const firstColumn = provinces.texts.findIndex(isProvince);
  const codes = next?.texts ?? [];
  let province = "";
  const columns: ColumnRole[] = [];
  const width = Math.max(provinces.texts.length, sectors.texts.length);
  for (let column = firstColumn; column < width; column++) {
    const above = provinces.texts[column] ?? "";
    const item = sectors.texts[column] ?? "";
    const heading = [isProvince(above) ? "" : above, item, codes[column] ?? ""];
    if (heading.every((text) => text === "")) continue;
    const kind = classifyLabel(heading);
    // Final uses begin with a province of their own: the last one of the flows does not reach over to them.
    if (kind === "final-use" && columns.every((role) => role.kind !== kind)) province = "";
    if (above !== "" && (isProvince(above) || kind === "sector")) province = above;
    columns.push({ column, kind, province, begins: isProvince(above), item: item || above });
  }
  const beside = sectors.texts.slice(0, firstColumn);
  return { provinceRow: provinces.number, sectorRow: sectors.number, firstColumn, beside, columns };
}
