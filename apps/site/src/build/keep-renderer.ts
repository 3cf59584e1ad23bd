import { cp } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { endWithParent } from "@tributary/cli/folders";
import type { AstroIntegration } from "astro";

/** Names the folder in which a run of Astro leaves its renderer. */
export const RENDERER = "TRIBUTARY_RENDERER";

/**
 * Have Astro render nothing, but leave the program that renders pages: it is the same for the same sources, whatever the
 * release. Without a folder Astro renders everything, as it does for whoever calls it directly.
 */
export function keepRenderer(folder: string | undefined = process.env[RENDERER]): AstroIntegration {
  let program: string;
  return {
    name: "keep-renderer",
    hooks: {
      "astro:config:done": ({ config }) => {
        if (folder !== undefined) endWithParent();
        program = fileURLToPath(new URL("./.prerender/", config.outDir));
      },
      "astro:build:start": ({ setPrerenderer }) => {
        if (folder === undefined) return;
        setPrerenderer((everything) => ({
          ...everything,
          name: "tributary:keep-renderer",
          setup: () => cp(program, folder, { recursive: true }),
          getStaticPaths: async () => [],
        }));
      },
    },
  };
}
