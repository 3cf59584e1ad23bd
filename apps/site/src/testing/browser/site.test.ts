import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { checkSite } from "../../check/check-site.ts";
import { holdApi } from "./api.ts";
import { findViolations, sidewaysScroll } from "./check-page.ts";
import { type GoldenSite, makeGoldenSite, readPage } from "./golden-site.ts";
import {
  exploreByKeyboard,
  exploreNonsense,
  saveView,
  searchByKeyboard,
  searchInVain,
  searchTexts,
  searchTextsInVain,
} from "./keyboard.ts";
import { loseModel } from "./lose-model.ts";
import { crawlCopy, readFromDisk, unpackCopy } from "./offline.ts";
import { openBrowser, watchPage } from "./open-browser.ts";
import { serveFolder } from "./serve-folder.ts";
import {
  compareScenarios,
  dragFast,
  openDamagedLinks,
  saveScenario,
  seekGoal,
  simulateByKeyboard,
} from "./simulate.ts";
import { typeWrongNumbers } from "./type-numbers.ts";
import { compareByKeyboard, compareNonsense, editExample, mapByKeyboard, mapNonsense } from "./views.ts";
import { askForMore, checkModes, walkByKeyboard } from "./walk-simulator.ts";

const PROFILE = "cities/430100-changsha/";
const SCENARIO = "scenarios/cleaner-power/";
const PATHS = [
  "",
  "cities/",
  PROFILE,
  "scenarios/",
  SCENARIO,
  "simulator/",
  "map/",
  "map/?city=430100&view=tiles",
  "compare/",
  "compare/?c=430100,440300,130200",
  "sectors/",
  "sectors/14/",
  "sectors/25/",
  "provinces/",
  "provinces/430000/",
  "types/",
  "types/energy/",
  "glossary/",
  "not-in-table/",
  "methods/",
  "data/",
  "changelog/",
  "about/",
  "search/",
  "no-such-page",
];
const PAGES = PATHS.flatMap((path) => [path, `zh/${path}`]);

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 });

let site: GoldenSite;
let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  site = makeGoldenSite();
  const { ok, said } = site.build();
  if (!ok) throw new Error(said);
  [browser, server] = await Promise.all([openBrowser(), serveFolder(site.dist)]);
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  site?.remove();
});

describe("every page", () => {
  test.each(PAGES)("/%s: axe at 1280 and 390 px, no sideways scroll at 320 px, no stranger asked", async (path) => {
    const { page, strays, close } = await watchPage(browser, server.url, { viewport: { width: 1280, height: 900 } });
    await page.goto(server.url + path, { waitUntil: "networkidle" });
    expect(await findViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await findViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await sidewaysScroll(page)).toBe(0);
    expect(strays).toEqual([]);
    await close();
  });

  test("links, translations, HTML, sizes, fonts, policies, third parties", async () => {
    const findings = await checkSite(site.dist, { base: "/", all: true });
    expect(findings.flatMap(({ id, problems }) => problems.map((problem) => `${id}: ${problem}`))).toEqual([]);
  });
});

describe("for programs", () => {
  test.each(["cards/en.png", "cards/zh.png", `${PROFILE}card.png`, `zh/${PROFILE}card.png`])(
    "%s is a preview of 1200 × 630 px, and pages name it",
    (file) => {
      const png = readFileSync(join(site.dist, file));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
      const page = file.startsWith("cards") ? (file.includes("zh") ? "zh/" : "") : file.replace("card.png", "");
      const address = file.startsWith("cards") ? `${page === "" ? "" : "../"}${file}` : "card.png";
      expect(readPage(site, `${page}index.html`)).toContain(`<meta property="og:image" content="${address}">`);
    },
  );

  test("the API is what its description says", () => holdApi(site.dist));
});

describe("from a disk", () => {
  let copy: string;
  beforeAll(async () => {
    copy = await unpackCopy(site.dist, join(site.dist, "../offline"));
  });

  test("every link of the copy leads to a file", () => crawlCopy(copy));

  test.each(PAGES.filter((path) => !/\?|no-such/.test(path)))("/%s is read without a network", async (path) => {
    const { wrong, shown } = await readFromDisk(browser, copy, path);
    expect(wrong).toEqual([]);
    expect(shown.notice).toMatch(/Offline copy of release fixture|数据版本 fixture 的离线副本/);
    expect(shown.fields).toBe(0);
    expect(shown.styled).toBe(true);
    if (path.includes("430100")) expect(Math.min(shown.figures, shown.rows)).toBeGreaterThanOrEqual(14);
  });
});

test.each(["", "zh/"])("every mode of the simulator, light and dark, at 1280, 390 and 320 px: /%s", async (lang) => {
  const { page, strays, close } = await watchPage(browser, server.url);
  await checkModes(page, `${server.url}${lang}simulator/`);
  expect(strays).toEqual([]);
  await close();
});

