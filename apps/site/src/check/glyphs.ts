import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { charactersOf, readGlyphs } from "../fonts/characters.ts";
import { SYSTEM_SIGNS } from "../fonts/faces.ts";
import type { Findings, SiteFacts } from "./site-facts.ts";

/** Characters of the fonts that a style sheet of fonts declares. */
async function readDeclared(folder: string, sheet: string): Promise<Set<string>> {
  const css = await readFile(join(folder, sheet), "utf8");
  const files = [...new Set([...css.matchAll(/url\("([^"]+)"\)/g)].map(([, file]) => file!))];
  const glyphs = await Promise.all(files.map(async (file) => readGlyphs(await readFile(join(folder, file)))));
  return new Set(glyphs.flatMap((held) => [...held]));
}

/** Every character that a page prints is in the fonts that it loads. */
export async function checkGlyphs({ dist, pages }: SiteFacts): Promise<Findings> {
  const folder = join(dist, "fonts");
  const held = { en: await readDeclared(folder, "en.css"), zh: await readDeclared(folder, "zh.css") };
  const missing = new Map<string, string>();
  const printed = new Set<string>();
  for (const { file, lang, characters } of pages.values()) {
    const fonts = held[lang?.startsWith("zh") ? "zh" : "en"];
    for (const character of charactersOf(characters)) {
      printed.add(character);
      if (!fonts.has(character) && !SYSTEM_SIGNS.includes(character)) missing.set(character, file);
    }
  }
  const problems = [...missing].map(
    ([character, file]) => `${file}: no font has ${character} (U+${character.codePointAt(0)!.toString(16)})`,
  );
  return { id: "glyphs", looked: `${printed.size} characters`, problems };
}
