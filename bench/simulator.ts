// How fast the built simulator answers in Chromium. `npm run bench:simulator [-- --only shift] [--site DIR]`
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { openBrowser, watchPage } from "../apps/site/src/testing/browser/open-browser.ts";
import { serveFolder } from "../apps/site/src/testing/browser/serve-folder.ts";
import { measureDrag, measureOpening } from "./drag.ts";
import { listDragged } from "./dragged-levers.ts";
import { median } from "./measure.ts";

/** What is asked of the page from outside would be refused by its content security policy. */
const WATCHED = { viewport: { width: 1280, height: 900 }, bypassCSP: true };

const { values } = parseArgs({
  options: { site: { type: "string", default: "apps/site/dist" }, only: { type: "string", default: "" } },
});
const browser = await openBrowser();
const server = await serveFolder(values.site);
const address = `${server.url}simulator/`;

console.log(`${cpus().length} × ${cpus()[0].model.trim()}, Chromium ${browser.version()}\n`);
try {
  const { page, close } = await watchPage(browser, server.url, WATCHED);
  const { first, settled, scripts } = await measureOpening(page, address);
  await close();
  console.log(
    `first answer ${first.toFixed(0)} ms after opening the page, its baseline complete at ${settled.toFixed(0)} ms`,
  );
  console.log(`JavaScript ${weigh(scripts)} kB gzipped, model ${weigh(["simulator/model.bin"])} kB\n`);
  console.log("| lever | moves | slider → picture, median | worst tenth | let go → exact | let go → settled |");
  console.log("|---|---|---|---|---|---|");
  for (const { name, query, lever } of listDragged(values.site)) {
    if (!name.includes(values.only)) continue;
    const { page, strays, close } = await watchPage(browser, server.url, WATCHED);
    const { pictures, exact, settled } = await measureDrag(page, address + query, lever);
    const late = pictures.toSorted((a, b) => a - b)[Math.floor(pictures.length * 0.9)];
    const cells = [
      name,
      pictures.length,
      ...[median(pictures), late, exact, settled].map((ms) => `${ms.toFixed(0)} ms`),
    ];
    console.log(`| ${cells.join(" | ")} |`);
    for (const stray of strays) console.log(`  ${stray}`);
    await close();
  }
} finally {
  await browser.close();
  server.close();
}

/** Size under gzip of files of the site, kB; a model is compressed already. */
function weigh(paths: readonly string[]): string {
  const bytes = paths.map((path) => {
    const file = readFileSync(join(values.site, path));
    return path.endsWith(".js") ? gzipSync(file).length : file.length;
  });
  return (bytes.reduce((sum, each) => sum + each, 0) / 1000).toFixed(0);
}
