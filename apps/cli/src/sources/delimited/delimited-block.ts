import { showPath } from "../../paths.ts";
import type { IssueList } from "../issue-list.ts";
import type { Block, BlockRow, Label, Part } from "../tables/block.ts";
import { parseNumber } from "../tables/number-text.ts";
import {
  detectLayout,
  HEADER_LIMIT,
  includeIndexNames,
  type Layout,
  readColumnLabels,
  readRowLabel,
} from "./layout.ts";
import { type Line, readLines } from "./line-reader.ts";
import { CellBounds } from "./split-cells.ts";
import { guessSeparator, TableText } from "./table-text.ts";

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
    issues.error(
      { file: name, line: 1 },
      {
        code: "no-header",
        message: "has no header: its first row names neither regions nor columns",
        hint: "two header rows (region, sector) with the first two cells empty, two index columns",
      },
    );
    return null;
  }
  const columns = readColumnLabels(head.lines, layout);
  const bare = columns.every(({ region }) => region === null);
  const byRegion = isByRegion(part) || (bare && part !== "household-emissions");
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
  const lines: string[][] = [];
  let text: TableText | undefined;
  for await (const { number, bytes } of readLines(path)) {
    const place = { file: showPath(path), line: number };
    if (bytes.includes(0)) {
      issues.error(place, { code: "not-text", message: "holds bytes that are no text", hint: "save it as CSV UTF-8" });
      return null;
    }
    text ??= new TableText(guessSeparator(bytes), encoding);
    try {
      lines.push(text.cells(bytes));
    } catch {
      issues.error(place, explainEncoding(encoding));
      return null;
    }
    if (lines.length === HEADER_LIMIT) break;
  }
  if (text && lines.length > 1) return { lines, text };
  const message = text ? "has a header but no rows" : "is empty";
  issues.error({ file: showPath(path) }, { code: "empty-file", message });
  return null;
}

function explainEncoding(encoding: string) {
  const hint = encoding === "utf-8" ? "state its encoding, such as --encoding gb18030" : "state another --encoding";
  return { code: "bad-encoding", message: `is not ${encoding} text`, hint };
}

async function* readRows(file: OpenFile, issues: IssueList): AsyncGenerator<BlockRow> {
  const { name, path, layout, columns, byRegion, text } = file;
  const { indexColumns, headerRows } = layout;
  const bounds = new CellBounds();
  const values = new Float64Array(columns.length);
  for await (const line of readLines(path)) {
    if (line.number <= headerRows || isBlank(line)) continue;
    const { bytes, number } = line;
    bounds.split(bytes, text.separator);
    const found = bounds.count - indexColumns;
    if (found !== columns.length) {
      const message = `has ${found} numbers where the header names ${columns.length} columns`;
      issues.error({ file: name, line: number }, { code: "ragged-row", message, hint: "the file may be cut short" });
      continue;
    }
    for (let k = 0; k < values.length; k++)
      values[k] = parseNumber(bytes, bounds.from(indexColumns + k), bounds.end(indexColumns + k));
    const label = readLabel(line, file, bounds, byRegion, issues);
    if (!label) continue;
    yield {
      label,
      values,
      textOf: (column) => text.cell(bytes, bounds, indexColumns + column),
      placeOf: (column) => [name, number, ...(column === undefined ? [] : [indexColumns + column + 1])].join(":"),
    };
  }
}

/** Rows of these blocks are sectors of regions, whatever heads the columns. */
function isByRegion(part: Part): boolean {
  return part === "Z" || part === "A" || part === "Y" || part === "x";
}

function readLabel(
  { bytes, number }: Line,
  { name, layout, text, encoding }: OpenFile,
  bounds: CellBounds,
  byRegion: boolean,
  issues: IssueList,
): Label | null {
  try {
    const cells = Array.from({ length: layout.indexColumns }, (_, k) => text.cell(bytes, bounds, k));
    return readRowLabel(cells, byRegion);
  } catch {
    issues.error({ file: name, line: number }, explainEncoding(encoding));
    return null;
  }
}

/** Spreadsheets leave rows of separators behind. */
function isBlank({ bytes }: Line): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9 || byte === 44 || byte === 59 || byte === 34);
}
