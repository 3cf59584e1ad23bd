import { parseNumber } from "../tables/number-text.ts";

/** What stands in a cell. */
const CELL = { empty: 0, number: 1, text: 2, shared: 3, error: 4, boolean: 5, date: 6, formula: 7 } as const;

const [QUOTE, SLASH, EQUALS, LESS, GREATER, SPACE] = [34, 47, 61, 60, 62, 32];
const [A, Z, LOWER_C, LOWER_R, LOWER_S, LOWER_T, LOWER_V] = [65, 90, 99, 114, 115, 116, 118];

/** Kind of the cells whose `t` attribute begins with a letter; without one, a cell is a number. */
const KINDS: Readonly<Record<string, number>> = {
  ...{
    n: CELL.number,
    s: CELL.shared,
    str: CELL.text,
    inlineStr: CELL.text,
    e: CELL.error,
    b: CELL.boolean,
    d: CELL.date,
  },
};

/**
 * The cells of one row of a sheet, read straight from the bytes of its XML.
 *
 * One object serves all rows: what it says holds until the next row is parsed.
 */
export class SheetRow {
  /** Number of the row, from 1. */
  number = 0;
  /** Columns up to the last cell. */
  width = 0;
  numbers: Float64Array = new Float64Array(64);
  kinds: Uint8Array = new Uint8Array(64);
  #bytes: Buffer = Buffer.alloc(0);
  /** Where the content of a cell begins and ends. */
  #from: Int32Array = new Int32Array(64);
  #to: Int32Array = new Int32Array(64);
  readonly #strings: readonly string[];
  readonly #dates: ReadonlySet<number>;

  /** @param strings Shared texts of the workbook. @param dates Styles that show numbers as dates. */
  constructor(strings: readonly string[], dates: ReadonlySet<number>) {
    this.#strings = strings;
    this.#dates = dates;
  }

  /** Text of a cell as people see it, `""` where it is empty. */
  text(column: number): string {
    if (column >= this.width) return "";
    const raw = () => this.#bytes.toString("utf8", this.#from[column], this.#to[column]);
    switch (this.kinds[column]) {
      case CELL.empty:
        return "";
      case CELL.shared:
        return this.#strings[Number(raw())] ?? "";
      case CELL.text:
        return decodeXml(raw());
      case CELL.formula:
        return `formula ${decodeXml(raw())}`;
      case CELL.date:
        return `date ${raw()}`;
      case CELL.boolean:
        return raw() === "1" ? "TRUE" : "FALSE";
      default:
        return raw();
    }
  }

  /** Read the bytes from `<row` to `</row>`. */
  parse(bytes: Buffer): void {
    this.#bytes = bytes;
    this.kinds.fill(CELL.empty, 0, this.width);
    this.numbers.fill(Number.NaN, 0, this.width);
    this.width = 0;
    const head = bytes.indexOf(GREATER);
    const stated = /\br="(\d+)"/.exec(bytes.toString("latin1", 0, head));
    this.number = stated ? Number(stated[1]) : this.number + 1;
    // Byte by byte: what is looked for is a few bytes away, and a search costs more to begin than to end.
    for (let at = head + 1; at < bytes.length; at++)
      if (bytes[at] === LESS && bytes[at + 1] === LOWER_C && (bytes[at + 2] === SPACE || bytes[at + 2] === GREATER))
        at = this.#cell(at + 2) - 1;
  }

