import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { openSimulator, settle } from "./simulate.ts";

async function type(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press("Enter");
}

/** A field with a number that it does not take: the remark is its description, and the number that was there stays. */
async function expectUntaken(page: Page, field: Locator, typed: string, stays: string, said: RegExp): Promise<void> {
  await type(field, typed);
  expect(await field.inputValue()).toBe(stays);
  const remark = page.locator(`[id="${await field.getAttribute("aria-describedby")}"]`);
  expect(await remark.textContent()).toMatch(said);
  expect(await remark.isVisible()).toBe(true);
  expect(await field.getAttribute("aria-invalid")).toBe("true");
}

/** Numbers of the wrong sign or out of bounds are said beside their field, and change nothing. */
export async function typeWrongNumbers(page: Page, simulator: string): Promise<void> {
  await openSimulator(page, simulator);
  const effort = page.locator(".lever input[type=number]").first();
  await expectUntaken(
    page,
    effort,
    "18",
    "0",
    /^18%.* −60%.* 0%.* 0%.* −18%[?？]$|^18%不在−60%至0%之间，仍为0%。是否想填−18%？$/,
  );
  await expectUntaken(page, effort, "-80", "0", /^−80% is outside|^−80%不在/);
  await type(effort, "-18");
  await settle(page);
  expect(await effort.inputValue()).toBe("-18");
  expect(await effort.getAttribute("aria-describedby")).toBeNull();
  expect(await effort.getAttribute("aria-invalid")).toBeNull();
  await expectUntaken(page, effort, "", "-18", /^This is no number: −18% stays\.$|^这不是数字，仍为−18%。$/);
  const price = page.locator('.lever[data-lever="carbon-price"]');
  await price.locator("summary").first().click();
  await price.locator(".where-fields summary").last().click();
  const elasticity = price.locator(".where-fields input").nth(1);
  await expectUntaken(
    page,
    elasticity,
    "0.35",
    await elasticity.inputValue(),
    /0\.35 is outside −10 to 0.*−0\.35\?|^0\.35不在−10至0之间.*−0\.35？/,
  );
  await page.locator(".res .linked").first().click();
  await expectUntaken(page, page.locator(".target input"), "15", "-10", /−15%[?？]$/);
  await page.locator(".mode-list button").nth(1).click();
  await expectUntaken(page, page.locator(".goal-target input"), "20", "-10", /−20%[?？]$/);
  expect(await page.locator(".goal .answer, .goal .notice").count()).toBe(0);
  const bound = page.locator(".goal-lever input[type=number]").first();
  await expectUntaken(page, bound, "30", "-60", /−30%[?？]$/);
}
