import type { TableRow } from "../table-row.ts";

/** Keys of a table seen so far, with their lines: a repeated one is an issue that names both lines. */
export class KeySet {
  readonly #code: string;
  readonly #lines = new Map<string, number>();

  constructor(code: string) {
    this.#code = code;
  }

  /** Whether `key` is new; where it is not, the issue goes to the cell in `column`. */
  add(row: TableRow, column: string, key: string): boolean {
    const first = this.#lines.get(key);
    if (first === undefined) {
      this.#lines.set(key, row.line);
      return true;
    }
    row.refuse(column, {
      code: this.#code,
      message: `${key} is already on line ${first}`,
      hint: "keep one of the two",
    });
    return false;
  }

  has(key: string): boolean {
    return this.#lines.has(key);
  }

  /** Line of the first row with `key`. */
  lineOf(key: string): number | undefined {
    return this.#lines.get(key);
  }
}
