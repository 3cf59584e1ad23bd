import { showPath } from "../../paths.ts";
import { recogniseKind } from "../file-kind.ts";
import { adviseEncoding } from "../guess-encoding.ts";
import type { IssueList, Problem } from "../issue-list.ts";
import type { Block, Label, Part } from "../tables/block.ts";
import { checkHeader, refuseHeader } from "./check-header.ts";
import { explainEncoding, readRows } from "./delimited-rows.ts";
import {
  detectLayout,
  HEADER_LIMIT,
  includeIndexNames,
  type Layout,
  readColumnLabels,
  readRowLabel,
} from "./layout.ts";
import { readLines } from "./line-reader.ts";
import { adviseFormat, type NumberFormat } from "./number-format.ts";
import type { NumberWatch } from "./number-watch.ts";
import { guessSeparator, TableText } from "./table-text.ts";

const RETURN = 13;

/** A text file that is a block, and what is known of it beforehand. */
export interface DelimitedFile {
  path: string;
  part: Part;
  encoding: string;
  /** Else found out. */
  layout?: Layout;
  unit?: string;
  /** How numbers are written; with points and no separators of thousands where it is not stated. */
  numbers?: NumberFormat | null;
  /** Looks whether dots may separate thousands. */
  watch?: NumberWatch;
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
  const columns = dropUnnamed(readColumnLabels(head.lines, layout));
  const bare = columns.every(({ region }) => region === null);
  const byRegion = isByRegion(part) || (bare && part !== "household-emissions");
  checkHeader({ name, part, lines: head.lines, layout, columns }, byRegion, issues);
  if (!file.numbers && !checkFormat(head.lines, layout, name, issues)) return null;
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

/** Columns up to the last that has a name: spreadsheets leave empty ones behind. */
function dropUnnamed(columns: readonly Label[]): Label[] {
  return columns.slice(0, columns.findLastIndex(({ region, item }) => item !== "" || (region ?? "") !== "") + 1);
}

/** Whether the first rows have numbers that can be read; how they are written is said once, not cell by cell. */
function checkFormat(
  lines: string[][],
  { headerRows, indexColumns }: Layout,
  name: string,
  issues: IssueList,
): boolean {
  for (const [k, cells] of lines.entries())
    for (const [column, text] of cells.entries()) {
      const advice = k < headerRows || column < indexColumns ? null : adviseFormat(text);
      if (!advice) continue;
      const message = `writes numbers like "${text}"`;
      const place = { file: name, line: k + 1, column: String(column + 1) };
      issues.error(place, { code: "number-format", message, hint: `state ${advice}` });
      return false;
    }
  return true;
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
    const problem = checkText(bytes, path);
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
function checkText(bytes: Uint8Array, path: string): Problem | null {
  if (bytes.includes(0))
    return { code: "not-text", message: "holds bytes that are no text", hint: adviseEncoding(path) };
  if (bytes.includes(RETURN))
    return {
      code: "not-text",
      message: "has carriage returns between its rows and no line feeds",
      hint: "save it as CSV UTF-8, with the line ends of Windows or Unix",
    };
  return null;
}

/** Rows of these blocks are sectors of regions, whatever heads the columns. */
function isByRegion(part: Part): boolean {
  return part === "Z" || part === "A" || part === "Y" || part === "x";
}
