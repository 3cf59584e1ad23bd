/** What a block of cells is in a table; capital letters are the symbols of the field. */
export const PARTS = [
  "Z",
  "A",
  "Y",
  "x",
  "exports",
  "imports",
  "value-added",
  "emissions",
  "household-emissions",
] as const;
export type Part = (typeof PARTS)[number];

/** Name of a row or column: a sector or a final use of a region; a stressor, or a cost, of none. */
export interface Label {
  region: string | null;
  item: string;
  /** Unit of the row, where the file states one a row. */
  unit?: string;
}

/** `430100/14`. */
export function showLabel({ region, item }: Label): string {
  return region === null ? item : `${region}/${item}`;
}

/** One row of a block. `values` is used again for the next row. */
export interface BlockRow {
  label: Label;
  /** As many as the block has columns; what is no finite number is NaN. */
  values: Float64Array;
  /** What stands in a cell, for messages. */
  textOf(column: number): string;
  /** Where a cell, or without a column the row, stands: `mrio.xlsx!Table!AB1042`, `Z.txt:14:9`. */
  placeOf(column?: number): string;
}

/** A rectangle of numbers with names, read row by row: the one form in which every source gives its tables. */
export interface Block {
  part: Part;
  /** File, or file and sheet. */
  name: string;
  columns: readonly Label[];
  /** Where the heading of a column stands. */
  placeOf(column: number): string;
  /** Whether rows are what columns usually are: buyers, consumers. MATLAB stores column after column. */
  transposed?: boolean;
  /** Unit of all cells, where the file states one. */
  unit: string | null;
  rows(): AsyncIterable<BlockRow>;
}
