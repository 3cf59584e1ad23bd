import { closeSync, openSync, writeSync } from "node:fs";

/** A table as pandas writes it with named index and columns: header rows, a row with the names of the index, then numbers. */
export interface Frame {
  /** Names of the levels of the columns, and of the index. */
  levels: { columns: readonly string[]; index: readonly string[] };
  /** Of each column one name a level. */
  columns: readonly (readonly string[])[];
  /** Of each row one name a level. */
  index: readonly (readonly string[])[];
  /** Cells of row i. */
  row(i: number): Iterable<number | string>;
}

const TAB = "\t";

/** Write a table as `pandas.read_csv` reads it with as many header rows and index columns as it has levels, row by row. */
export function writeFrame(path: string, { levels, columns, index, row }: Frame): void {
  const file = openSync(path, "w");
  const put = (cells: readonly (string | number)[]) => writeSync(file, `${cells.map(quote).join(TAB)}\n`);
  const blanks = levels.index.slice(1).map(() => "");
  try {
    for (const [k, level] of levels.columns.entries()) put([level, ...blanks, ...columns.map((names) => names[k])]);
    put([...levels.index, ...columns.map(() => "")]);
    for (const [i, names] of index.entries()) put([...names, ...row(i)]);
  } finally {
    closeSync(file);
  }
}

/** Write a table whose columns have one level, which its first line names with the index. */
export function writePlainFrame(path: string, { levels, columns, index, row }: Frame): void {
  const file = openSync(path, "w");
  try {
    const put = (cells: readonly (string | number)[]) => writeSync(file, `${cells.map(quote).join(TAB)}\n`);
    put([...levels.index, ...columns.map(([name]) => name)]);
    for (const [i, names] of index.entries()) put([...names, ...row(i)]);
  } finally {
    closeSync(file);
  }
}

function quote(cell: string | number): string | number {
  return typeof cell === "string" && /[\t"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
