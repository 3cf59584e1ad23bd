import { readFile } from "node:fs/promises";
import { join } from "node:path";
import subsetFont from "subset-font";
import { readGlyphs } from "./characters.ts";
import { type Face, folderOf, readSource, SIGNS, SYSTEM_SIGNS } from "./faces.ts";

type Source = Face["source"];

/** A file with signs from one source. */
export interface SignFile {
  file: string;
  signs: string[];
  font: Buffer;
}

/** The slice of the package that should hold `character`, by the ranges that the package declares. */
function findSlice(ranges: Record<string, string>, character: string): Source | undefined {
  const code = character.codePointAt(0)!;
  const covers = (range: string) => {
    const [first, last] = range
      .trim()
      .slice(2)
      .split("-")
      .map((hex) => Number.parseInt(hex, 16));
    return code >= first! && code <= (last ?? first!);
  };
  const numbered = Object.entries(ranges).filter(([name]) => name.startsWith("["));
  const slice = numbered.find(([, list]) => list.split(",").some(covers))?.[0].slice(1, -1);
  return slice ? { package: SIGNS.slices, file: `noto-sans-sc-${slice}-400-normal.woff2` } : undefined;
}

/**
 * Tiny fonts for the `signs` that no face holds, one a source.
 *
 * @throws {Error} With every character that no source holds either.
 */
export async function buildSigns(signs: readonly string[]): Promise<SignFile[]> {
  const ranges = JSON.parse(await readFile(join(folderOf(SIGNS.slices), "unicode.json"), "utf8"));
  const found = new Map<string, { source: Source; signs: string[] }>();
  const missing: string[] = [];
  for (const sign of signs.filter((candidate) => !SYSTEM_SIGNS.includes(candidate))) {
    const slice = findSlice(ranges, sign);
    let holder: Source | undefined;
    for (const source of [...SIGNS.files, ...(slice ? [slice] : [])]) {
      if (!holder && (await readGlyphs(await readSource(source))).has(sign)) holder = source;
    }
    if (!holder) missing.push(`${sign} (U+${sign.codePointAt(0)!.toString(16).padStart(4, "0")})`);
    else found.set(holder.file, { source: holder, signs: [...(found.get(holder.file)?.signs ?? []), sign] });
  }
  if (missing.length > 0) {
    throw new Error(`fonts: no font of the site has ${missing.join(", ")}; reword the text or add a font to faces.ts`);
  }
  const files = [...found.values()].map(async ({ source, signs: held }, i) => ({
    file: `signs-${i + 1}`,
    signs: held,
    font: await subsetFont(await readSource(source), held.join(""), { targetFormat: "woff2" }),
  }));
  return Promise.all(files);
}
