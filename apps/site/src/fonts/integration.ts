import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { makeFonts } from "./make-fonts.ts";

/**
 * Makes the fonts in `public/fonts` before anything is built or served; `resultsDir` is the folder of `cities.json`.
 * Pages link `fonts/en.css` or `fonts/zh.css` and preload `PRELOADS`.
 */
export function siteFonts(resultsDir: string): AstroIntegration {
  return {
    name: "site-fonts",
    hooks: {
      "astro:config:setup": async ({ config, logger }) => {
        const written = await makeFonts(fileURLToPath(config.root), resultsDir);
        logger.info(written ? "fonts made" : "fonts unchanged");
      },
    },
  };
}
