import { CellBounds } from "./split-cells.ts";

/** Bytes of separators, likeliest first. */
const SEPARATORS = [9, 44, 59] as const;

/** How the text of a table is to be read: what parts its cells and in what letters it is written. */
export class TableText {
  readonly separator: number;
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #bounds = new CellBounds();

  /** @param encoding Such as `utf-8`, `gb18030`. */
  constructor(separator: number, encoding: string) {
    this.separator = separator;
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  /** Text of bytes. @throws {TypeError} Where they are not of the encoding. */
  decode(bytes: Uint8Array): string {
    return this.#decoder.decode(bytes);
  }

  /** Texts of the cells of a line, without quotes and blanks around them. */
  cells(bytes: Uint8Array): string[] {
    this.#bounds.split(bytes, this.separator);
    return Array.from({ length: this.#bounds.count }, (_, k) => this.cell(bytes, this.#bounds, k));
  }

  /** Text of cell k of a line. */
  cellOf(bytes: Uint8Array, k: number): string {
    this.#bounds.split(bytes, this.separator, k + 1);
    return this.cell(bytes, this.#bounds, k);
  }

  cell(bytes: Uint8Array, bounds: CellBounds, k: number): string {
    return this.unquote(bytes.subarray(bounds.from(k), bounds.end(k)));
  }

  /** Text of the bytes of one cell, without quotes and blanks around it. */
  unquote(bytes: Uint8Array): string {
    const text = this.decode(bytes).trim();
    return text.startsWith('"') && text.endsWith('"') && text.length > 1
      ? text.slice(1, -1).replaceAll('""', '"').trim()
      : text;
  }
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
