import { ModelError } from "@tributary/core";
import { stringify } from "csv-stringify/sync";
import { parquetWriteBuffer } from "hyparquet-writer";

/** Column of a table; `null` = no value. Numbers say their unit, "1" for shares and indices. */
export type Column =
  | { name: string; kind: "text"; values: readonly (string | null)[] }
  | { name: string; kind: "integer"; unit?: string; values: readonly (number | null)[] }
  | { name: string; kind: "number"; unit?: string; values: readonly (number | null)[] | Float64Array };

const PARQUET_TYPES = { text: "STRING", integer: "INT32", number: "DOUBLE" } as const;

/** Words that a spreadsheet would take for a formula get a leading apostrophe. */
const disarm = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/**
 * A table as CSV: header line, line feeds, an empty cell where there is no value, numbers in the shortest form that
 * reads back to the same double, words that no spreadsheet takes for a formula.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite`.
 */
export function encodeCsv(columns: readonly Column[]): string {
  const rows = countRows(columns);
  const records = Array.from({ length: rows }, (_, i) => columns.map(({ values }) => values[i]));
  return stringify([columns.map(({ name }) => name), ...records], { cast: { number: String, string: disarm } });
}

/**
 * A table as Parquet (Snappy), numbers as doubles.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite`.
 */
export function encodeParquet(columns: readonly Column[]): Uint8Array {
  countRows(columns);
  const columnData = columns.map(({ name, kind, values }) => {
    const nullable = Array.isArray(values) && values.includes(null);
    return { name, data: values as (string | number | null)[], type: PARQUET_TYPES[kind], nullable };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData, createdBy: "tributary" }));
}

function countRows(columns: readonly Column[]): number {
  const rows = columns[0]?.values.length ?? 0;
  for (const { name, values } of columns) {
    if (values.length !== rows)
      throw new ModelError("shape-mismatch", `Column ${name} has ${values.length} values where the first has ${rows}.`);
    for (let i = 0; i < rows; i++)
      if (typeof values[i] === "number" && !Number.isFinite(values[i]))
        throw new ModelError("not-finite", `Column ${name} holds ${values[i]} in row ${i + 1}.`);
  }
  return rows;
}
