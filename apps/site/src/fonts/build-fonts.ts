import { createHash } from "node:crypto";
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import subsetFont from "subset-font";
import { buildSigns } from "./build-signs.ts";
import { charactersOf, readGlyphs } from "./characters.ts";
import { FACES, type Face, folderOf, PACKAGES, readSource, SIGNS, SWITCH } from "./faces.ts";

/** Everything that the pages print. `names` are the Chinese words on English pages: city names. */
export interface FontTexts {
  texts: Iterable<string>;
  names: Iterable<string>;
}

/** Fonts worth preloading, by language; paths relative to the folder. */
export const PRELOADS = { en: ["source-sans.woff2"], zh: ["source-sans.woff2", "han-sans-400.woff2"] } as const;

const isHan = (character: string) => character >= "\u2e80";
const BASIC = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("");
const unicodeRange = (characters: readonly string[]) =>
  characters.map((character) => `U+${character.codePointAt(0)!.toString(16)}`).join(",");

interface Rule {
  family: string;
  weight: string;
  file: string;
  range: string;
}

const writeRule = ({ family, weight, file, range }: Rule) =>
  `@font-face{font-family:"${family}";font-weight:${weight};font-style:normal;font-display:swap;src:url("${file}.woff2") format("woff2");unicode-range:${range}}`;

/** Subset one face to those of `wanted` that it holds, and say which those are. */
async function buildFace({ source, axes }: Face, wanted: readonly string[]) {
  const font = await readSource(source);
  const glyphs = await readGlyphs(font);
  const held = wanted.filter((character) => glyphs.has(character));
  const options = { targetFormat: "woff2" as const, ...(axes ? { variationAxes: axes } : {}) };
  return { held, font: await subsetFont(font, held.join(""), options) };
}

/** What decides the result: the characters, the packages and this code's own settings. */
async function keyOf(sets: Record<Face["characters"], string[]>): Promise<string> {
  const versions = await Promise.all(
    PACKAGES.map(async (name) => JSON.parse(await readFile(join(folderOf(name), "package.json"), "utf8")).version),
  );
  return createHash("sha256")
    .update(JSON.stringify([1, sets, versions, FACES, SIGNS]))
    .digest("hex");
}

type Rules = Record<"en" | "zh", string[]>;

/** Write every face; the rules that declare them, and the characters that they hold together. */
async function writeFaces(sets: Record<Face["characters"], string[]>, outDir: string) {
  const rules: Rules = { en: [], zh: [] };
  const held = new Set<string>();
  for (const face of FACES) {
    const built = await buildFace(face, sets[face.characters]);
    await writeFile(join(outDir, `${face.file}.woff2`), built.font);
    for (const character of built.held) held.add(character);
    const ranges = {
      latin: "U+0-2e7f",
      han: "U+2e80-10ffff",
      names: "U+2e80-10ffff",
      switch: unicodeRange(built.held),
    };
    const range = ranges[face.characters];
    const declared = face.families.map((family) => writeRule({ family, weight: face.weight, file: face.file, range }));
    for (const lang of face.langs) rules[lang].push(...declared);
  }
  return { rules, held };
}

/** Write the fonts of single signs; their rules, the same for both languages. */
async function writeSigns(signs: readonly string[], outDir: string): Promise<string[]> {
  const files = await buildSigns(signs);
  for (const { file, font } of files) await writeFile(join(outDir, `${file}.woff2`), font);
  return files.map(({ file, signs: held }) =>
    writeRule({ family: SIGNS.family, weight: "400 600", file, range: unicodeRange(held) }),
  );
}

/**
 * Write the fonts of the site into `outDir`: one woff2 a face with exactly the characters that are printed, `en.css` and
 * `zh.css` to link, and the licences. Does nothing when characters and packages are those of the last time.
 *
 * @returns Whether anything was written.
 * @throws {Error} Naming every character that no font holds.
 */
export async function buildFonts({ texts, names }: FontTexts, outDir: string): Promise<boolean> {
  const named = [SWITCH, ...names];
  const all = charactersOf([BASIC, ...texts, ...named]);
  const sets = {
    latin: all.filter((character) => !isHan(character)),
    han: all.filter(isHan),
    names: charactersOf(named).filter(isHan),
    switch: [...SWITCH],
  };
  const key = await keyOf(sets);
  const keyFile = join(outDir, "key.txt");
  if ((await readFile(keyFile, "utf8").catch(() => "")) === key) return false;
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const { rules, held } = await writeFaces(sets, outDir);
  const missing = all.filter((character) => !held.has(character));
  const signs = await writeSigns(missing, outDir);
  for (const lang of ["en", "zh"] as const) {
    await writeFile(join(outDir, `${lang}.css`), `${[...rules[lang], ...signs].join("\n")}\n`);
  }
  for (const name of PACKAGES) {
    await copyFile(join(folderOf(name), "LICENSE"), join(outDir, `OFL-${name.split("/")[1]}.txt`));
  }
  await writeFile(keyFile, key);
  return true;
}
