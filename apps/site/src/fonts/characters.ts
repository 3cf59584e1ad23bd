import subsetFont from "subset-font";

/** Spaces and joints that a shaper makes up itself, and marks that have no shape; no file has to hold them. */
const NEEDLESS = new Set([
  ..."\n\r\t\u00a0\u202f\u2009\u200b\u2060\ufeff\ufe0f\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
]);

/** The characters of `texts` that need a glyph, in code point order. */
export function charactersOf(texts: Iterable<string>): string[] {
  const found = new Set<string>();
  for (const text of texts) for (const character of text) if (!NEEDLESS.has(character)) found.add(character);
  return [...found].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);
}

/** 0 to count − 1. */
const upTo = function* (count: number) {
  for (let i = 0; i < count; i++) yield i;
};

/** Code points of one subtable of `cmap`, formats 4 and 12; nothing for others, which repeat what these hold. */
function* readSubtable(table: Buffer, at: number): Generator<number> {
  const format = table.readUInt16BE(at);
  if (format === 12) {
    for (const group of upTo(table.readUInt32BE(at + 12))) {
      const [first, last] = [table.readUInt32BE(at + 16 + group * 12), table.readUInt32BE(at + 20 + group * 12)];
      for (let code = first; code <= last; code++) yield code;
    }
  }
  if (format === 4) {
    const segments = table.readUInt16BE(at + 6) / 2;
    for (const segment of upTo(segments)) {
      const last = table.readUInt16BE(at + 14 + segment * 2);
      const first = table.readUInt16BE(at + 16 + (segments + segment) * 2);
      for (let code = first; code <= last && first !== 0xffff; code++) yield code;
    }
  }
}

/**
 * The characters for which a font file has a glyph.
 *
 * @throws {Error} If the file has no character map.
 */
export async function readGlyphs(font: Buffer): Promise<Set<string>> {
  const plain = await subsetFont(font, "", { keepAllGlyphs: true, targetFormat: "truetype" });
  for (const i of upTo(plain.readUInt16BE(4))) {
    const record = 12 + i * 16;
    if (plain.toString("latin1", record, record + 4) !== "cmap") continue;
    const table = plain.subarray(plain.readUInt32BE(record + 8));
    const found = new Set<string>();
    for (const k of upTo(table.readUInt16BE(2))) {
      for (const code of readSubtable(table, table.readUInt32BE(8 + k * 8))) found.add(String.fromCodePoint(code));
    }
    return found;
  }
  throw new Error("font without a character map; reinstall the font packages");
}
