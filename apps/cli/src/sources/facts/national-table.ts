import { type FactYear, FINAL_USES, type FinalUse, type NationalTable, type Sector } from "@tributary/core";
import type { IssueList } from "../issue-list.ts";
import type { TableRow } from "../table-row.ts";
import { readTextTable, type TextTable } from "../text-table.ts";
import { KeySet } from "./key-set.ts";
import { refuseUnknownSectors } from "./sectors.ts";

/** Column of each final use. Only capital formation and inventories may be negative: sales of used goods, stocks run down. */
const USE_COLUMNS: Readonly<Record<FinalUse, { column: string; signed: boolean }>> = {
  "rural-households": { column: "rural_households", signed: false },
  "urban-households": { column: "urban_households", signed: false },
  government: { column: "government", signed: false },
  "capital-formation": { column: "fixed_capital_formation", signed: true },
  inventories: { column: "inventory_change", signed: true },
};
const VALUE_ADDED = "value_added";

/** A national table as published, with the value added that its columns state. */
export interface NationalRecord {
  file: string;
  table: NationalTable;
  /** N, 10⁴ CNY. */
  valueAdded: Float64Array;
  /** Line of each sector's row, N. */
  lines: readonly number[];
  valueAddedLine: number;
}

/** Name of the file of a year's table. */
export function nameNationalFile(year: FactYear): string {
  return `io-national-${year}.csv`;
}

/**
 * Read the national competitive table of a year, in the order of `sectors`.
 *
 * Units: 10⁴ CNY.
 *
 * @returns `null` where any cell is missing or unreadable: sums over a table with gaps would say nothing.
 */
export function readNationalTable(
  folder: string,
  year: FactYear,
  sectors: readonly Sector[],
  issues: IssueList,
): NationalRecord | null {
  const file = nameNationalFile(year);
  const codes = sectors.map(({ code }) => code);
  const uses = FINAL_USES.map((use) => USE_COLUMNS[use].column);
  const before = issues.count;
  const text = readTextTable(folder, file, ["sector", ...codes, ...uses, "exports", "imports", "gross_output"], issues);
  if (!text) return null;
  const rows = indexRows(text, codes, issues);
  const record = parseRecord(text, codes, rows);
  return issues.count === before ? record : null;
}

function indexRows({ file, rows }: TextTable, codes: readonly string[], issues: IssueList): Map<string, TableRow> {
  const seen = new KeySet("duplicate-sector");
  const index = new Map<string, TableRow>();
  const known = new Set([...codes, VALUE_ADDED]);
  for (const row of rows) {
    const code = row.requiredText("sector");
    if (code === null || !seen.add(row, "sector", code)) continue;
    if (known.has(code)) index.set(code, row);
    else refuseUnknownSectors(row, "sector", [code]);
  }
  for (const code of known)
    if (!index.has(code))
      issues.error(
        { file },
        { code: "missing-sector", message: `has no row for ${code}`, hint: "the first cell of a row is its code" },
      );
  return index;
}

function parseRecord(text: TextTable, codes: readonly string[], rows: ReadonlyMap<string, TableRow>): NationalRecord {
  const columnOf = (column: string, signed: boolean) =>
    Float64Array.from(codes, (code) => readCell(rows.get(code), column, signed));
  const Z = Float64Array.from(codes.flatMap((from) => codes.map((to) => readCell(rows.get(from), to, false))));
  const finalUse = Object.fromEntries(
    FINAL_USES.map((use) => [use, columnOf(USE_COLUMNS[use].column, USE_COLUMNS[use].signed)]),
  ) as Record<FinalUse, Float64Array>;
  const table: NationalTable = {
    Z,
    finalUse,
    exports: columnOf("exports", false),
    imports: columnOf("imports", false),
    balanceError: text.columns.includes("balance_error")
      ? columnOf("balance_error", true)
      : new Float64Array(codes.length),
    output: columnOf("gross_output", false),
  };
  const lineOf = (code: string) => rows.get(code)?.line ?? 0;
  const valueAdded = Float64Array.from(codes, (code) => readCell(rows.get(VALUE_ADDED), code, false));
  return { file: text.file, table, valueAdded, lines: codes.map(lineOf), valueAddedLine: lineOf(VALUE_ADDED) };
}

/** `NaN` where there is no value: its issue is recorded, and the table is then dropped. */
function readCell(row: TableRow | undefined, column: string, signed: boolean): number {
  return row?.number(column, signed ? {} : { sign: "not-negative" }) ?? Number.NaN;
}
