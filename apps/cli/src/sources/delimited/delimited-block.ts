import { showPath } from "../../paths.ts";
import { recogniseKind } from "../file-kind.ts";
import { adviseEncoding } from "../guess-encoding.ts";
import type { IssueList, Problem } from "../issue-list.ts";
import type { Block, BlockRow, Label, Part } from "../tables/block.ts";
import { checkHeader, refuseHeader } from "./check-header.ts";
import {
  detectLayout,
  HEADER_LIMIT,
  includeIndexNames,
  type Layout,
  readColumnLabels,
  readRowLabel,
} from "./layout.ts";
import { type Line, readLines } from "./line-reader.ts";
import { scanNumbers } from "./scan-numbers.ts";
import { CellBounds } from "./split-cells.ts";
import { guessSeparator, TableText } from "./table-text.ts";

const [RETURN, QUOTE] = [13, 34];

/** A text file that is a block, and what is known of it beforehand. */
export interface DelimitedFile {
  path: string;
  part: Part;
  encoding: string;
  /** Else found out. */
  layout?: Layout;
  unit?: string;
}

/**
 * Open a CSV or TSV file whose first rows and columns are names.
 *
 * @returns `null` where it has no readable header; the reason is in `issues`.
 */
export async function openDelimited(file: DelimitedFile, issues: IssueList): Promise<Block | null> {
  const { path, part, unit = null } = file;
  const name = showPath(path);
  const head = await readHead(file, issues);
  if (!head) return null;
  const found = file.layout ?? detectLayout(head.lines, part);
  const layout = found && includeIndexNames(head.lines, found);
  if (!layout || layout.headerRows === 0) {
    refuseHeader(name, head.lines, issues);
    return null;
  }
  const columns = readColumnLabels(head.lines, layout);
  const bare = columns.every(({ region }) => region === null);
  const byRegion = isByRegion(part) || (bare && part !== "household-emissions");
  checkHeader({ name, part, lines: head.lines, layout, columns }, byRegion, issues);
  const open = { ...file, name, layout, columns, byRegion, text: head.text };
  const first = head.lines[layout.headerRows]?.slice(0, layout.indexColumns);
  return {
    part,
    name,
    columns,
    unit: unit ?? (byRegion && first ? (readRowLabel(first, true).unit ?? null) : null),
    placeOf: (column) => `${name}:1:${layout.indexColumns + column + 1}`,
    rows: () => readRows(open, issues),
  };
}

interface OpenFile extends DelimitedFile {
  name: string;
  layout: Layout;
  columns: readonly Label[];
  /** Whether rows are sectors of regions. */
  byRegion: boolean;
  text: TableText;
}

/** The first lines, and how to read the text. */
async function readHead(
  { path, encoding }: DelimitedFile,
  issues: IssueList,
): Promise<{ lines: string[][]; text: TableText } | null> {
  const kind = recogniseKind(path);
  if (kind) {
    const { message, hint } = kind;
    issues.error({ file: showPath(path) }, { code: message === "is empty" ? "empty-file" : "not-text", message, hint });
    return null;
  }
  const lines: string[][] = [];
  let text: TableText | undefined;
  for await (const { number, bytes } of readLines(path)) {
    const place = { file: showPath(path), line: number };
    const problem = checkText(bytes);
    if (problem) {
      issues.error(place, problem);
      return null;
    }
    text ??= new TableText(guessSeparator(bytes), encoding);
    try {
      lines.push(text.cells(bytes));
    } catch {
      issues.error(place, explainEncoding(path, encoding));
      return null;
    }
    if (lines.length === HEADER_LIMIT) break;
  }
  if (text && lines.length > 1) return { lines, text };
  issues.error({ file: showPath(path) }, { code: "empty-file", message: "has a header but no rows" });
  return null;
}

/** What tells that a line is none of a table in text. */
function checkText(bytes: Uint8Array): Problem | null {
  if (bytes.includes(0))
    return { code: "not-text", message: "holds bytes that are no text", hint: "save it as CSV UTF-8" };
  if (bytes.includes(RETURN))
    return {
      code: "not-text",
      message: "has carriage returns between its rows and no line feeds",
      hint: "save it as CSV UTF-8, with the line ends of Windows or Unix",
    };
  return null;
}

function explainEncoding(path: string, encoding: string): Problem {
  return { code: "bad-encoding", message: `is not ${encoding} text`, hint: adviseEncoding(path) };
}

async function* readRows(file: OpenFile, issues: IssueList): AsyncGenerator<BlockRow> {
  const { name, path, layout, columns, byRegion, text } = file;
  const { indexColumns, headerRows } = layout;
  const bounds = new CellBounds();
  const values = new Float64Array(columns.length);
  for await (const line of readLines(path)) {
    if (line.number <= headerRows || isBlank(line)) continue;
    const { bytes, number } = line;
    const begin = bounds.split(bytes, text.separator, indexColumns);
    const found =
      bounds.count < indexColumns ? bounds.count - indexColumns : scanNumbers(bytes, begin, text.separator, values);
    if (found !== columns.length) {
      const message = `has ${found} numbers where the header names ${columns.length} columns`;
      const hint = explainLength(line, found > columns.length);
      issues.error({ file: name, line: number }, { code: "ragged-row", message, hint });
      continue;
    }
    const label = readLabel(line, file, bounds, byRegion, issues);
    const textOf = (column: number) => text.cellOf(bytes, indexColumns + column);
    if (!line.ended) warnOfEnd(name, number, indexColumns + found, textOf(found - 1), issues);
    if (!label) continue;
    yield {
      label,
      values,
      textOf,
      placeOf: (column) => [name, number, ...(column === undefined ? [] : [indexColumns + column + 1])].join(":"),
    };
  }
}

/** Why a row may have too many cells, or too few. */
function explainLength({ bytes, ended }: Line, tooMany: boolean): string {
  const quotes = bytes.reduce((count, byte) => count + (byte === QUOTE ? 1 : 0), 0);
  if (quotes % 2 === 1) return "a quoted cell does not end on this line";
  if (tooMany) return "a number with separators, such as 1,234, is two cells; or a column has no name";
  return ended ? "cells are missing" : "the file may be cut short: it ends here, without a line end";
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

/** Rows of these blocks are sectors of regions, whatever heads the columns. */
function isByRegion(part: Part): boolean {
  return part === "Z" || part === "A" || part === "Y" || part === "x";
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
function isBlank({ bytes }: Line): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9 || byte === 44 || byte === 59 || byte === 34);
}
