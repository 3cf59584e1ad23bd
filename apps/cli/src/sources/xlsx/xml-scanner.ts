const [TAB, FEED, RETURN, SPACE] = [9, 10, 13, 32];
const [BANG, QUOTE, APOSTROPHE, SLASH, COLON, LESS, EQUALS, GREATER, QUESTION] = [33, 34, 39, 47, 58, 60, 61, 62, 63];
/** What begins like a tag and is none, and how it ends. */
const SKIPPED: readonly (readonly [Buffer, Buffer])[] = [
  [Buffer.from("<!--"), Buffer.from("-->")],
  [Buffer.from("<![CDATA["), Buffer.from("]]>")],
  [Buffer.from("<?"), Buffer.from("?>")],
  [Buffer.from("<!"), Buffer.from(">")],
];

/**
 * Goes through the tags of XML, byte by byte and in linear time. Prefixes of names are left out: two documents that write
 * the same elements give the same tags.
 *
 * What it says of a tag holds until the next one is asked for.
 */
export class XmlScanner {
  readonly bytes: Buffer;
  /** Where the next tag is looked for; where there is none, the beginning of what is not complete. */
  at = 0;
  /** Where the tag begins, and where its content does. */
  start = 0;
  end = 0;
  /** Whether it is `</…>`, or `<…/>`. */
  closing = false;
  empty = false;
  #nameFrom = 0;
  #nameTo = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** Go to the next tag. @returns Whether there is a whole one. */
  next(): boolean {
    const { bytes } = this;
    const { length } = bytes;
    for (;;) {
      // Byte by byte: a tag is a few bytes away, and a search costs more to begin than to end.
      while (this.at < length && bytes[this.at] !== LESS) this.at++;
      if (this.at + 1 >= length) return false;
      const first = bytes[this.at + 1];
      if (first !== BANG && first !== QUESTION) return this.#readTag();
      if (!this.#skip()) return false;
    }
  }

  /** Whether the tag has this name, its prefix left out. */
  is(name: string): boolean {
    const from = this.#nameFrom;
    if (this.#nameTo - from !== name.length) return false;
    for (let k = 0; k < name.length; k++) if (this.bytes[from + k] !== name.charCodeAt(k)) return false;
    return true;
  }

  /** Attributes of the tag, one after another. @param take Given where name, its prefix left out, and value begin and end. */
  eachAttribute(take: (from: number, to: number, valueFrom: number, valueTo: number, prefixed: boolean) => void): void {
    const { bytes } = this;
    let at = this.#nameTo;
    while (at < this.end) {
      while (at < this.end && isBlank(bytes[at])) at++;
      const begin = at;
      let from = at;
      while (at < this.end && bytes[at] !== EQUALS && !isBlank(bytes[at])) if (bytes[at++] === COLON) from = at;
      const to = at;
      while (at < this.end && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at++;
      if (at >= this.end) return;
      const value = at + 1;
      at = findByte(bytes, bytes[at], value);
      take(from, to, value, at, from > begin);
      at++;
    }
  }

  /** Text of an attribute; `""` without one. @param prefixed Whether its name has a prefix. */
  attribute(name: string, prefixed = false): string {
    let found = "";
    this.eachAttribute((from, to, valueFrom, valueTo, hasPrefix) => {
      if (hasPrefix === prefixed && this.bytes.toString("latin1", from, to) === name)
        found = decodeXml(this.bytes.toString("utf8", valueFrom, valueTo));
    });
    return found;
  }

  #readTag(): boolean {
    const { bytes, at: start } = this;
    const { length } = bytes;
    const closing = bytes[start + 1] === SLASH;
    let at = start + (closing ? 2 : 1);
    let nameFrom = at;
    while (at < length && bytes[at] !== GREATER && bytes[at] !== SLASH && !isBlank(bytes[at]))
      if (bytes[at++] === COLON) nameFrom = at;
    const nameTo = at;
    while (at < length && bytes[at] !== GREATER) {
      if (bytes[at] === QUOTE || bytes[at] === APOSTROPHE) at = findByte(bytes, bytes[at], at + 1);
      at++;
    }
    if (at >= length) return false;
    this.start = start;
    this.end = this.at = at + 1;
    this.closing = closing;
    this.empty = !closing && bytes[at - 1] === SLASH;
    this.#nameFrom = nameFrom;
    this.#nameTo = nameTo;
    return true;
  }

  /** Go behind a comment, a section of characters or an instruction. @returns Whether it ends. */
  #skip(): boolean {
    const { bytes, at } = this;
    const [begin, end] = SKIPPED.find(([mark]) => bytes.subarray(at, at + mark.length).equals(mark)) ?? SKIPPED[3];
    const close = bytes.indexOf(end, at + begin.length);
    if (close < 0) return false;
    this.at = close + end.length;
    return true;
  }
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === FEED || byte === RETURN || byte === TAB;
}

/** Next place of a byte, from `at` on; the end where there is none. */
function findByte(bytes: Buffer, byte: number, at: number): number {
  let place = at;
  while (place < bytes.length && bytes[place] !== byte) place++;
  return place;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
const CDATA = "<![CDATA[";

/** Text between tags: entities resolved, sections of characters as they are, comments left out. */
export function decodeXml(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (let open = text.indexOf("<"); open >= 0; open = text.indexOf("<", at)) {
    pieces.push(decodeEntities(text.slice(at, open)));
    const isSection = text.startsWith(CDATA, open);
    const mark = isSection ? "]]>" : ">";
    const close = text.indexOf(mark, open);
    const end = close < 0 ? text.length : close;
    if (isSection) pieces.push(text.slice(open + CDATA.length, end));
    at = end + mark.length;
  }
  return pieces.join("") + decodeEntities(text.slice(at));
}

/** Also `_x000D_`, in which spreadsheets write characters that XML has no place for. */
function decodeEntities(text: string): string {
  return text
    .replaceAll(
      /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,4}));/gi,
      (whole, hex: string, decimal: string, name: string) => {
        if (name) return ENTITIES[name] ?? whole;
        const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      },
    )
    .replaceAll(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
