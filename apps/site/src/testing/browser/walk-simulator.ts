import type { Page } from "playwright-core";
import { expect } from "vitest";
import { findViolations, sidewaysScroll } from "./check-page.ts";
import { openSimulator, settle, textOf } from "./simulate.ts";

/** Smallest side of something to press, px (WCAG 2.2, 2.5.8); links and buttons inside a sentence are free. */
const TARGET = 24;

/** Press Tab until an element has the focus, which must show. */
async function tabTo(page: Page, selector: string): Promise<void> {
  const has = () => page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)})`);
  for (let k = 0; k < 300 && !(await has()); k++) await page.keyboard.press("Tab");
  expect(await has(), selector).toBe(true);
  const outline = await page.evaluate<string>("getComputedStyle(document.activeElement).outlineStyle");
  expect(outline, `focus on ${selector}`).not.toBe("none");
}

const press = async (page: Page, selector: string, key = "Enter"): Promise<void> => {
  await tabTo(page, selector);
  await page.keyboard.press(key);
};

/** Explore, seek a goal and set it, pin, compare, look at the sensitivity, take back: never a mouse. */
export async function walkByKeyboard(page: Page, simulator: string): Promise<void> {
  await openSimulator(page, simulator);
  await press(page, ".mode-list button:nth-child(2)");
  await tabTo(page, ".goal-target input");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("-5");
  await press(page, ".goal form .btn");
  await page.locator(".goal .answer").waitFor();
  await press(page, ".goal [role=status] .btn");
  await settle(page);
  expect(await textOf(page, ".answer")).toMatch(/5\.0% less|减少 5\.0%/);
  await press(page, ".share .btn:nth-of-type(2)");
  await page.evaluate("document.activeElement.blur()");
  await press(page, ".mode-list button:nth-child(4)", "Space");
  await page.locator(".pins li").waitFor();
  await settle(page);
  await page.evaluate("document.activeElement.blur()");
  await press(page, ".mode-list button:nth-child(3)");
  await settle(page);
  await page.evaluate("document.activeElement.blur()");
  await press(page, ".modes .right button:nth-child(1)");
  await settle(page);
  expect(await textOf(page, ".answer")).not.toMatch(/5\.0% less|减少 5\.0%/);
}

/** Things to press that are smaller than they may be, with what they say. */
const findSmallTargets = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll(".simulator :is(button, input, select, summary)")]
    .filter((each) => each.checkVisibility() && !each.closest("p") && !each.closest("td, th"))
    .map((each) => [each, (each.type === "number" ? each.parentElement : each).getBoundingClientRect()])
    .filter(([, { width, height }]) => width < ${TARGET} || height < ${TARGET})
    .map(([each, { width, height }]) => each.outerHTML.slice(0, 80) + " " + width + "×" + height)`);

/** Every width in the light theme; in the dark one colours differ, and they do not depend on the width. */
const VIEWS = [
  ["light", 1280],
  ["light", 390],
  ["light", 320],
  ["dark", 390],
] as const;

/** Every mode, with levers set, at three widths and in both themes: axe, no sideways scroll, targets large enough. */
export async function checkModes(page: Page, simulator: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openSimulator(page, simulator);
  await page.locator(".lever .chips button").nth(1).click();
  await openLever(page, "compensation-ledger");
  await page.locator(".certainty select").selectOption("200");
  await page.locator(".certainty svg").first().waitFor({ state: "attached" });
  await page.locator(".share .btn").nth(1).click();
  for (const mode of [0, 1, 2, 3]) {
    await page.locator(".mode-list button").nth(mode).click();
    await settle(page);
    if (mode === 1) await page.locator(".goal form .btn").click();
    if (mode === 1) await page.locator(".goal .answer, .goal .notice").first().waitFor();
    for (const [colorScheme, width] of VIEWS) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      const where = `mode ${mode}, ${colorScheme}, ${width} px`;
      expect(await findViolations(page), where).toEqual([]);
      expect(await sidewaysScroll(page), where).toBe(0);
      expect(await findSmallTargets(page), where).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  expect(await page.evaluate<string[]>(MOVING)).toEqual([]);
}

/** What still moves where somebody asked for less motion. */
const MOVING = `[...document.querySelectorAll(".simulator *")]
  .filter((each) => getComputedStyle(each).transitionDuration.split(", ").some((time) => parseFloat(time) > 0.01))
  .map((each) => each.className)`;

/** Unfold a lever and set it to its first level. */
async function openLever(page: Page, id: string): Promise<void> {
  const lever = page.locator(`.lever[data-lever="${id}"]`);
  await lever.locator("summary").first().click();
  await lever.locator(".chips button").nth(1).click();
}

/** Payments, draws and assumptions: what is chosen shows, as text and table, and its address brings it back. */
export async function askForMore(page: Page, simulator: string): Promise<void> {
  await openSimulator(page, simulator);
  await page.locator(".lever .chips button").nth(1).click();
  await openLever(page, "compensation-ledger");
  await settle(page);
  expect(await textOf(page, ".ledger .after")).toMatch(/pays CNY [\d,.]+ million|支付 [\d,]+ 万元/);
  expect(await page.locator(".ledger table").count()).toBe(2);
  await page.locator(".certainty select").selectOption("200");
  await page.locator(".certainty svg").first().waitFor({ state: "attached" });
  expect(await textOf(page, ".certainty .after")).toMatch(/In nine of ten draws|十次抽样中有九次/);
  expect(await page.locator(".certainty table").count()).toBe(2);
  const practice = page.locator('.lever[data-lever="best-practice-convergence"]');
  await practice.locator(".where-fields summary").last().click();
  const quantile = practice.locator(".where-fields input");
  await quantile.fill("25");
  await quantile.press("Enter");
  await practice.locator(".chips button").nth(1).click();
  await settle(page);
  const [answer, drawn, address] = [await textOf(page, ".answer"), await textOf(page, ".certainty .after"), page.url()];
  await page.goto("about:blank");
  await openSimulator(page, address);
  await settle(page);
  await page.locator(".certainty svg").first().waitFor({ state: "attached" });
  expect(await textOf(page, ".answer")).toBe(answer);
  expect(drawn).not.toBe("");
  expect(await practice.locator(".where-fields input").inputValue()).toBe("25");
}
