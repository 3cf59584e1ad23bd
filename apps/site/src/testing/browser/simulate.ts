import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Said when everything is solved, in either language. */
const SETTLED = /Exact: solved at full resolution|精确结果：按全分辨率求解/;

const textOf = async (page: Page, selector: string) => (await page.locator(selector).first().textContent()) ?? "";
const settle = (page: Page) => page.locator(".status", { hasText: SETTLED }).waitFor();

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: "networkidle" });
  await page.locator(".answer").waitFor();
}

/** Move a lever, undo and redo it, by keyboard alone; its address gives the same answer again. */
export async function simulateByKeyboard(page: Page, simulator: string): Promise<void> {
  await open(page, simulator);
  const before = await textOf(page, ".answer");
  await page.locator(".lever input[type=range]").first().focus();
  for (let k = 0; k < 12; k++) await page.keyboard.press("ArrowRight");
  expect(await page.locator(".lever input[type=number]").first().inputValue()).toBe("-12");
  await settle(page);
  const after = await textOf(page, ".answer");
  expect(after).not.toBe(before);
  expect(await textOf(page, "[aria-live=polite]")).toBe(after);
  const address = page.url();
  expect(address).toMatch(/\?city=\d{6}&s=1\.fixture\./);
  await page.locator(".modes .right button").first().focus();
  for (let k = 0; k < 12; k++) await page.keyboard.press("Enter");
  await settle(page);
  expect(await textOf(page, ".answer")).toBe(before);
  await page.goto("about:blank");
  await open(page, address);
  await settle(page);
  expect(await textOf(page, ".answer")).toBe(after);
}

/** Whatever the speed of the slider, what is shown in the end is what it shows. */
export async function dragFast(page: Page, simulator: string): Promise<void> {
  await open(page, simulator);
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

/** Links that somebody has damaged are said, apply nothing and leave the page alive. */
export async function openDamagedLinks(page: Page, simulator: string): Promise<void> {
  const damaged = ["1.fixture.AAAA", "9.fixture.q1Yq", "constructor", `1.fixture.${"A".repeat(9000)}`, "1.fixture.%00"];
  for (const link of damaged) {
    await open(page, `${simulator}?s=${link}`);
    expect(await page.locator("[role=alert] li").count()).toBeGreaterThan(0);
    await settle(page);
    expect(await page.locator(".lever input[type=number]").first().inputValue()).toBe("0");
  }
  await page.locator(".lever .chips button").nth(1).click();
  await settle(page);
  expect(page.url()).toContain("&s=1.fixture.");
}

/** A target that the levers can reach is reached; one out of reach is said. */
export async function seekGoal(page: Page, simulator: string): Promise<void> {
  await open(page, simulator);
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
  await open(page, simulator);
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
  await open(page, simulator);
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