describe("on paper", () => {
  test.each(["", "zh/"])("a profile is a report of at most four A4 pages: /%s", async (lang) => {
    const { page, close } = await watchPage(browser, server.url);
    await page.goto(server.url + lang + PROFILE, { waitUntil: "networkidle" });
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const sheets = pdf.match(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/g) ?? [];
    expect(sheets.length).toBeGreaterThanOrEqual(2);
    expect(sheets.length).toBeLessThanOrEqual(4);
    await close();
  });

  test("of its tables only those that the reader has opened", async () => {
    const { page, close } = await watchPage(browser, server.url);
    await page.goto(server.url + PROFILE);
    await page.emulateMedia({ media: "print" });
    const printed = page.locator(".report details.data").filter({ visible: true });
    expect(await printed.count()).toBe(0);
    await page
      .locator("#chains details.data")
      .first()
      .evaluate((details) => details.setAttribute("open", ""));
    expect(await printed.count()).toBe(1);
    await close();
  });
});

describe("without JavaScript", () => {
  test.each(["", "zh/"])("a profile is whole: /%s", async (lang) => {
    const { page, close } = await watchPage(browser, server.url, { javaScriptEnabled: false });
    await page.goto(server.url + lang + PROFILE);
    const tables = page.locator("main table");
    const figures = page.locator("main svg.fig");
    expect(await tables.count()).toBeGreaterThanOrEqual(6);
    expect(await figures.count()).toBeGreaterThanOrEqual(14);
    for (const table of await tables.all()) expect(await table.locator("tbody tr").count()).toBeGreaterThan(0);
    expect(await page.locator("main").textContent()).toMatch(lang === "" ? /\d Mt|\d\u202fMt/ : /\d\s?万吨/);
    await close();
  });

  test.each(["", "zh/"])("a scenario is whole, its cities in the order of their change: /%s", async (lang) => {
    const { page, close } = await watchPage(browser, server.url, { javaScriptEnabled: false });
    await page.goto(server.url + lang + SCENARIO);
    expect(await page.locator("main svg.fig").count()).toBeGreaterThanOrEqual(4);
    const changes = await page.locator("#cities tbody tr td:nth-child(4)").allTextContents();
    const sizes = changes.map((text) => Number(text.replace(/[−+,]/g, "")));
    expect(sizes).toHaveLength(3);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(await page.locator('a[href*="simulator/?s=2.fixture."]').count()).toBe(1);
    await close();
  });

  test.each(["", "zh/"])("the simulator says what it needs: /%s", async (lang) => {
    const { page, close } = await watchPage(browser, server.url, { javaScriptEnabled: false });
    await page.goto(`${server.url}${lang}simulator/`);
    expect(await page.locator("main p").allTextContents()).toContainEqual(expect.stringContaining("JavaScript"));
    expect(await page.locator(".simulator").isVisible()).toBe(false);
    await close();
  });

  test.each(["", "zh/"])("the map shows its dots, key and list: /%s", async (lang) => {
    const { page, close } = await watchPage(browser, server.url, { javaScriptEnabled: false });
    await page.goto(`${server.url}${lang}map/`);
    expect(await page.locator("main .wide circle[data-code]").count()).toBe(3);
    expect(await page.locator("main tbody tr").count()).toBe(3);
    expect(await page.locator("#metric").isVisible()).toBe(false);
    expect(await page.locator("main p.note").allTextContents()).toContainEqual(expect.stringContaining("JavaScript"));
    await close();
  });

  test.each(["", "zh/"])("the comparison says what it needs, and links every profile: /%s", async (lang) => {
    const { page, close } = await watchPage(browser, server.url, { javaScriptEnabled: false });
    await page.goto(`${server.url}${lang}compare/?c=430100,440300`);
    expect(await page.locator("main .notice").textContent()).toContain("JavaScript");
    expect(await page.locator('main dl a[href*="cities/"]').count()).toBe(3);
    await close();
  });

  test.each(["sectors/25/", "provinces/430000/", "types/energy/", "zh/sectors/25/"])(
    "a page on what cities have in common is whole: /%s",
    async (path) => {
      const { page, close } = await watchPage(browser, server.url, { javaScriptEnabled: false });
      await page.goto(server.url + path);
      expect(await page.locator("main svg.fig").count()).toBeGreaterThanOrEqual(4);
      expect(await page.locator("main table").count()).toBeGreaterThanOrEqual(2);
      for (const table of await page.locator("main table").all())
        expect(await table.locator("tbody tr").count()).toBeGreaterThan(0);
      await close();
    },
  );

  test("the worked example stands with its numbers", async () => {
    const { page, close } = await watchPage(browser, server.url, { javaScriptEnabled: false });
    await page.goto(`${server.url}methods/#example`);
    expect(await page.locator("#example input").count()).toBe(0);
    expect(await page.locator("#example .results tbody tr").first().textContent()).toContain("5.5 added");
    await close();
  });

  test.each(["", "zh/"])("the search page says what it needs, and finds cities: /%s", async (lang) => {
    const { page, close } = await watchPage(browser, server.url, { javaScriptEnabled: false });
    await page.goto(`${server.url}${lang}search/`);
    expect(await page.locator("main p").allTextContents()).toContainEqual(expect.stringContaining("JavaScript"));
    await page.fill("#find-city", "tangshan");
    await page.press("#find-city", "Enter");
    expect(page.url()).toBe(`${server.url}${lang}cities/?q=tangshan`);
    await close();
  });

  test("the explorer lists every city, and the search box leads there", async () => {
    const { page, close } = await watchPage(browser, server.url, { javaScriptEnabled: false });
    await page.goto(server.url);
    await page.fill("#find-city", "tangshan");
    await page.press("#find-city", "Enter");
    expect(page.url()).toBe(`${server.url}cities/?q=tangshan`);
    expect(await page.locator(".cities tbody tr").count()).toBe(3);
    expect(await page.locator("#metric").isVisible()).toBe(false);
    await close();
  });
});

