import { CellBounds } from "./split-cells.ts";

/** Bytes of separators, likeliest first. */
const SEPARATORS = [9, 44, 59] as const;

/** How the text of a table is to be read: what parts its cells and in what letters it is written. */
export class TableText {
  readonly separator: number;
  readonly #strict: InstanceType<typeof TextDecoder>;
  readonly #lenient: InstanceType<typeof TextDecoder>;
  readonly #bounds = new CellBounds();

  /** @param encoding Such as `utf-8`, `gb18030`. */
  constructor(separator: number, encoding: string) {
    this.separator = separator;
    this.#strict = new TextDecoder(encoding, { fatal: true });
    this.#lenient = new TextDecoder(encoding);
  }

  /** Texts of the cells of a line, without quotes and blanks around them. @throws {TypeError} Where they are not of the encoding. */
  cells(bytes: Uint8Array): string[] {
    this.#bounds.split(bytes, this.separator);
    return Array.from({ length: this.#bounds.count }, (_, k) => this.cell(bytes, this.#bounds, k));
  }

  /** The same of any bytes: what is not of the encoding is shown as such. */
  shownCells(bytes: Uint8Array): string[] {
    this.#bounds.split(bytes, this.separator);
    return Array.from({ length: this.#bounds.count }, (_, k) =>
      this.show(bytes.subarray(this.#bounds.from(k), this.#bounds.end(k))),
    );
  }

  /** Cell k of a line, for messages. */
  cellOf(bytes: Uint8Array, k: number): string {
    this.#bounds.split(bytes, this.separator, k + 1);
    return this.show(bytes.subarray(this.#bounds.from(k), this.#bounds.end(k)));
  }

  /** Cell k of a line that is split. @throws {TypeError} Where it is not of the encoding. */
  cell(bytes: Uint8Array, bounds: CellBounds, k: number): string {
    return unquote(this.#strict.decode(bytes.subarray(bounds.from(k), bounds.end(k))));
  }

  /** The bytes of one cell, for messages. */
  show(bytes: Uint8Array): string {
    return unquote(this.#lenient.decode(bytes));
  }
}

function unquote(cell: string): string {
  const text = cell.trim();
  return text.startsWith('"') && text.endsWith('"') && text.length > 1
    ? text.slice(1, -1).replaceAll('""', '"').trim()
    : text;
}

/** What parts the cells of a table: the mark that parts its first line into most. */
export function guessSeparator(firstLine: Uint8Array): number {
  const bounds = new CellBounds();
  const counts = SEPARATORS.map((separator) => {
    bounds.split(firstLine, separator);
    return bounds.count;
  });
  return SEPARATORS[counts.indexOf(Math.max(...counts))];
}
