import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Find a city in the box of the page that is open, with the keyboard alone. */
async function pickCity(page: Page, typed: string): Promise<void> {
  await page.focus("#find-city");
  await page.fill("#find-city", "");
  await page.keyboard.type(typed);
  await page.waitForSelector("#find-hits li");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

/** Choose a quantity and a city on the map; the address follows and gives the same view again. */
export async function mapByKeyboard(page: Page, map: string): Promise<void> {
  await page.goto(map, { waitUntil: "networkidle" });
  await page.waitForSelector("#find-city");
  const before = await page.locator("figcaption").textContent();
  await page.focus("#metric");
  await page.keyboard.press("ArrowUp");
  expect(await page.locator("figcaption").textContent()).not.toBe(before);
  expect(page.url()).toContain("metric=local");
  await pickCity(page, "changsh");
  await page.waitForSelector(".status a");
  expect(page.url()).toContain("city=430100");
  expect(await page.locator(".wide [stroke='var(--focus-city)']").count()).toBe(1);
  expect(await page.locator("tbody tr").count()).toBe(2);
  await page.focus("#flow");
  await page.keyboard.press("ArrowDown");
  expect(page.url()).toContain("flow=consumers");
  const [view, address] = [await page.locator("figure").textContent(), page.url()];
  await page.goto("about:blank");
  await page.goto(address, { waitUntil: "networkidle" });
  await page.waitForSelector(".status a");
  expect(await page.locator("figure").textContent()).toBe(view);
}

/** Nonsense in the address is left out and said; the map stands. */
export async function mapNonsense(page: Page, map: string): Promise<void> {
  await page.goto(`${map}?metric=%3Cb%3E&city=999999&view=3d&year=1066`, { waitUntil: "networkidle" });
  await page.waitForSelector(".notice");
  expect(await page.locator(".status .notice").count()).toBe(4);
  expect(await page.locator(".wide circle[data-code]").count()).toBe(3);
}

/** Choose two cities, take one away, and open the address again. */
export async function compareByKeyboard(page: Page, compare: string): Promise<void> {
  await page.goto(compare, { waitUntil: "networkidle" });
  await page.waitForSelector("#find-city");
  for (const typed of ["changsh", "shenz", "tangsh"]) await pickCity(page, typed);
  await page.waitForSelector(".differences");
  expect(page.url()).toMatch(/\?c=430100,440300,130200$/);
  expect(await page.locator(".differences thead th").count()).toBe(4);
  await page.locator(".chosen button").last().focus();
  await page.keyboard.press("Enter");
  expect(page.url()).toMatch(/\?c=430100,440300$/);
  await page.waitForFunction("document.querySelectorAll('figure').length === 8");
  const [view, address] = [await page.locator(".figures").textContent(), page.url()];
  await page.goto("about:blank");
  await page.goto(address, { waitUntil: "networkidle" });
  await page.waitForFunction("document.querySelectorAll('figure').length === 8");
  expect(await page.locator(".figures").textContent()).toBe(view);
}

/** Codes that are none, and codes twice, are said; what is left is compared. */
export async function compareNonsense(page: Page, compare: string): Promise<void> {
  await page.goto(`${compare}?c=430100,%3Cb%3E,430100,,440300`, { waitUntil: "networkidle" });
  await page.waitForSelector(".differences");
  expect(await page.locator(".status .notice").count()).toBe(2);
  expect(await page.locator(".differences thead th").count()).toBe(3);
}

/** A number is changed, then spoilt, then all are as they were. */
export async function editExample(page: Page, methods: string): Promise<void> {
  await page.goto(`${methods}#example`, { waitUntil: "networkidle" });
  const field = page.locator("#example .example").nth(1).locator("tbody tr").nth(4).locator("input").first();
  await field.waitFor();
  const results = () => page.locator("#example .results tbody").textContent();
  const before = await results();
  await field.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("0.5");
  expect(await results()).not.toBe(before);
  const changed = await results();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("-3");
  expect(await results()).toBe(changed);
  expect(await page.locator("#example [role=status]").textContent()).toMatch(/zero|零/);
  await page.locator("#example button").focus();
  await page.keyboard.press("Enter");
  expect(await results()).toBe(before);
}