describe("by keyboard", () => {
  const cases = [
    ["a city is found", "", searchByKeyboard],
    ["a place outside the table is explained", "", searchInVain],
    ["words on other pages are found", "search/", searchTexts],
    ["words that stand nowhere are answered", "search/", searchTextsInVain],
    ["the explorer sorts and filters, and its address gives the view again", "cities/", exploreByKeyboard],
    ["nonsense in the address is said", "cities/", exploreNonsense],
    ["the view is saved", "cities/", saveView],
    ["a city's flows are shown on the map, and the address gives the view again", "map/", mapByKeyboard],
    ["nonsense in the address of the map is said", "map/", mapNonsense],
    ["cities are compared, and the address gives the comparison again", "compare/", compareByKeyboard],
    ["nonsense in the address of a comparison is said", "compare/", compareNonsense],
    ["the worked example is changed, spoilt and reset", "methods/", editExample],
    ["a lever is moved, undone and shared", "simulator/", simulateByKeyboard],
    ["a slider is dragged fast: the last value wins", "simulator/", dragFast],
    ["damaged links are said", "simulator/", openDamagedLinks],
    ["a goal is sought", "simulator/", seekGoal],
    ["scenarios are compared", "simulator/", compareScenarios],
    ["a scenario is saved", "simulator/", saveScenario],
    ["the simulator is walked through", "simulator/", walkByKeyboard],
    ["payments, draws and assumptions are asked for", "simulator/", askForMore],
    ["numbers that cannot be meant are said", "simulator/", typeWrongNumbers],
    ["a model that cannot be had is said", "simulator/", loseModel],
  ] as const;
  test.each(
    cases.flatMap(([name, path, run]) => [[name, path, run] as const, [`${name} (zh)`, `zh/${path}`, run] as const]),
  )("%s", async (_, path, run) => {
    const { page, strays, close } = await watchPage(browser, server.url);
    await run(page, server.url + path);
    expect(strays).toEqual([]);
    await close();
  });
});

describe("builds", () => {
  const noteFile = () => site.edit("results/cities.json");

  test("nothing changed: nothing is rendered", () => {
    expect(site.build().said).toMatch(/^0 pages rendered, \d+ pages and the data files of 3 cities reused/);
  });

  test("one note changed: the pages that print it, and those that print the hash of the file", () => {
    const other = readPage(site, "cities/440300-shenzhen/index.html");
    writeFileSync(
      noteFile(),
      readFileSync(noteFile(), "utf8").replace('"boundaryNote":null', '"boundaryNote":"moved"'),
    );
    const { said } = site.build();
    const units = /Rendered: (.*)\./.exec(said)?.[1]?.split(", ") ?? [said];
    expect(new Set(units)).toEqual(new Set(["cities/130200-tangshan", "zh/cities/130200-tangshan", "data", "zh/data"]));
    expect(said).toContain("view model changed: 4");
    expect(readPage(site, "cities/130200-tangshan/index.html")).toContain("moved");
    expect(readPage(site, "cities/440300-shenzhen/index.html")).toBe(other);
  });

  test("a build that fails leaves the site as it was", () => {
    const before = readFileSync(noteFile(), "utf8");
    writeFileSync(noteFile(), before.replace('"slug":', '"snail":'));
    const { ok, said } = site.build();
    expect(ok).toBe(false);
    expect(said).toMatch(/cities\.json does not fit/);
    expect(existsSync(join(site.dist, "index.html"))).toBe(true);
    writeFileSync(noteFile(), before);
  });
});
