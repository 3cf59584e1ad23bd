const QUOTE = 34;

/** Where the cells of a line begin and end; a separator inside quotes separates nothing. */
export class CellBounds {
  /** `from` of cell k at 2k, `end` at 2k + 1. */
  #bounds = new Int32Array(64);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  from(cell: number): number {
    return this.#bounds[2 * cell];
  }

  end(cell: number): number {
    return this.#bounds[2 * cell + 1];
  }

  /**
   * Find the cells of a line, or the first of them.
   *
   * @returns Where the next cell would begin.
   */
  split(bytes: Uint8Array, separator: number, most = Infinity): number {
    this.#count = 0;
    let from = 0;
    while (from <= bytes.length && this.#count < most) {
      const end = findCellEnd(bytes, from, separator);
      this.#push(from, end);
      from = end + 1;
    }
    return from;
  }

  #push(from: number, end: number): void {
    if (2 * this.#count === this.#bounds.length) {
      const wider = new Int32Array(4 * this.#count);
      wider.set(this.#bounds);
      this.#bounds = wider;
    }
    this.#bounds[2 * this.#count] = from;
    this.#bounds[2 * this.#count + 1] = end;
    this.#count++;
  }
}

/** Where the cell that begins at `from` ends: at a separator, or with the line. */
export function findCellEnd(bytes: Uint8Array, from: number, separator: number): number {
  const end = bytes[from] === QUOTE ? findEnd(bytes, from, separator) : bytes.indexOf(separator, from);
  return end < 0 ? bytes.length : end;
}

/** Next separator outside the quotes that open at `from`; -1 at the end of the line. */
function findEnd(bytes: Uint8Array, from: number, separator: number): number {
  let quoted = false;
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === QUOTE) quoted = !quoted;
    else if (bytes[at] === separator && !quoted) return at;
  }
  return -1;
}
