// How soon the largest part of a profile is painted, in Chromium with the processor slowed down.
// `node bench/city-page.ts [--site apps/site/dist] [--slower 4] [--rounds 5]`
import { globSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import type { Browser } from "playwright-core";
import { openBrowser } from "../apps/site/src/testing/browser/open-browser.ts";
import { serveFolder } from "../apps/site/src/testing/browser/serve-folder.ts";
import { median } from "./measure.ts";

const { values } = parseArgs({
  options: {
    site: { type: "string", default: "apps/site/dist" },
    slower: { type: "string", default: "4" },
    rounds: { type: "string", default: "5" },
  },
});
const [slower, rounds] = [Number(values.slower), Number(values.rounds)];

/** Cities looked at: a middling one, and one with long tables. */
const CITIES = ["430100", "130200"];
const GOAL = 1000;
/** A larger paint may follow the first one: fonts come in, images are decoded [ms]. */
const SETTLING = 500;

/** Runs in the page before its own code: keeps the time of the largest paint so far [ms]. */
const WATCH = `new PerformanceObserver((list) => { window.largest = list.getEntries().at(-1).startTime; })
  .observe({ type: "largest-contentful-paint", buffered: true })`;

/** Time to the largest paint of a page that nothing is cached of [ms]; its policy forbids the code that waits for it. */
async function measurePaint(browser: Browser, address: string, viewport: { width: number; height: number }) {
  const context = await browser.newContext({ viewport, bypassCSP: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.addInitScript(WATCH);
  await page.goto(address, { waitUntil: "networkidle" });
  await page.waitForFunction("window.largest !== undefined");
  await page.waitForTimeout(SETTLING);
  const largest = await page.evaluate<number>("window.largest");
  await context.close();
  return largest;
}

const browser = await openBrowser();
const server = await serveFolder(values.site);
console.log(`${cpus().length} × ${cpus()[0].model.trim()}, Chromium ${browser.version()}, ${slower}× slower\n`);
console.log(`| page | width | largest paint, median of ${rounds} | worst | goal |\n|---|---|---|---|---|`);
try {
  for (const lang of ["", "zh/"])
    for (const city of CITIES)
      for (const viewport of [
        { width: 1280, height: 900 },
        { width: 390, height: 844 },
      ]) {
        const [path] = globSync(`${lang}cities/${city}-*/`, { cwd: values.site });
        const paints: number[] = [];
        for (let round = 0; round < rounds; round++)
          paints.push(await measurePaint(browser, `${server.url + path}/`, viewport));
        const cells = [
          path,
          viewport.width,
          ...[median(paints), Math.max(...paints)].map((ms) => `${ms.toFixed(0)} ms`),
        ];
        console.log(`| ${cells.join(" | ")} | ≤ ${GOAL} ms |`);
      }
} finally {
  await browser.close();
  server.close();
}
