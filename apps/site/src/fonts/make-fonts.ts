import { join } from "node:path";
import { buildFonts } from "./build-fonts.ts";
import { buildCardFonts, CARD_FONTS } from "./card-fonts.ts";
import { readSiteTexts } from "./site-texts.ts";

/** Make the fonts of pages and of cards, as far as what is printed has changed. True if those of pages were written. */
export async function makeFonts(siteDir: string, resultsDir: string): Promise<boolean> {
  const texts = await readSiteTexts(siteDir, resultsDir);
  await buildCardFonts(texts, join(siteDir, CARD_FONTS));
  return buildFonts(texts, join(siteDir, "public/fonts"));
}
