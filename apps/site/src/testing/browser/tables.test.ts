import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { checkLinks, checkTranslations } from "../../check/links.ts";
import { readSiteFacts } from "../../check/site-facts.ts";
import { findViolations, sidewaysScroll } from "./check-page.ts";
import { openBrowser, watchPage } from "./open-browser.ts";
import { serveFolder } from "./serve-folder.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const TRIBUTARY = resolve(import.meta.dirname, "../../../../cli/bin/tributary.js");
const FILES = {
  "Z.csv": ",,A,A,B,B\n,,food,steel,food,steel\nA,food,10,5,1,6\nA,steel,2,8,0,5\nB,food,3,1,9,4\nB,steel,0,2,5,11\n",
  "Y.csv": ",,A,B\n,,final use,final use\nA,food,20,4\nA,steel,7,3\nB,food,2,30\nB,steel,1,16\n",
  "regions.csv": "code,name_en,name_zh,lon,lat\nA,Alpha,甲地,10.5,50.25\nB,Beta,乙地,,\n",
  "terms.yaml":
    "producer: Somebody\ntitle: Two regions\ncitation: Somebody (2020)\nurl: null\ndate: '2020'\nlicence: own\nredistributable: false\nresultsRedistributable: true\n",
};
const REGION = "regions/A-alpha/";

let folder: string;
let dist: string;
let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

function run(...argv: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TRIBUTARY, ...argv], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, SITE_URL: "", NODE_ENV: "production" },
  });
  if (status !== 0) throw new Error(`${argv.join(" ")}: ${stdout}${stderr}`);
  return stdout + stderr;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tributary-tables-"));
  dist = join(folder, "dist");
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  for (const [year, steel] of [
    ["2012", 70],
    ["2017", 50],
  ]) {
    writeFileSync(join(folder, "F.csv"), `region,sector,CO2\nA,food,5\nA,steel,40\nB,food,3\nB,steel,${steel}\n`);
    const said = ["--unit", "MEUR", "--emissions-unit", "t", "--regions", "regions.csv", "--source", "terms.yaml"];
    run("data", "import", "Z.csv", "Y.csv", "F.csv", "--year", String(year), ...said, "--out", "mine");
  }
  run("model", "run", "--release", "mine");
  const places = ["--out", dist, "--cache", join(folder, "cache"), "--archive", join(folder, "archive")];
  run("site", "build", "--release", "mine", ...places);
  [browser, server] = await Promise.all([openBrowser(), serveFolder(dist)]);
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const read = (path: string) =>
  readFileSync(join(dist, path), "utf8")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

test("imported tables get pages of their own, which say what they are and assume no country", () => {
  const home = read("index.html");
  expect(home).toContain("2 regions × 2 sectors, 2012, 2017. Computed from a table that was imported");
  expect(home).toContain("Somebody (2020)");
  expect(existsSync(join(dist, "cities"))).toBe(false);
  expect(existsSync(join(dist, "simulator"))).toBe(false);
  const region = read(`${REGION}index.html`);
  expect(region).toContain("Position 50.25, 10.50. Not in this table: population, type of the region, peers.");
  expect(region).toMatch(/Local and outsourced mitigation, 2012–\u2060?2017/);
  expect(region).toContain("This is the first release of this data set.");
  expect(read(`zh/${REGION}index.html`)).toContain("甲地");
  expect(`${home}${region}`).not.toMatch(/province|prefecture|CEADs/i);
});

test("results are among the files, the tables that may not be passed on are not", () => {
  expect(existsSync(join(dist, "data/accounts.csv"))).toBe(true);
  expect(existsSync(join(dist, "data/regions.csv"))).toBe(false);
  expect(read("index.html")).toContain("does not allow its table to be passed on");
});

test("no link is broken and every page has its translation", async () => {
  const facts = await readSiteFacts(dist);
  expect(checkLinks(facts)).toMatchObject({ problems: [] });
  expect(checkTranslations(facts)).toMatchObject({ problems: [] });
});

test.each(["", REGION, `zh/${REGION}`, "changelog/"])("/%s: axe, no sideways scroll at 320 px", async (path) => {
  const { page, strays, close } = await watchPage(browser, server.url, { viewport: { width: 1280, height: 900 } });
  await page.goto(server.url + path, { waitUntil: "networkidle" });
  expect(await findViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await sidewaysScroll(page)).toBe(0);
  expect(strays).toEqual([]);
  await close();
});

test("a second build renders nothing again", () => {
  const places = ["--out", dist, "--cache", join(folder, "cache"), "--archive", join(folder, "archive")];
  expect(run("site", "build", "--release", "mine", ...places)).toMatch(/0 pages rendered, \d+ pages reused/);
});
