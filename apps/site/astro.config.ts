import svelte from "@astrojs/svelte";
import { defineConfig } from "astro/config";

/** `SITE_URL` and `BASE_PATH` are only needed for canonical links and for a site that does not live at the root. */
export default defineConfig({
  ...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
  base: process.env.BASE_PATH ?? "/",
  output: "static",
  trailingSlash: "always",
  compressHTML: true,
  devToolbar: { enabled: false },
  build: { format: "directory", inlineStylesheets: "never", concurrency: 4 },
  integrations: [svelte()],
  vite: { build: { assetsInlineLimit: 0 } },
});
