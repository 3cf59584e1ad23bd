import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { checkLinks, checkTranslations } from "../../check/links.ts";
import { readSiteFacts } from "../../check/site-facts.ts";
import { findViolations, sidewaysScroll } from "./check-page.ts";
import { crawlCopy, readFromDisk, unpackCopy } from "./offline.ts";
import { openBrowser, watchPage } from "./open-browser.ts";
import { serveFolder } from "./serve-folder.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const TRIBUTARY = resolve(import.meta.dirname, "../../../../cli/bin/tributary.js");
const FILES = {
  "Z.csv":
    ",,A.1,A.1,B,B\n,,food,steel,food,steel\nA.1,food,10,5,1,6\nA.1,steel,2,8,0,5\nB,food,3,1,9,4\nB,steel,0,2,5,11\n",
  "Y.csv": ",,A.1,B\n,,final use,final use\nA.1,food,20,4\nA.1,steel,7,3\nB,food,2,30\nB,steel,1,16\n",
  "regions.csv": "code,name_en,name_zh,lon,lat\nA.1,Alpha,甲地,10.5,50.25\nB,Beta,乙地,-3.7,40.4\n",
  "terms.yaml":
    "producer: Somebody 某研究组\ntitle: Two regions\ncitation: Somebody (2020)\nurl: null\ndate: '2020'\nlicence: own\nredistributable: false\nresultsRedistributable: true\n",
};
const REGION = "regions/A.1-alpha/";
/** Where pages of jobs may name the gas beside them, and what an import says of households. */
const OF_THE_GAS = /CO₂, in t;|CO₂，单位 t；|CO₂ gas kt|CO₂ 气体 万?吨|direct emissions of households|居民直接排放/g;
/** Two stressors, the one that no unit of a mass has first. */
const writeEmissions = (steel: string) =>
  `stressor,unit,A.1,A.1,B,B\n,,food,steel,food,steel\njobs,1000 persons,10,20,30,5\nCO2,kt,5,40,3,${steel}\n`;

let folder: string;
let dist: string;
/** The same table with its gas shown first. */
let gas: string;
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

const placesOf = (site: string) => [
  ...["--out", site, "--cache", join(folder, "cache"), "--archive", join(folder, "archive")],
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "tributary-tables-"));
  dist = join(folder, "dist");
  gas = join(folder, "gas");
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  for (const [year, steel] of [
    ["2012", "70"],
    ["2017", "50"],
  ] as const) {
    writeFileSync(join(folder, "F.csv"), writeEmissions(steel));
    const said = ["--as", "Z,Y,emissions", "--unit", "M EUR", "--regions", "regions.csv", "--source", "terms.yaml"];
    run("data", "import", "Z.csv", "Y.csv", "F.csv", "--year", year, ...said, "--out", "mine");
  }
  for (const [stressor, site] of [
    ["CO2", gas],
    ["jobs,CO2", dist],
  ] as const) {
    run("model", "run", "--release", "mine", "--stressor", stressor);
    run("site", "build", "--release", "mine", ...placesOf(site));
  }
  [browser, server] = await Promise.all([openBrowser(), serveFolder(dist)]);
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const read = (path: string, site = dist) =>
  readFileSync(join(site, path), "utf8")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

test("imported tables get pages of their own, which say what they are and assume no country", () => {
  const home = read("index.html");
  expect(home).toContain(
    "Two regions 2 regions × 2 sectors, 2012, 2017. Accounts of jobs, in 1000 persons; CO₂, in t;",
  );
  expect(home).toContain("money in the table is in M EUR. Computed from an imported table");
  expect(home).toContain("Somebody (2020)");
  expect(existsSync(join(dist, "cities"))).toBe(false);
  expect(existsSync(join(dist, "simulator"))).toBe(false);
  const region = read(`${REGION}index.html`);
  expect(region).toContain("Position 50.25, 10.50. Not in this table: population, type of the region, peers.");
  expect(region).toMatch(/Local and outsourced mitigation, 2012–\u2060?2017/);
  expect(region).toContain("This is the first release of this data set.");
  expect(read(`zh/${REGION}index.html`)).toContain("甲地");
  expect(`${home}${region}`).not.toMatch(/province|prefecture|CEADs|\bcity|(?<!Chinese )\bcities(?!\.json)/i);
});

test("every amount says of what it is and in which unit, and no page names a unit that is not the table's", () => {
  const region = read(`${REGION}index.html`);
  expect(region).toMatch(/has a footprint of [\d.]+ × 1000 persons \(jobs\)/);
  expect(region).toContain("jobs per M EUR of output");
  expect(region).toMatch(/jobs persons 1000 persons [\d. ]+% CO₂ gas kt /);
  expect(read(`zh/${REGION}index.html`)).toMatch(/足迹为 [\d.]+ × 1000 persons （jobs）/);
  for (const page of [
    "index.html",
    `${REGION}index.html`,
    "changelog/index.html",
    `zh/${REGION}index.html`,
    "404.html",
  ])
    expect(read(page).replaceAll(OF_THE_GAS, "")).not.toMatch(/CO₂|CNY|\b[kM]?t\b|carbon|emi(t|ssion)|元|吨|排放/i);
  const other = read(`${REGION}index.html`, gas);
  expect(other).toMatch(/has a footprint of [\d.]+ kt \(CO₂\)/);
  expect(other).toContain("CO₂ per M EUR of output");
  expect(other).not.toMatch(/jobs|persons|All stressors/);
});

test("regions stand on a map where they have coordinates, and no command names a folder that readers lack", () => {
  for (const path of ["index.html", `${REGION}index.html`]) {
    const html = readFileSync(join(dist, path), "utf8");
    expect(html.match(/data-code="(A\.1|B)"/g)).toHaveLength(4);
    expect(html).not.toMatch(/npx|--release/);
  }
});

test("the site passes its own check", () => {
  expect(run("site", "check", "--dir", dist)).toContain("7 checks, 0 failed.");
});

test("an offline copy has the same pages, each with its policy, and sends nobody to a server", async () => {
  const copy = await unpackCopy(dist, join(folder, "offline"), false);
  await crawlCopy(copy);
  const { wrong, shown } = await readFromDisk(browser, copy, REGION);
  expect(wrong).toEqual([]);
  expect(shown).toMatchObject({ notice: "Offline copy of release fixture.", styled: true });
  expect(shown.figures).toBeGreaterThan(0);
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
  expect(run("site", "build", "--release", "mine", ...placesOf(dist))).toMatch(/0 pages rendered, \d+ pages reused/);
});
