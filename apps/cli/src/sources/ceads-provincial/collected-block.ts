import type { Block, BlockRow, Label, Part } from "../tables/block.ts";
import { nameColumn, type SheetRow } from "../xlsx/sheet-row.ts";

/** Some columns of a sheet as a block. Small ones are kept while the flows go by, so that a sheet is read once. */
export class CollectedBlock {
  readonly block: Block;
  readonly #name: string;
  readonly #columns: readonly number[];
  readonly #kept: { label: Label; number: number; values: Float64Array; texts: ReadonlyMap<number, string> }[] = [];

  /**
   * @param columns Numbers of the columns in the sheet, from 0.
   * @param ready Resolves when all rows are collected.
   */
  constructor(
    part: Part,
    name: string,
    headRow: number,
    labels: readonly Label[],
    columns: readonly number[],
    ready: () => Promise<void>,
  ) {
    this.#name = name;
    this.#columns = columns;
    const read = async function* (this: CollectedBlock) {
      await ready();
      yield* this.#rows();
    }.bind(this);
    const placeOf = (column: number) => `${name}!${nameColumn(columns[column])}${headRow}`;
    this.block = { part, name, columns: labels, unit: null, placeOf, rows: read };
  }

  /** Keep a row of the sheet. */
  collect(row: SheetRow, label: Label): void {
    const { values, texts } = readCells(row, this.#columns);
    this.#kept.push({ label, number: row.number, values: values.slice(), texts });
  }

  *#rows(): Generator<BlockRow> {
    for (const { label, number, values, texts } of this.#kept)
      yield {
        label,
        values,
        textOf: (column) => texts.get(column) ?? "",
        placeOf: (column) => `${this.#name}!${column === undefined ? "A" : nameColumn(this.#columns[column])}${number}`,
      };
  }
}

/** Numbers of some columns of a row, and the texts of those that are none. */
function readCells(row: SheetRow, columns: readonly number[]): { values: Float64Array; texts: Map<number, string> } {
  const values = new Float64Array(columns.length);
  const texts = new Map<number, string>();
  for (const [k, column] of columns.entries()) {
    values[k] = column < row.width ? row.numbers[column] : Number.NaN;
    if (!Number.isFinite(values[k])) texts.set(k, row.text(column));
  }
  return { values, texts };
}