  /** One cell, from behind `<c`; returns where it ends. */
  #cell(start: number): number {
    const bytes = this.#bytes;
    let at = start;
    let column = this.width;
    let kind: number = CELL.number;
    let style = -1;
    while (bytes[at] !== GREATER && bytes[at] !== SLASH && at < bytes.length) {
      if (bytes[at] !== SPACE) {
        const name = bytes[at];
        const from = skipTo(bytes, QUOTE, at) + 1;
        const to = skipTo(bytes, QUOTE, from);
        if (to >= bytes.length) return bytes.length;
        const alone = bytes[at + 1] === EQUALS;
        if (alone && name === LOWER_R) column = readColumn(bytes, from, to);
        else if (alone && name === LOWER_T) kind = KINDS[bytes.toString("latin1", from, to)] ?? CELL.error;
        else if (alone && name === LOWER_S) style = parseNumber(bytes, from, to);
        at = to;
      }
      at++;
    }
    if (bytes[at] === SLASH) return at + 1;
    return this.#content(column, kind === CELL.number && this.#dates.has(style) ? CELL.date : kind, at + 1);
  }

  /** What stands between `<c …>` and `</c>`: its value `<v>…</v>`, else an inline text or a formula; returns where it ends. */
  #content(column: number, kind: number, from: number): number {
    const bytes = this.#bytes;
    let [value, valueEnd] = [-1, -1];
    let end = from;
    for (; end < bytes.length; end++) {
      if (bytes[end] !== LESS) continue;
      if (bytes[end + 1] === SLASH && bytes[end + 2] === LOWER_C && bytes[end + 3] === GREATER) break;
      if (value < 0 && bytes[end + 1] === LOWER_V && bytes[end + 2] === GREATER) {
        value = end + 3;
        valueEnd = skipTo(bytes, LESS, value);
        end = valueEnd - 1;
      }
    }
    if (end >= bytes.length) return end;
    if (value >= 0) this.#store(column, kind, value, valueEnd);
    else {
      const text = kind === CELL.text ? findInlineText(bytes, from, end) : null;
      const formula = text ? null : findFormula(bytes, from, end);
      if (text) this.#store(column, kind, ...text);
      if (formula) this.#store(column, CELL.formula, ...formula);
    }
    return end + 4;
  }

  #store(column: number, kind: number, from: number, to: number): void {
    if (column < 0) return;
    this.#makeRoom(column);
    if (column >= this.width) this.width = column + 1;
    this.#from[column] = from;
    this.#to[column] = to;
    this.kinds[column] = kind;
    this.numbers[column] = kind === CELL.number ? parseNumber(this.#bytes, from, to) : Number.NaN;
  }

  #makeRoom(column: number): void {
    if (column < this.numbers.length) return;
    const size = 2 ** Math.ceil(Math.log2(column + 1));
    const wider = <T extends Float64Array | Uint8Array | Int32Array>(values: T, next: T): T => {
      next.set(values);
      return next;
    };
    this.numbers = wider(this.numbers, new Float64Array(size).fill(Number.NaN));
    this.kinds = wider(this.kinds, new Uint8Array(size));
    this.#from = wider(this.#from, new Int32Array(size));
    this.#to = wider(this.#to, new Int32Array(size));
  }
}

/** `AB1042` → 27; -1 where it is no address of a sheet. */
function readColumn(bytes: Buffer, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to && bytes[at] >= A && bytes[at] <= Z; at++) column = column * 26 + (bytes[at] - A + 1);
  return column > 16384 ? -1 : column - 1;
}

/** `27` → `AB`. */
export function nameColumn(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(A + ((rest - 1) % 26)) + name;
  return name;
}

/** Next place of a byte, from `at` on; the end where there is none. */
function skipTo(bytes: Buffer, byte: number, at: number): number {
  let place = at;
  while (place < bytes.length && bytes[place] !== byte) place++;
  return place;
}

/** The texts of an inline string, from the first to the last: `<is><t>…</t></is>`. */
function findInlineText(bytes: Buffer, from: number, end: number): [number, number] | null {
  for (let at = skipTo(bytes, LESS, from); at < end; at = skipTo(bytes, LESS, at + 1))
    if (bytes[at + 1] === LOWER_T && (bytes[at + 2] === GREATER || bytes[at + 2] === SPACE)) {
      const open = bytes.indexOf(GREATER, at) + 1;
      const close = bytes.lastIndexOf("</t>", end);
      return close < open ? null : [open, close];
    }
  return null;
}

/** A formula that no program has computed yet: `<f>…</f>` and no value. */
function findFormula(bytes: Buffer, from: number, end: number): [number, number] | null {
  const start = bytes.subarray(from, end).indexOf("<f");
  const close = bytes.subarray(from, end).indexOf("</f>");
  return start < 0 || close < 0 ? null : [bytes.indexOf(GREATER, from + start) + 1, from + close];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** Text of XML: tags left out, entities resolved. */
export function decodeXml(text: string): string {
  return text
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, decimal: string, name: string) => {
      if (name) return ENTITIES[name] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
