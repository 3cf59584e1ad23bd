import type { ResultColumn } from "./query-definition.ts";

const DEFAULT_DIGITS = 0;
const GAP = "–";
/** Han characters and full-width marks take two cells of a terminal. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/gu;

/** A table for people: text to the left, numbers to the right and rounded, a dash where there is no value. */
export function renderTable(columns: readonly ResultColumn[]): string {
  const cells = columns.map((column) => {
    const values: ArrayLike<string | number | null> = column.values;
    return [column.name, ...Array.from(values, (value) => formatCell(column, value))];
  });
  const widths = cells.map((column) => Math.max(...column.map(countCells)));
  const rows = cells[0].map((_, i) =>
    columns.map(({ kind }, k) => pad(cells[k][i], widths[k], kind !== "text")).join("  "),
  );
  return rows.map((row) => `${row.trimEnd()}\n`).join("");
}

function formatCell({ kind, digits = DEFAULT_DIGITS }: ResultColumn, value: string | number | null): string {
  if (value === null) return GAP;
  if (typeof value === "string" || kind === "integer") return String(value);
  const text = value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return text.replace(/^-(?=[0,.]*$)/, "").replace("-", "−");
}

function pad(text: string, width: number, right: boolean): string {
  const space = " ".repeat(width - countCells(text));
  return right ? space + text : text + space;
}

function countCells(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}
