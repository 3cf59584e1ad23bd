import { posix } from "node:path";
import { InputError } from "@tributary/core/errors";
import { askNear } from "../../did-you-mean.ts";
import { showPath } from "../../paths.ts";
import { readTexts, SheetRow } from "./sheet-row.ts";
import { XmlScanner } from "./xml-scanner.ts";
import { ZipFile } from "./zip-file.ts";

/** Parts of a workbook that are read as a whole are not longer than this. */
const LARGEST_PART = 1 << 28;
/** Nor is a row. */
const LARGEST_ROW = 1 << 27;
/** A workbook whose sheets are read row by row. */
export class Workbook {
  /** Path as messages show it. */
  readonly name: string;
  /** Member of the archive by the name of the sheet. */
  readonly #sheets: ReadonlyMap<string, string>;
  readonly #zip: ZipFile;
  readonly #strings: readonly string[];
  readonly #dates: ReadonlySet<number>;

  private constructor(
    name: string,
    zip: ZipFile,
    sheets: ReadonlyMap<string, string>,
    strings: readonly string[],
    dates: ReadonlySet<number>,
  ) {
    this.name = name;
    this.#zip = zip;
    this.#sheets = sheets;
    this.#strings = strings;
    this.#dates = dates;
  }

  /** Open a workbook. @throws {InputError} `not-a-zip`, `zip-bomb`, `not-a-workbook`. */
  static async open(path: string): Promise<Workbook> {
    const zip = await ZipFile.open(path);
    const name = showPath(path);
    try {
      const parts = await findParts(zip, name);
      const strings = parts.strings ? readStrings(await readPart(zip, parts.strings, name)) : [];
      const dates = parts.styles ? readDateStyles(await readPart(zip, parts.styles, name)) : new Set<number>();
      return new Workbook(name, zip, parts.sheets, strings, dates);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  get sheets(): string[] {
    return [...this.#sheets.keys()];
  }

  /** Rows of a sheet; each uses the memory of the one before. @throws {InputError} `no-sheet`, `not-a-workbook`. */
  async *rows(sheet: string): AsyncGenerator<SheetRow> {
    const member = this.#sheets.get(sheet);
    if (!member)
      throw new InputError(
        "no-sheet",
        `${this.name} has no sheet "${sheet}".${askNear(sheet, this.sheets)} It has ${this.sheets.join(", ")}.`,
      );
    const place = `${this.name}!${sheet}`;
    const row = new SheetRow(this.#strings, this.#dates);
    let pieces: Buffer[] = [];
    let [size, tried] = [0, 0];
    for await (const piece of this.#zip.read(member)) {
      pieces.push(piece);
      size += piece.length;
      if (size > LARGEST_ROW + piece.length) throw refuseBook(place, "has a row of more than 128 MiB");
      // What was too short for a row is looked at again once it is twice as long: long rows take linear time.
      if (size < 2 * tried) continue;
      const rest = yield* scanRows(Buffer.concat(pieces), row);
      pieces = [rest];
      size = tried = rest.length;
    }
    const rest = yield* scanRows(Buffer.concat(pieces), row);
    const scanner = new XmlScanner(rest);
    if (scanner.next() && scanner.is("row"))
      throw refuseBook(place, `ends within row ${scanner.attribute("r") || row.number + 1}`);
  }

  close(): void {
    this.#zip.close();
  }
}

/** Rows with cells, of those that are whole. @returns The bytes behind them. */
function* scanRows(bytes: Buffer, row: SheetRow): Generator<SheetRow, Buffer> {
  const scanner = new XmlScanner(bytes);
  while (scanner.next()) {
    const { start } = scanner;
    if (scanner.closing || !scanner.is("row")) continue;
    if (!row.parse(scanner)) return bytes.subarray(start);
    if (row.width > 0) yield row;
  }
  return bytes.subarray(scanner.at);
}

const BOOK = "xl/workbook.xml";

/** Where the parts of a workbook are: by their relations, else where they usually are. */
interface BookParts {
  sheets: ReadonlyMap<string, string>;
  strings: string | undefined;
  styles: string | undefined;
}

async function findParts(zip: ZipFile, name: string): Promise<BookParts> {
  const roots = await readRelations(zip, "", name);
  const book = zip.find(roots.find(({ type }) => type === "officeDocument")?.target ?? BOOK);
  if (!book) throw refuseBook(name, "is an archive, but no workbook");
  const relations = await readRelations(zip, book, name);
  const ofType = (wanted: string, usual: string) =>
    zip.find(relations.find(({ type }) => type === wanted)?.target ?? usual);
  const targets = new Map(relations.map(({ id, target }) => [id, zip.find(target) ?? target]));
  const sheets = new Map<string, string>();
  const scanner = new XmlScanner(await readPart(zip, book, name));
  while (scanner.next()) {
    const target = scanner.is("sheet") && !scanner.closing ? targets.get(scanner.attribute("id", true)) : undefined;
    if (target) sheets.set(scanner.attribute("name"), target);
  }
  if (sheets.size === 0) throw refuseBook(name, "has no sheets");
  return {
    sheets,
    strings: ofType("sharedStrings", "xl/sharedStrings.xml"),
    styles: ofType("styles", "xl/styles.xml"),
  };
}

/** Relations of a part; `type` is the last word of its address, which two standards write differently. */
async function readRelations(zip: ZipFile, part: string, name: string) {
  const member = zip.find(posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`));
  const relations: { id: string; type: string; target: string }[] = [];
  if (!member) return relations;
  const scanner = new XmlScanner(await readPart(zip, member, name));
  while (scanner.next()) {
    if (!scanner.is("Relationship") || scanner.closing) continue;
    const target = scanner.attribute("Target");
    relations.push({
      id: scanner.attribute("Id"),
      type: posix.basename(scanner.attribute("Type")),
      target: posix.resolve("/", posix.dirname(part), target).slice(1),
    });
  }
  return relations;
}

async function readPart(zip: ZipFile, member: string, name: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of zip.read(member)) {
    size += piece.length;
    if (size > LARGEST_PART) throw refuseBook(name, `${member} is longer than 256 MiB`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Texts that cells share, phonetic readings left out. */
function readStrings(xml: Buffer): string[] {
  const strings: string[] = [];
  const scanner = new XmlScanner(xml);
  while (scanner.next()) {
    if (!scanner.is("si") || scanner.closing) continue;
    strings.push(scanner.empty ? "" : (readTexts(scanner, "si") ?? ""));
  }
  return strings;
}

/** Numbers of the built-in formats that show dates and times. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** Styles that show a number as a date. */
function readDateStyles(xml: Buffer): Set<number> {
  const formats = new Set(DATE_FORMATS);
  const dates = new Set<number>();
  const scanner = new XmlScanner(xml);
  let [within, style] = [false, 0];
  while (scanner.next()) {
    if (scanner.is("cellXfs")) within = !scanner.closing;
    else if (scanner.closing) continue;
    else if (scanner.is("numFmt") && isDateFormat(scanner.attribute("formatCode")))
      formats.add(Number(scanner.attribute("numFmtId")));
    else if (within && scanner.is("xf")) {
      if (formats.has(Number(scanner.attribute("numFmtId")))) dates.add(style);
      style++;
    }
  }
  return dates;
}

function isDateFormat(code: string): boolean {
  return /[ymdhs]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}

function refuseBook(name: string, message: string): InputError {
  const issue = { severity: "error" as const, code: "not-a-workbook", where: name, message, hint: "save it as .xlsx" };
  return new InputError("not-a-workbook", "The workbook cannot be read.", [issue]);
}
