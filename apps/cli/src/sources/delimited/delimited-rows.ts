import { adviseEncoding } from "../guess-encoding.ts";
import type { IssueList, Problem } from "../issue-list.ts";
import type { BlockRow, Label } from "../tables/block.ts";
import { type Layout, readRowLabel } from "./layout.ts";
import { type Line, readLines } from "./line-reader.ts";
import { type NumberFormat, NumberReader } from "./number-format.ts";
import type { NumberWatch } from "./number-watch.ts";
import { scanNumbers } from "./scan-numbers.ts";
import { CellBounds } from "./split-cells.ts";
import type { TableText } from "./table-text.ts";

const QUOTE = 34;

/** A text file whose header is read. */
export interface OpenFile {
  path: string;
  name: string;
  encoding: string;
  layout: Layout;
  columns: readonly Label[];
  /** Whether rows are sectors of regions. */
  byRegion: boolean;
  text: TableText;
  numbers?: NumberFormat | null;
  watch?: NumberWatch;
}

/** The rows below the header; what is no row of the table is recorded for what it is. */
export async function* readRows(file: OpenFile, issues: IssueList): AsyncGenerator<BlockRow> {
  const { name, path, layout, columns, byRegion, text, watch } = file;
  const { indexColumns, headerRows } = layout;
  const bounds = new CellBounds();
  const values = new Float64Array(columns.length);
  const scan = makeScan(file, values);
  let told = false;
  for await (const line of readLines(path)) {
    if (line.number <= headerRows || isBlank(line.bytes)) continue;
    const { bytes, number } = line;
    const begin = bounds.split(bytes, text.separator, indexColumns);
    const found = bounds.count < indexColumns ? bounds.count - indexColumns : scan(bytes, begin);
    const textOf = (column: number) => text.cellOf(bytes, indexColumns + column);
    const place = { file: name, line: number };
    const spare = found > columns.length ? findFilled(text.shownCells(bytes), indexColumns + columns.length) : -1;
    if (isAlone(line, bounds, found, columns.length)) {
      issues.error(place, explainNote(text.cellOf(bytes, 0)));
      continue;
    }
    if (found < columns.length || spare >= 0) {
      issues.error(place, explainLength(line, found, columns.length, spare));
      continue;
    }
    if (found > columns.length && !told) {
      told = true;
      issues.warn(place, explainSpare(indexColumns + columns.length + 1, indexColumns + found));
    }
    const label = readLabel(line, file, bounds, byRegion, issues);
    if (!line.ended) warnOfEnd(name, number, indexColumns + found, textOf(found - 1), issues);
    if (!label) continue;
    const row: BlockRow = {
      label,
      values,
      textOf,
      placeOf: (column) => [name, number, ...(column === undefined ? [] : [indexColumns + column + 1])].join(":"),
    };
    watch?.look(name, bytes, row, () => text.shownCells(bytes).slice(indexColumns));
    yield row;
  }
}

/** Reads the numbers of a line from a place on. */
function makeScan({ numbers, text }: OpenFile, values: Float64Array): (bytes: Uint8Array, from: number) => number {
  const isPlain = !numbers || (numbers.decimal === "." && numbers.thousands === "");
  if (isPlain) return (bytes, from) => scanNumbers(bytes, from, text.separator, values);
  const reader = new NumberReader(numbers);
  return (bytes, from) => reader.scan(bytes, from, text, values);
}

/** The first cell from a place on that is not empty; -1 where there is none. */
function findFilled(cells: readonly string[], from: number): number {
  return cells.findIndex((cell, k) => k >= from && cell !== "");
}

/** Whether a row has a text in its first cell and nothing else: a row of the table that is cut short has no line end. */
function isAlone({ bytes, ended }: Line, bounds: CellBounds, found: number, wanted: number): boolean {
  if (found >= wanted && wanted > 0 && !isBlank(bytes.subarray(bounds.end(0)))) return false;
  const first = bytes.subarray(bounds.from(0), bounds.end(0));
  return !isBlank(first) && isBlank(bytes.subarray(bounds.end(0))) && (ended || first.includes(32));
}

function explainNote(text: string): Problem {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return {
    code: "footnote",
    message: `"${shown}" stands alone in its row: a footnote or a heading, no row of the table`,
    hint: "take the row out",
  };
}

function explainSpare(from: number, to: number): Problem {
  const message = from === to ? `column ${from} is empty` : `columns ${from} to ${to} are empty`;
  return { code: "empty-columns", message: `${message} and left out, from here on`, hint: "delete them to be sure" };
}

/** Why a row may have too many cells, or too few. */
function explainLength({ bytes, ended }: Line, found: number, wanted: number, spare: number): Problem {
  const quotes = bytes.reduce((count, byte) => count + (byte === QUOTE ? 1 : 0), 0);
  const short = ended ? "cells are missing" : "the file may be cut short: it ends here, without a line end";
  const long = `a number with separators, such as 1,234, is two cells; or column ${spare + 1} has no name`;
  return {
    code: "ragged-row",
    message: `has ${Math.max(found, 0)} numbers where the header names ${wanted} columns`,
    hint: quotes % 2 === 1 ? "a quoted cell does not end on this line" : spare >= 0 ? long : short,
  };
}

/** A number that the file ends with, and no line end, may be the beginning of a longer one. */
function warnOfEnd(name: string, line: number, column: number, cell: string, issues: IssueList): void {
  issues.warn(
    { file: name, line, column: String(column) },
    {
      code: "no-line-end",
      message: `the file ends with "${cell}" and no line end`,
      hint: "compare it with the original: it may be cut short within this number",
    },
  );
}

/** What to do about a file that is not in its encoding. */
export function explainEncoding(path: string, encoding: string): Problem {
  return { code: "bad-encoding", message: `is not ${encoding} text`, hint: adviseEncoding(path) };
}

function readLabel(
  { bytes, number }: Line,
  { name, path, layout, text, encoding }: OpenFile,
  bounds: CellBounds,
  byRegion: boolean,
  issues: IssueList,
): Label | null {
  try {
    const cells = Array.from({ length: layout.indexColumns }, (_, k) => text.cell(bytes, bounds, k));
    return readRowLabel(cells, byRegion);
  } catch {
    issues.error({ file: name, line: number }, explainEncoding(path, encoding));
    return null;
  }
}

/** Spreadsheets leave rows of separators behind. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9 || byte === 44 || byte === 59 || byte === 34);
}
