import { parseNumber } from "../tables/number-text.ts";
import { decodeXml, type XmlScanner } from "./xml-scanner.ts";

/** What stands in a cell. */
const CELL = { empty: 0, number: 1, text: 2, shared: 3, error: 4, boolean: 5, date: 6, formula: 7, inline: 8 } as const;

const [A, Z, LOWER_A, LOWER_Z, LOWER_R, LOWER_S, LOWER_T] = [65, 90, 97, 122, 114, 115, 116];

/** Kind of a cell by its `t` attribute; without one, a cell is a number. */
const KINDS: Readonly<Record<string, number>> = {
  ...{ n: CELL.number, s: CELL.shared, str: CELL.text, inlineStr: CELL.inline },
  ...{ e: CELL.error, b: CELL.boolean, d: CELL.date },
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
  numbers: Float64Array = new Float64Array(64).fill(Number.NaN);
  kinds: Uint8Array = new Uint8Array(64);
  #bytes: Buffer = Buffer.alloc(0);
  /** Where the content of a cell begins and ends. */
  #from: Int32Array = new Int32Array(64);
  #to: Int32Array = new Int32Array(64);
  /** Texts that stand in their cells, by column. */
  readonly #inline = new Map<number, string>();
  readonly #strings: readonly string[];
  readonly #dates: ReadonlySet<number>;
  // The cell that is being read.
  #column = -1;
  #kind = 0;
  #style = -1;

  /** @param strings Shared texts of the workbook. @param dates Styles that show numbers as dates. */
  constructor(strings: readonly string[], dates: ReadonlySet<number>) {
    this.#strings = strings;
    this.#dates = dates;
  }

  /** Text of a cell as people see it, `""` where it is empty. */
  text(column: number): string {
    if (column >= this.width) return "";
    const content = () => decodeXml(this.#bytes.toString("utf8", this.#from[column], this.#to[column]));
    switch (this.kinds[column]) {
      case CELL.empty:
        return "";
      case CELL.shared:
        return this.#strings[Number(content())] ?? "";
      case CELL.inline:
        return this.#inline.get(column) ?? content();
      case CELL.formula:
        return `formula ${content()}`;
      case CELL.date:
        return `date ${content()}`;
      case CELL.boolean:
        return /^(1|true)$/i.test(content().trim()) ? "TRUE" : "FALSE";
      default:
        return content();
    }
  }

  /**
   * Read a row from behind its first tag, which the scanner is at.
   *
   * @returns Whether it is whole; else it has to be parsed again once there are more bytes.
   */
  parse(scanner: XmlScanner): boolean {
    this.#bytes = scanner.bytes;
    this.kinds.fill(CELL.empty, 0, this.width);
    this.numbers.fill(Number.NaN, 0, this.width);
    this.#inline.clear();
    this.width = 0;
    const number = Number(scanner.attribute("r") || this.number + 1);
    if (!scanner.empty && !this.#readCells(scanner)) return false;
    this.number = number;
    return true;
  }

  /** Cells up to the end of the row. */
  #readCells(scanner: XmlScanner): boolean {
    let column = 0;
    while (scanner.next()) {
      if (scanner.closing) {
        if (scanner.is("row")) return true;
      } else if (scanner.is("c")) {
        this.#readAttributes(scanner, column);
        if (!scanner.empty && !this.#readContent(scanner)) return false;
        column = this.#column + 1;
      }
    }
    return false;
  }

  /** Address, kind and style of a cell. @param next Its column, where it has no address. */
  #readAttributes(scanner: XmlScanner, next: number): void {
    this.#column = next;
    this.#kind = CELL.number;
    this.#style = -1;
    scanner.eachAttribute(this.#takeAttribute);
  }

  readonly #takeAttribute = (from: number, to: number, valueFrom: number, valueTo: number, prefixed: boolean): void => {
    if (to - from !== 1 || prefixed) return;
    const bytes = this.#bytes;
    const name = bytes[from];
    if (name === LOWER_R) this.#column = readColumn(bytes, valueFrom, valueTo);
    else if (name === LOWER_T) this.#kind = KINDS[bytes.toString("latin1", valueFrom, valueTo)] ?? CELL.error;
    else if (name === LOWER_S) this.#style = parseNumber(bytes, valueFrom, valueTo);
  };

  /** What stands between `<c …>` and `</c>`: its value `<v>…</v>`, else an inline text or a formula. */
  #readContent(scanner: XmlScanner): boolean {
    const isDate = this.#kind === CELL.number && this.#dates.has(this.#style);
    let [formulaFrom, formulaTo] = [-1, -1];
    let stored = false;
    let from = 0;
    while (scanner.next()) {
      if (!scanner.closing && scanner.is("is")) {
        const text = scanner.empty ? "" : readTexts(scanner, "is");
        if (text === null) return false;
        this.#inline.set(this.#column, text);
        this.#store(CELL.inline, scanner.start, scanner.start);
        stored = true;
      } else if (!scanner.closing) from = scanner.end;
      else if (scanner.is("v")) {
        this.#store(isDate ? CELL.date : this.#kind, from, scanner.start);
        stored = true;
      } else if (scanner.is("f")) [formulaFrom, formulaTo] = [from, scanner.start];
      else if (scanner.is("c")) {
        if (!stored && formulaFrom >= 0) this.#store(CELL.formula, formulaFrom, formulaTo);
        return true;
      }
    }
    return false;
  }

  #store(kind: number, from: number, to: number): void {
    const column = this.#column;
    if (column < 0) return;
    this.#makeRoom(column);
    if (column >= this.width) this.width = column + 1;
    this.#from[column] = from;
    this.#to[column] = to;
    this.kinds[column] = kind;
    this.numbers[column] = kind === CELL.number ? this.#readNumber(from, to) : Number.NaN;
  }

  #readNumber(from: number, to: number): number {
    const value = parseNumber(this.#bytes, from, to);
    if (!Number.isNaN(value)) return value;
    // Digits may be written as entities, or with line ends around them.
    const plain = Buffer.from(decodeXml(this.#bytes.toString("utf8", from, to)).trim());
    return parseNumber(plain, 0, plain.length);
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

/**
 * The text of an element whose runs are `<t>…</t>`, phonetic readings left out.
 *
 * @returns `null` where the element does not end.
 */
export function readTexts(scanner: XmlScanner, element: string): string | null {
  const pieces: string[] = [];
  let [from, phonetic] = [0, false];
  while (scanner.next()) {
    if (scanner.is("rPh")) phonetic = !scanner.closing && !scanner.empty;
    else if (scanner.is("t") && !scanner.closing) from = scanner.end;
    else if (scanner.is("t") && !phonetic) pieces.push(decodeXml(scanner.bytes.toString("utf8", from, scanner.start)));
    else if (scanner.closing && scanner.is(element)) return pieces.join("");
  }
  return null;
}

/** `AB1042` → 27; -1 where it is no address of a sheet. */
function readColumn(bytes: Buffer, from: number, to: number): number {
  let column = 0;
  for (let at = from; at < to; at++) {
    const small = bytes[at] >= LOWER_A && bytes[at] <= LOWER_Z;
    if (!small && !(bytes[at] >= A && bytes[at] <= Z)) break;
    column = column * 26 + (bytes[at] - (small ? LOWER_A : A) + 1);
  }
  return column > 16384 ? -1 : column - 1;
}

/** `27` → `AB`. */
export function nameColumn(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(A + ((rest - 1) % 26)) + name;
  return name;
}
