import { readTerminalWidth } from "../terminal-width.ts";
import type { ResultColumn } from "./query-definition.ts";

/** Digits of the largest number of a column that are shown at least. */
const SIGNIFICANT = 4;
const GAP = "–";
const GUTTER = "  ";
/** Han characters and full-width marks take two cells of a terminal. */
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/gu;

/**
 * A table for people: text to the left, numbers to the right and rounded, a dash where there is no value. Wider than the
 * terminal it goes on below, with its first column again.
 */
export function renderTable(columns: readonly ResultColumn[], width = readTerminalWidth()): string {
  const cells = columns.map((column) => {
    const values: ArrayLike<string | number | null> = column.values;
    const digits = column.digits ?? chooseDigits(values);
    return [column.name, ...Array.from(values, (value) => formatCell(column.kind, digits, value))];
  });
  const widths = cells.map((column) => Math.max(...column.map(countCells)));
  const render = (block: readonly number[]) =>
    cells[0]
      .map((_, i) => block.map((k) => pad(cells[k][i], widths[k], columns[k].kind !== "text")).join(GUTTER))
      .map((row) => `${row.trimEnd()}\n`)
      .join("");
  return foldColumns(widths, width).map(render).join("\n");
}

/** Columns by their places in blocks that fit the width, each beginning with the first column. */
function foldColumns(widths: readonly number[], width = Infinity): number[][] {
  const blocks: number[][] = [[0]];
  for (const k of widths.keys()) {
    if (k === 0) continue;
    const block = blocks.at(-1)!;
    const taken = [...block, k].reduce((sum, at) => sum + widths[at] + GUTTER.length, -GUTTER.length);
    if (taken <= width || block.length === 1) block.push(k);
    else blocks.push([0, k]);
  }
  return blocks;
}

/** Decimals after which the largest number of a column has as many digits as are shown; none above a thousand, nor for whole numbers. */
export function chooseDigits(values: ArrayLike<string | number | null>): number {
  const numbers = Array.from(values).filter((value) => typeof value === "number");
  const largest = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0 || numbers.every(Number.isInteger)) return 0;
  return Math.min(Math.max(SIGNIFICANT - 1 - Math.floor(Math.log10(largest)), 0), 20);
}

function formatCell(kind: ResultColumn["kind"], digits: number, value: string | number | null): string {
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
