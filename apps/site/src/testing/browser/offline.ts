import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser } from "playwright-core";
import { expect } from "vitest";
import { checkLinks } from "../../check/links.ts";
import { checkPolicies } from "../../check/loads.ts";
import { readSiteFacts } from "../../check/site-facts.ts";
import { writeOfflineCopy } from "../../offline/write-offline-copy.ts";

/** Pack a site and unpack it elsewhere, as a reader would; the folder of the copy. */
export async function unpackCopy(dist: string, folder: string, needsServer = true): Promise<string> {
  const zip = join(folder, "copy.zip");
  const copy = { folder: "tributary", release: "fixture", address: null, base: "/", needsServer };
  await writeOfflineCopy(dist, zip, copy);
  const first = readFileSync(zip);
  await writeOfflineCopy(dist, zip, copy);
  expect(readFileSync(zip).equals(first), "the same site gives the same bytes").toBe(true);
  for (const [name, bytes] of Object.entries(unzipSync(first))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return join(folder, "tributary");
}

/** Every page of the copy has its policy; no link of it leads to a folder, and all lead somewhere. */
export async function crawlCopy(copy: string): Promise<void> {
  const site = await readSiteFacts(copy);
  expect(checkLinks(site).problems).toEqual([]);
  expect(checkPolicies(site).problems).toEqual([]);
  for (const { file, links } of site.pages.values())
    expect(
      links.filter((link) => /\/($|[?#])/.test(link) && !/^https?:/.test(link)),
      file,
    ).toEqual([]);
}

/** Open a page of the copy from the disk, with no network; what failed, and what it shows. */
export async function readFromDisk(browser: Browser, copy: string, path: string) {
  const context = await browser.newContext({ offline: true });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("console", (message) => wrong.push(message.text()));
  page.on("requestfailed", (request) => wrong.push(request.url()));
  await page.goto(`file://${copy}/${path}index.html`, { waitUntil: "load" });
  const shown = {
    notice: await page.locator("main > .note").first().textContent(),
    figures: await page.locator("main svg.fig").count(),
    rows: await page.locator("main tbody tr").count(),
    fields: await page.locator("main :is(input, select, button)").filter({ visible: true }).count(),
    styled: await page.evaluate<boolean>(
      "getComputedStyle(document.querySelector('.mast')).borderBottomStyle === 'solid'",
    ),
  };
  await context.close();
  return { wrong, shown };
}
