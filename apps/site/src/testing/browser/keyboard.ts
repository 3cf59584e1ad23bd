import type { Page } from "playwright-core";
import { expect } from "vitest";

const text = (page: Page, selector: string) => page.locator(selector).allInnerTexts();

/** The search is an island that wakes when the browser is idle: what is typed before stands in a plain form. */
async function openSearch(page: Page, home: string): Promise<void> {
  await page.goto(home, { waitUntil: "networkidle" });
  await page.waitForSelector("astro-island:not([ssr]) #find-city");
  await page.focus("#find-city");
}

/** Find a city with the keyboard alone. */
export async function searchByKeyboard(page: Page, home: string): Promise<void> {
  await openSearch(page, home);
  await page.keyboard.type("shenz");
  await page.waitForSelector("#find-hits li");
  await page.keyboard.press("ArrowDown");
  expect(await page.getAttribute("#find-city", "aria-activedescendant")).toBe("find-hit-0");
  expect(await page.getAttribute("#find-hit-0", "aria-selected")).toBe("true");
  await page.keyboard.press("Escape");
  expect(await page.getAttribute("#find-city", "aria-expanded")).toBe("false");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/cities\/440300-shenzhen\/$/);
}

/** A place that is not in the table is answered with the reason. */
export async function searchInVain(page: Page, home: string): Promise<void> {
  await openSearch(page, home);
  await page.keyboard.type("lasa");
  const answer = page.locator(".find p[role=status] a");
  await answer.waitFor();
  expect(await page.locator(".find").textContent()).toMatch(/not in this table, because|不在本表中/);
  expect(await answer.getAttribute("href")).toMatch(/not-in-table\/#540100$/);
}

/** Sort and filter with the keyboard alone; the address follows and gives the same view again. */
export async function exploreByKeyboard(page: Page, explorer: string): Promise<void> {
  await page.goto(explorer, { waitUntil: "networkidle" });
  const sort = page.locator(".cities thead th button").first();
  await sort.focus();
  await page.keyboard.press("Enter");
  expect(await page.locator(".cities thead th").first().getAttribute("aria-sort")).toBe("ascending");
  expect(page.url()).toContain("sort=name");
  await page.focus("#metric");
  await page.keyboard.press("ArrowDown");
  expect(page.url()).toContain("metric=outsourced");
  await page.focus("#search");
  await page.keyboard.type("changsh");
  expect(await page.locator(".cities tbody tr").count()).toBe(1);
  const view = await text(page, ".cities");
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address, { waitUntil: "networkidle" });
  expect(await text(page, ".cities")).toEqual(view);
}

/** Nonsense in the address is left out and said. */
export async function exploreNonsense(page: Page, explorer: string): Promise<void> {
  await page.goto(`${explorer}?metric=%3Cb%3E&year=1066&sort=up&class=`, { waitUntil: "networkidle" });
  expect(await page.locator(".explorer .notice").count()).toBe(3);
  expect(await page.locator(".cities tbody tr").count()).toBe(3);
}

/** The file of the view holds its rows and says what they are. */
export async function saveView(page: Page, explorer: string): Promise<void> {
  await page.goto(`${explorer}?q=changsha`, { waitUntil: "networkidle" });
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(".bar .end button")]);
  expect(download.suggestedFilename()).toBe("tributary-fixture-cities-q-changsha.csv");
}

/** Words on other pages are found with the keyboard alone; the address keeps them. */
export async function searchTexts(page: Page, search: string): Promise<void> {
  const words = search.includes("/zh/") ? "引力模型" : "gravity model";
  await page.goto(search, { waitUntil: "networkidle" });
  await page.waitForSelector("astro-island:not([ssr]) #find-words");
  await page.focus("#find-words");
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  await page.locator(".found li mark").first().waitFor();
  await page.goto(page.url(), { waitUntil: "networkidle" });
  const hit = page.locator(".found li a").first();
  await hit.press("Enter");
  await page.waitForURL(/methods\/#/);
  expect(await text(page, "h1")).toHaveLength(1);
}

/** Words that stand nowhere are answered, and nothing is asked of the index before there are words. */
export async function searchTextsInVain(page: Page, search: string): Promise<void> {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(search, { waitUntil: "networkidle" });
  await page.waitForSelector("astro-island:not([ssr]) #find-words");
  expect(asked.filter((url) => url.includes("/pagefind/"))).toEqual([]);
  await page.fill("#find-words", "qq");
  await page.press("#find-words", "Enter");
  await page.locator("form:has(#find-words) [role=status]", { hasText: /No page has|没有页面/ }).waitFor();
}
