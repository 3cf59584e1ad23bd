import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { encodeLink, type Scenario } from "@tributary/scenarios";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const SCENARIO: Scenario = {
  schema: "tributary.scenario/v1",
  id: "t",
  title: { en: "t", zh: "t" },
  base: { release: "fixture", year: 2017 },
  levers: [
    {
      lever: "upstream-decarbonisation",
      where: { origins: { all: true }, sectors: "all" },
      change: { percent: -10 },
    },
  ],
};

/** Said when everything is solved, in either language. */
const SETTLED = /Exact: solved at full resolution|精确结果：按全分辨率求解/;

/** What the first of these elements says. */
export const textOf = async (page: Page, selector: string) =>
  (await page.locator(selector).first().textContent()) ?? "";
/** Wait until everything is solved. */
export const settle = (page: Page) => page.locator(".status", { hasText: SETTLED }).waitFor();

/** Open the simulator and wait for its first answer. */
export async function openSimulator(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: "networkidle" });
  await page.locator(".answer").waitFor();
}

/** Move a lever, undo and redo it, by keyboard alone; its address gives the same answer again. */
export async function simulateByKeyboard(page: Page, simulator: string): Promise<void> {
  await openSimulator(page, simulator);
  const before = await textOf(page, ".answer");
  await page.locator(".lever input[type=range]").first().focus();
  for (let k = 0; k < 12; k++) await page.keyboard.press("ArrowRight");
  expect(await page.locator(".lever input[type=number]").first().inputValue()).toBe("-12");
  await settle(page);
  const after = await textOf(page, ".answer");
  expect(after).not.toBe(before);
  expect(await textOf(page, "[aria-live=polite]")).toBe(after);
  const address = page.url();
  expect(address).toMatch(/\?city=\d{6}&s=2\.fixture\./);
  await page.locator(".modes .right button").first().focus();
  for (let k = 0; k < 12; k++) await page.keyboard.press("Enter");
  await settle(page);
  expect(await textOf(page, ".answer")).toBe(before);
  await page.goto("about:blank");
  await openSimulator(page, address);
  await settle(page);
  expect(await textOf(page, ".answer")).toBe(after);
}

/** Whatever the speed of the slider, what is shown in the end is what it shows. */
export async function dragFast(page: Page, simulator: string): Promise<void> {
  await openSimulator(page, simulator);
  const slider = page.locator(".lever input[type=range]").first();
  const box = (await slider.boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 4, y);
  await page.mouse.down();
  for (const part of [0.9, 0.2, 0.7, 0.1, 1, 0.5]) await page.mouse.move(box.x + box.width * part, y, { steps: 15 });
  await page.mouse.up();
  await settle(page);
  const dragged = await textOf(page, ".answer");
  const effort = await page.locator(".lever input[type=number]").first().inputValue();
  await page.locator(".modes .right button").nth(2).click();
  const field = page.locator(".lever input[type=number]").first();
  await field.fill(effort);
  await field.press("Enter");
  await settle(page);
  expect(await textOf(page, ".answer")).toBe(dragged);
}

/** A scenario that a link may carry, with one part of its text replaced. */
function pack(from = "", to = ""): string {
  const text = JSON.stringify(SCENARIO);
  expect(text).toContain(from);
  return `1.fixture.${deflateRawSync(text.replace(from, to)).toString("base64url")}`;
}

/** A shift whose receivers are those that it leaves. */
const OWN_RECEIVER = {
  lever: "supplier-shift",
  where: { buyer: { all: true }, product: "all" },
  shift: { share: 0.2, from: { rule: "dirtiest" }, to: { rule: "dirtiest" } },
};

/** Links that somebody has damaged, and what is said of each. */
const DAMAGED: readonly (readonly [string, RegExp])[] = [
  ["1.fixture.AAAA", /cut off or changed|不完整/],
  [pack().slice(0, -8), /cut off|不完整/],
  ["9.fixture.q1Yq", /its version is "9"|其版本为“9”/],
  ["constructor", /has not the form|格式不是/],
  [`1.fixture.${"A".repeat(9000)}`, /more than the 8000|超过链接的上限8000/],
  ["1.fixture.%00", /cut off|不完整/],
  [`1.fixture.${deflateRawSync("0".repeat(5_000_000)).toString("base64url")}`, /unpacks to more than|解压后超过/],
  [pack("upstream-decarbonisation", "magic"), /there is no lever "magic"|没有"magic"这项措施/],
  [pack('"change"', '"__proto__":{"x":1},"change"'), /unknown key "__proto__"|没有“__proto__”这一项/],
  [pack('"change"', '"extra":1,"change"'), /unknown key "extra"|没有“extra”这一项/],
  [pack("-10", "-1000"), /-1000 is below -100|-1000小于下限-100/],
  [pack("scenario/v1", "scenario/v9"), /version 9 is newer|版本9高于/],
];

