import { InputError } from "@tributary/core/errors";
import { askNear } from "../../did-you-mean.ts";
import { showPath } from "../../paths.ts";
import { decodeXml, SheetRow } from "./sheet-row.ts";
import { ZipFile } from "./zip-file.ts";

/** Parts of a workbook that are read as a whole are not longer than this. */
const LARGEST_PART = 1 << 28;
/** Nor is a row. */
const LARGEST_ROW = 1 << 27;
const ROW_START = Buffer.from("<row");
/** Blank, `>`, `/`, line ends. */
const ROW_FOLLOWS = new Set([32, 62, 47, 9, 10, 13]);
const ROW_END = Buffer.from("</row>");

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
      const sheets = await listSheets(zip, name);
      const strings = zip.members.includes(STRINGS) ? readStrings(await readPart(zip, STRINGS, name)) : [];
      const dates = zip.members.includes(STYLES)
        ? readDateStyles(await readPart(zip, STYLES, name))
        : new Set<number>();
      return new Workbook(name, zip, sheets, strings, dates);
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
    const row = new SheetRow(this.#strings, this.#dates);
    let rest: Buffer = Buffer.alloc(0);
    for await (const piece of this.#zip.read(member)) {
      rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      let at = 0;
      for (;;) {
        const start = findRow(rest, at);
        const end = start < 0 ? -1 : rest.indexOf(ROW_END, start);
        if (end < 0) {
          // The beginning of a tag may be at the end of the piece.
          at = start < 0 ? Math.max(at, rest.length - ROW_START.length) : start;
          break;
        }
        const single = findSelfClosing(rest, start);
        if (single < 0) {
          row.parse(rest.subarray(start, end));
          yield row;
        }
        at = single < 0 ? end + ROW_END.length : single;
      }
      rest = rest.subarray(at);
      if (rest.length > LARGEST_ROW) throw refuseBook(`${this.name}!${sheet}`, "has a row of more than 128 MiB");
    }
    if (findRow(rest, 0) >= 0) throw refuseBook(`${this.name}!${sheet}`, `ends within row ${row.number + 1}`);
  }

  close(): void {
    this.#zip.close();
  }
}

/** Next `<row …>`; what only begins alike, such as `<rowBreaks`, is none. */
function findRow(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(ROW_START, from);
  while (at >= 0 && at + ROW_START.length < bytes.length && !ROW_FOLLOWS.has(bytes[at + ROW_START.length]))
    at = bytes.indexOf(ROW_START, at + 1);
  return at;
}

/** End of `<row … />`, a row without cells; -1 where the row has some. */
function findSelfClosing(bytes: Buffer, start: number): number {
  const end = bytes.indexOf(62, start);
  return bytes[end - 1] === 47 ? end + 1 : -1;
}

const BOOK = "xl/workbook.xml";
const RELATIONS = "xl/_rels/workbook.xml.rels";
const STRINGS = "xl/sharedStrings.xml";
const STYLES = "xl/styles.xml";

async function readPart(zip: ZipFile, member: string, name: string): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of zip.read(member)) {
    size += piece.length;
    if (size > LARGEST_PART) throw refuseBook(name, `${member} is longer than 256 MiB`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

async function listSheets(zip: ZipFile, name: string): Promise<Map<string, string>> {
  if (!zip.members.includes(BOOK)) throw refuseBook(name, "is an archive, but no workbook");
  const targets = new Map(
    [...(await readPart(zip, RELATIONS, name)).matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, "Id"),
      attribute(tag, "Target").replace(/^\/?(xl\/)?/, "xl/"),
    ]),
  );
  const sheets = [...(await readPart(zip, BOOK, name)).matchAll(/<sheet\b[^>]*>/g)].flatMap(([tag]) => {
    const target = targets.get(attribute(tag, "r:id"));
    return target ? [[decodeXml(attribute(tag, "name")), target] as const] : [];
  });
  if (sheets.length === 0) throw refuseBook(name, "has no sheets");
  return new Map(sheets);
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

/** Texts that cells share, phonetic readings left out. */
function readStrings(xml: string): string[] {
  return [...xml.matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map(([, text = ""]) =>
    decodeXml(text.replaceAll(/<rPh\b.*?<\/rPh>/gs, "")),
  );
}

/** Numbers of the built-in formats that show dates and times. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** Styles that show a number as a date. */
function readDateStyles(xml: string): Set<number> {
  const formats = new Set(DATE_FORMATS);
  for (const [tag] of xml.matchAll(/<numFmt\b[^>]*>/g)) {
    const code = decodeXml(attribute(tag, "formatCode")).replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, "");
    if (/[ymdhs]/i.test(code)) formats.add(Number(attribute(tag, "numFmtId")));
  }
  const styles = /<cellXfs\b.*?<\/cellXfs>/s.exec(xml)?.[0] ?? "";
  const dates = new Set<number>();
  for (const [k, [tag]] of [...styles.matchAll(/<xf\b[^>]*>/g)].entries())
    if (formats.has(Number(attribute(tag, "numFmtId")))) dates.add(k);
  return dates;
}

function refuseBook(name: string, message: string): InputError {
  const issue = { severity: "error" as const, code: "not-a-workbook", where: name, message, hint: "save it as .xlsx" };
  return new InputError("not-a-workbook", "The workbook cannot be read.", [issue]);
}
