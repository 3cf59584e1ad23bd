import { join } from "node:path";
import { InputError } from "@tributary/core/errors";
import { CsvError, type Options, parse } from "csv-parse/sync";
import { askNear } from "../did-you-mean.ts";
import { isSystemError } from "../exit-code.ts";
import { readInput } from "../store/input-file.ts";
import { adviseEncoding } from "./guess-encoding.ts";
import type { IssueList, Problem } from "./issue-list.ts";
import { TableRow } from "./table-row.ts";

/** A CSV file with the columns that it must have. */
export interface TextTable {
  file: string;
  columns: readonly string[];
  rows: readonly TableRow[];
}

interface RawRecord {
  record: string[];
  info: { lines: number };
}

/** Line ends of any system, even mixed, and the empty rows that spreadsheets add are no fault. */
const OPTIONS: Options = {
  bom: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
  info: true,
};
const SEPARATORS: Readonly<Record<string, string>> = { ";": "semicolons", "\t": "tabs" };

/**
 * Read a CSV file whose first line names its columns. Columns may stand in any order; further ones are allowed.
 *
 * Missing file, bad quotes, missing or repeated columns, lines of another length and control characters become issues.
 *
 * @returns The rows of full length; `null` where the file or a required column is missing, so that nothing
 *   can be said about its rows.
 */
export function readTextTable(
  folder: string,
  file: string,
  required: readonly string[],
  issues: IssueList,
  encoding = "utf-8",
): TextTable | null {
  const records = readRecords(folder, file, encoding, issues);
  if (!records) return null;
  const [header, ...body] = records;
  const columns = header.record.map((name) => name.trim());
  if (!checkHeader(file, columns, required, issues)) return null;
  if (body.length === 0) issues.error({ file }, { code: "empty-file", message: "has a header but no rows" });
  const rows = body.flatMap((raw) => toRow(file, columns, raw, issues) ?? []);
  return { file, columns, rows };
}

/** Record the columns of a table that nothing is read from. */
export function warnUnread({ file, columns, rows }: TextTable, read: readonly string[], issues: IssueList): void {
  for (const [k, column] of columns.entries()) {
    if (read.includes(column) || rows.every((row) => row.text(column) === "")) continue;
    const near = column === "" ? "" : askNear(column, read);
    const message = `is not read: the columns of this list are ${read.join(", ")}.${near}`;
    issues.warn({ file, line: 1, column: column || String(k + 1) }, { code: "unread-column", message });
  }
}

function readRecords(folder: string, file: string, encoding: string, issues: IssueList): RawRecord[] | null {
  const text = readText(folder, file, encoding, issues);
  if (text === null) return null;
  try {
    const records = parse(text, OPTIONS) as unknown as RawRecord[];
    if (records.length > 0) return records;
    issues.error({ file }, { code: "empty-file", message: "is empty", hint: "restore it, or give another file" });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const message = error.message.replace(/:.*/s, "").toLowerCase();
    issues.error(
      { file, line: findOddQuotes(text) },
      { code: "not-csv", message, hint: "check the quotes on this line" },
    );
  }
  return null;
}

/** The parser names the line on which it gave up; the fault is where the quotes do not pair. */
function findOddQuotes(text: string): number | undefined {
  const at = text.split("\n").findIndex((line) => line.split('"').length % 2 === 0);
  return at < 0 ? undefined : at + 1;
}

/** The text of a list: UTF-8, else in the encoding that was stated for the table. */
function readText(folder: string, file: string, encoding: string, issues: IssueList): string | null {
  const path = join(folder, file);
  try {
    const bytes = readInput(path);
    const text = decode(bytes, "utf-8") ?? decode(bytes, encoding);
    if (text !== null && !text.includes("\0")) return text;
    issues.error({ file }, { ...NOT_TEXT, hint: adviseEncoding(path) });
  } catch (error) {
    issues.error({ file }, explainUnreadable(error));
  }
  return null;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const NOT_TEXT = { code: "not-utf8", message: "is not UTF-8 text" };

function explainUnreadable(error: unknown): Problem {
  if (error instanceof InputError) return { code: error.code, message: error.message };
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT")
    return { code: "missing-file", message: "is not there", hint: "give the path of a file, or restore it" };
  if (!isSystemError(error)) throw error;
  return { code: "unreadable-file", message: `cannot be read (${code})`, hint: "it must be a file that you may read" };
}

function checkHeader(
  file: string,
  columns: readonly string[],
  required: readonly string[],
  issues: IssueList,
): boolean {
  const before = issues.count;
  const separators = SEPARATORS[columns.length === 1 ? (/[;\t]/.exec(columns[0])?.[0] ?? "") : ""];
  if (separators) {
    const message = `has ${separators} between its cells`;
    issues.error({ file, line: 1 }, { code: "not-csv", message, hint: "save it with commas between the cells" });
    return false;
  }
  for (const column of required)
    if (!columns.includes(column))
      issues.error(
        { file, line: 1, column },
        {
          code: "missing-column",
          message: `no such column among ${columns.length}`,
          hint: `columns are ${listSome(columns)}`,
        },
      );
  for (const [k, column] of columns.entries())
    if (column !== "" && columns.indexOf(column) !== k)
      issues.error(
        { file, line: 1, column },
        {
          code: "duplicate-column",
          message: `appears twice, last as column ${k + 1}`,
          hint: "rename or take out one of the two",
        },
      );
  return issues.count === before;
}

function listSome(names: readonly string[]): string {
  return names.length <= 8 ? names.join(", ") : `${names.slice(0, 8).join(", ")}, …`;
}

function toRow(file: string, columns: readonly string[], raw: RawRecord, issues: IssueList): TableRow | null {
  const { record, info } = raw;
  if (record.length === columns.length) {
    const cells = new Map(columns.map((column, k) => [column, record[k].trim()]));
    const row = new TableRow(file, info.lines, cells, issues);
    for (const [column, cell] of cells)
      if (/\p{Cc}/u.test(cell))
        row.refuse(column, {
          code: "control-character",
          message: "holds a line break or another control character",
          hint: "type the cell anew, on one line",
        });
    return row;
  }
  issues.error(
    { file, line: info.lines },
    {
      code: "ragged-row",
      message: `has ${record.length} cells where the header has ${columns.length}`,
      hint: "quote a cell that contains a comma",
    },
  );
  return null;
}
