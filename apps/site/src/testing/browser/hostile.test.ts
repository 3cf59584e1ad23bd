import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { listFiles } from "../../build/site-folder.ts";
import { checkSite } from "../../check/check-site.ts";
import { type GoldenSite, makeGoldenSite, readPage } from "./golden-site.ts";
import { openBrowser, watchPage } from "./open-browser.ts";
import { serveFolder } from "./serve-folder.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

/** Quotes, markup, a formula, and a mark that turns the direction of what follows. */
const NAMES: Record<string, string> = {
  Changsha: `=cmd|' /C calc'!A0"><script>window.hit=1</script>\u202e</script><b>`,
  长沙: `+长沙"><img src=x onerror=window.hit=1>&amp;'\u202e`,
  长沙市: `@长沙市</svg></title><script>window.hit=1</script>`,
};
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const FILES = ["manifest.json", "results/cities.json", "results/summary.json"];
const PROFILE = "cities/430100-changsha/";

/** The same value with hostile words in place of the names of a city. */
function rename(value: unknown): unknown {
  if (typeof value === "string") return NAMES[value] ?? value;
  if (Array.isArray(value)) return value.map(rename);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rename(each)]));
}

let site: GoldenSite;
let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;
let files: string[];

beforeAll(async () => {
  site = makeGoldenSite();
  for (const name of FILES) {
    const path = site.edit(name);
    writeFileSync(path, JSON.stringify(rename(JSON.parse(readFileSync(path, "utf8")))));
  }
  const { ok, said } = site.build();
  if (!ok) throw new Error(said);
  files = await listFiles(site.dist);
  [browser, server] = await Promise.all([openBrowser(), serveFolder(site.dist)]);
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  site?.remove();
});

test("pages stay valid, whole and within their policy", async () => {
  const findings = await checkSite(site.dist, { base: "/", all: true });
  expect(findings.flatMap(({ id, problems }) => problems.map((problem) => `${id}: ${problem}`))).toEqual([]);
});

test.each(["", "cities/", PROFILE, "simulator/", "data/"].flatMap((path) => [path, `zh/${path}`]))(
  "/%s prints the names and runs nothing of them",
  async (path) => {
    const { page, strays, close } = await watchPage(browser, server.url);
    await page.goto(server.url + path, { waitUntil: "networkidle" });
    expect(await page.evaluate("window.hit")).toBeUndefined();
    expect(await page.locator("img").count()).toBe(0);
    if (path.includes("430100")) {
      const name = path.startsWith("zh") ? '+长沙"><img src=x' : `=cmd|' /C calc'!A0"><script>`;
      expect(await page.locator("h1").textContent()).toContain(name);
      const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent())!);
      expect(JSON.stringify(data)).toContain(JSON.stringify(name).slice(1, -1));
    }
    expect(strays).toEqual([]);
    await close();
  },
);

test("drawings are XML without scripts", async () => {
  const drawings = files.filter((file) => file.endsWith(".svg"));
  expect(drawings.length).toBeGreaterThan(20);
  const { page, close } = await watchPage(browser, server.url);
  await page.goto(server.url);
  for (const file of drawings) {
    const read = `(() => { const drawing = new DOMParser().parseFromString(${JSON.stringify(readPage(site, file))}, "image/svg+xml");
      return drawing.querySelector("parsererror, script, img, foreignObject")?.outerHTML ?? null; })()`;
    expect(await page.evaluate(read), file).toBeNull();
  }
  await close();
});

test("no cell of a table is a formula", () => {
  const tables = files.filter((file) => file.endsWith(".csv") && !file.startsWith("scenarios/"));
  expect(tables.filter((file) => readPage(site, file).includes("/C calc")).length).toBeGreaterThan(3);
  for (const file of tables)
    for (const cell of readPage(site, file).split(/\r\n|,/))
      expect(cell, file).not.toMatch(/^"?[=@\t]|^"?[+-](?![\d.])/);
});

test("nothing turns the direction of a page, and JSON stays JSON", () => {
  for (const file of files.filter((name) => /\.(html|svg|csv)$/.test(name)))
    expect(TURNS.test(readPage(site, file)), file).toBe(false);
  for (const file of files.filter((name) => name.endsWith(".json")))
    expect(() => JSON.parse(readFileSync(join(site.dist, file), "utf8")), file).not.toThrow();
});