/** Links that open, and what is said of each: the model refuses them, or they were made elsewhere. */
const DOUBTFUL: readonly (readonly [string, RegExp])[] = [
  [pack('{"all":true}', '{"province":["999999"]}'), /lies in province "999999"|没有城市属于省份“999999”/],
  [pack('{"all":true}', '{"city":["999999"]}'), /no region "999999"|没有代码为“999999”的城市/],
  [pack('"sectors":"all"', '"sectors":["99"]'), /no sector "99"|没有代码为“99”的部门/],
  [pack("2017", "2012"), /was made for 2012|针对 2012 年/],
  [
    encodeLink({ ...SCENARIO, base: { release: "other-1", year: 2017 } }),
    /made on the release other-1|数据版本 other-1/,
  ],
  [encodeLink({ ...SCENARIO, levers: [OWN_RECEIVER] }), /are the same regions|同一批城市/],
];

/** Links that somebody has damaged are said in the page's words, apply nothing and leave the page alive; so are doubtful ones. */
export async function openDamagedLinks(page: Page, simulator: string): Promise<void> {
  for (const [link, said] of DAMAGED) {
    await openSimulator(page, `${simulator}?s=${link}`);
    expect((await page.locator("[role=alert] li").allTextContents()).join(" ")).toMatch(said);
    await settle(page);
    expect(await page.locator(".lever input[type=number]").first().inputValue()).toBe("0");
  }
  for (const [link, said] of DOUBTFUL) {
    await page.goto(`${simulator}?s=${link}`, { waitUntil: "networkidle" });
    await page.locator("[role=alert] .notice").first().waitFor();
    expect(await textOf(page, "[role=alert]")).toMatch(said);
  }
  await page.locator(".modes .right button").nth(2).click();
  await settle(page);
  await page.locator(".lever .chips button").nth(1).click();
  await settle(page);
  expect(page.url()).toContain("&s=2.fixture.");
}

/** A target that the levers can reach is reached; one out of reach is said. */
export async function seekGoal(page: Page, simulator: string): Promise<void> {
  await openSimulator(page, simulator);
  await page.locator(".mode-list button").nth(1).click();
  const [percent, seek] = [page.locator(".goal-target input"), page.locator(".goal form .btn")];
  await percent.fill("-5");
  await seek.click();
  await page.locator(".goal .answer").waitFor();
  expect(await page.locator(".goal tbody tr").count()).toBeGreaterThan(1);
  await page.locator(".goal [role=status] .btn").click();
  await settle(page);
  expect(await textOf(page, ".answer")).toMatch(/5\.0% less|减少 5\.0%/);
  await page.locator(".mode-list button").nth(1).click();
  await percent.fill("-100");
  await seek.click();
  await page.locator(".goal .notice").waitFor();
}

/** Each lever alone, and pinned scenarios side by side. */
export async function compareScenarios(page: Page, simulator: string): Promise<void> {
  await openSimulator(page, simulator);
  await page.locator(".lever .chips button").nth(1).click();
  await page.locator(".share .btn").nth(1).click();
  await page.locator(".modes .right button").nth(2).click();
  await page.locator(".mode-list button").nth(3).click();
  await page.locator(".pins li").waitFor();
  await page.locator(".res details summary").last().click();
  await settle(page);
  expect(await page.locator(".results .res table tbody tr").count()).toBe(3);
  await page.locator(".mode-list button").nth(2).click();
  await settle(page);
  expect(await page.locator(".results .res table tbody tr").count()).toBe(await page.locator(".lever").count());
}

/** The YAML and the CSV of what is on screen. */
export async function saveScenario(page: Page, simulator: string): Promise<void> {
  await openSimulator(page, simulator);
  await page.locator(".lever .chips button").nth(1).click();
  const save = async (at: number) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(".share .plain").nth(at).click(),
    ]);
    return readFileSync((await download.path())!, "utf8");
  };
  expect(await save(0)).toMatch(/^schema: tributary\.scenario\/v1\nid: my-scenario\n[\s\S]*percent: -18/);
  expect(await save(1)).toMatch(/^model,scenario,region,variable,unit,year,value\r\nTributary fixture,baseline,/);
}
