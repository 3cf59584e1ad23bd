import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { buildFonts } from "./build-fonts.ts";
import { readSiteTexts } from "./site-texts.ts";

/**
 * Makes the fonts in `public/fonts` before anything is built or served; `resultsDir` is the folder of `cities.json`.
 * Pages link `fonts/en.css` or `fonts/zh.css` and preload `PRELOADS`.
 */
export function siteFonts(resultsDir: string): AstroIntegration {
  return {
    name: "site-fonts",
    hooks: {
      "astro:config:setup": async ({ config, logger }) => {
        const texts = await readSiteTexts(fileURLToPath(config.root), resultsDir);
        const written = await buildFonts(texts, fileURLToPath(new URL("fonts/", config.publicDir)));
        logger.info(written ? "fonts made" : "fonts unchanged");
      },
    },
  };
}
