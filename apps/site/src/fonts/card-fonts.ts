import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import subsetFont from "subset-font";
import type { FontTexts } from "./build-fonts.ts";
import { charactersOf } from "./characters.ts";
import { FACES, readSource } from "./faces.ts";

/** A face of the site as the renderer of cards needs it: one weight, TrueType. */
interface CardFace {
  face: string;
  axes?: Record<string, number>;
  han: boolean;
}

/** In the order in which the renderer looks for a character that a family lacks. */
const CARD_FACES: readonly CardFace[] = [
  { face: "han-sans-400", han: true },
  { face: "han-sans-600", han: true },
  { face: "han-serif-600", han: true },
  { face: "source-sans", axes: { wght: 400 }, han: false },
  { face: "source-sans", axes: { wght: 600 }, han: false },
  { face: "source-serif", axes: { wght: 400, opsz: 40 }, han: false },
];

/** What the files of the packages call themselves, by the name under which style sheets declare them. */
const FAMILIES: Readonly<Record<string, string>> = {
  "Source Sans 3": "Source Sans 3 ExtraLight",
  "Noto Sans SC": "Noto Sans SC Thin",
  "Noto Serif SC": "Noto Serif SC ExtraLight",
};

/** The drawing as the renderer reads it: families named as in the files of `buildCardFonts`, no `font` shorthand. */
export const useCardFonts = (svg: string): string =>
  Object.entries(FAMILIES)
    .reduce((text, [declared, own]) => text.replaceAll(`"${declared}"`, `"${own}"`), svg)
    .replace(/font:(\d+) (\d+px) ([^;}]+)/g, "font-weight:$1;font-size:$2;font-family:$3");

/** Where they are kept, below the folder of the site. */
export const CARD_FONTS = ".cache/card-fonts";

export const listCardFonts = (folder: string): string[] => CARD_FACES.map((_, i) => join(folder, `${i}.ttf`));

const isHan = (character: string) => character >= "\u2e80";

/** Write the fonts of cards into `folder`; does nothing when they hold what is printed. */
export async function buildCardFonts({ texts, names }: FontTexts, folder: string): Promise<void> {
  const all = charactersOf([...texts, ...names]);
  const files = listCardFonts(folder);
  const keyFile = join(folder, "key.txt");
  const key = JSON.stringify([1, CARD_FACES, all.join("")]);
  if ((await readFile(keyFile, "utf8").catch(() => "")) === key) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [i, { face: file, axes, han }] of CARD_FACES.entries()) {
    const face = FACES.find((candidate) => candidate.file === file)!;
    const wanted = all.filter((character) => isHan(character) === han).join("");
    const font = await subsetFont(await readSource(face.source), wanted, {
      targetFormat: "truetype",
      preserveNameIds: [1, 2, 16, 17],
      ...(axes ? { variationAxes: axes } : {}),
    });
    await writeFile(files[i]!, font);
  }
  await writeFile(keyFile, key);
}
