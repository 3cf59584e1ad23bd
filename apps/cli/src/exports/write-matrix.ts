import { closeSync, openSync, writeSync } from "node:fs";
import { InputError } from "@tributary/core";
import { writeNpyFile } from "../store/npy-file.ts";
import { type Column, encodeParquet } from "../store/table.ts";
import type { LabelledMatrix } from "./labelled-matrix.ts";

/** Rows of a long table beyond which a file of its own format is better. */
const LONGEST = 2e7;

/** Text with two header rows and two index columns, as `data import` reads it; written row by row. */
export function writeDelimited(path: string, { rows, columns, names, at }: LabelledMatrix, separator: string): void {
  const depth = Math.max(...columns.map((heading) => heading.length));
  const file = openSync(path, "w");
  const put = (cells: readonly (string | number)[]) => writeSync(file, `${cells.map(quote).join(separator)}\n`);
  const quote = (cell: string | number) =>
    typeof cell === "string" && (cell.includes(separator) || cell.includes('"'))
      ? `"${cell.replaceAll('"', '""')}"`
      : cell;
  try {
    // Of flows, whose rows are named as their columns are, nothing more is said.
    const named = depth === 1 || names.rows[0] === "stressor";
    for (let k = 0; k < depth; k++)
      put([...names.rows.map((name) => (named && k === 0 ? name : "")), ...columns.map((heading) => heading[k] ?? "")]);
    for (const [i, heading] of rows.entries()) put([...heading, ...columns.map((_, j) => at(i, j))]);
  } finally {
    closeSync(file);
  }
}

/** A NumPy file, rows × columns; the names are those of `regions.csv` and `sectors.csv`. */
export function writeNumpy(path: string, { rows, columns, at }: LabelledMatrix): void {
  const data = new Float64Array(rows.length * columns.length);
  for (let i = 0; i < rows.length; i++)
    for (let j = 0; j < columns.length; j++) data[i * columns.length + j] = at(i, j);
  writeNpyFile(path, data, [rows.length, columns.length]);
}

/** One row a cell, for tools that read Parquet. @throws {InputError} `too-long`. */
export function encodeLong({ rows, columns, names, at, unitOf }: LabelledMatrix): Uint8Array {
  const length = rows.length * columns.length;
  if (length > LONGEST)
    throw new InputError("too-long", `${length} rows are too many for a long table; use --format npy.`);
  const row = (k: number) => Math.floor(k / columns.length);
  const text = (name: string, read: (k: number) => string): Column => ({
    ...{ name, kind: "text" },
    values: Array.from({ length }, (_, k) => read(k)),
  });
  const value = Float64Array.from({ length }, (_, k) => at(row(k), k % columns.length));
  return encodeParquet([
    ...names.rows.flatMap((name, p) => (name === "unit" ? [] : [text(name, (k) => rows[row(k)][p])])),
    ...names.columns.slice(0, columns[0].length).map((name, p) => text(name, (k) => columns[k % columns.length][p])),
    { name: "value", kind: "number", values: value },
    text("unit", (k) => unitOf(row(k))),
  ]);
}
