import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import svelte from "@astrojs/svelte";
import { defineConfig } from "astro/config";
import { keepRenderer } from "./src/build/keep-renderer.ts";
import { readSiteAddress } from "./src/build/site-address.ts";
import { siteFonts } from "./src/fonts/integration.ts";

const release = process.env.TRIBUTARY_RELEASE ?? "../../releases/current";

/** Imported tables have pages of their own. Types are checked before there is a release. */
const manifest = resolve(release, "manifest.json");
const isTable = existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).form === "dense";

const { origin, base } = readSiteAddress();

/** `SITE_URL` and `BASE_PATH` are only needed for canonical links and for a site that does not live at the root. */
export default defineConfig({
  ...(origin ? { site: origin } : {}),
  base,
  srcDir: isTable ? "./src/tables" : "./src",
  output: "static",
  trailingSlash: "always",
  compressHTML: true,
  devToolbar: { enabled: false },
  build: { format: "directory", inlineStylesheets: "never", concurrency: 4 },
  integrations: [svelte(), siteFonts(resolve(release, "results")), keepRenderer()],
  vite: { build: { assetsInlineLimit: 0 }, worker: { format: "es" } },
});
