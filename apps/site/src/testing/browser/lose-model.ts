import { gunzipSync, gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { textOf } from "./simulate.ts";

/** What comes in place of the model file. */
type Answer = (file: Buffer) => { status: number; body: Buffer };

/** The same file as if it were of another release: its hash stands in its first bytes, as text. */
function ofAnotherRelease(file: Buffer): Buffer {
  const text = gunzipSync(file).toString("latin1");
  return gzipSync(Buffer.from(text.replace(/"hash":"\w{16}"/, `"hash":"${"0".repeat(16)}"`), "latin1"));
}

const CASES: readonly (readonly [Answer, RegExp])[] = [
  [() => ({ status: 404, body: Buffer.alloc(0) }), /could not be loaded whole|未能完整载入/],
  [(file) => ({ status: 200, body: file.subarray(0, file.length / 2) }), /could not be loaded whole|未能完整载入/],
  [(file) => ({ status: 200, body: ofAnotherRelease(file) }), /of another release than this page|不属于同一数据版本/],
];

/** Wherever there is no model, the page says why, computes nothing, and blames no link. */
export async function loseModel(page: Page, simulator: string): Promise<void> {
  for (const [answer, said] of CASES) {
    await page.route(/model\.bin/, async (route) => {
      expect(route.request().url()).toMatch(/model\.bin\?[0-9a-f]{16}$/);
      const response = await route.fetch();
      await route.fulfill({ ...answer(await response.body()), contentType: "application/octet-stream" });
    });
    await expectSaid(page, `${simulator}?s=1.fixture.AAAA`, said);
    await page.unroute(/model\.bin/);
  }
  await page.addInitScript("delete globalThis.Worker");
  await expectSaid(page, simulator, /lets no page compute in the background|不允许网页在后台计算/);
}

async function expectSaid(page: Page, address: string, said: RegExp): Promise<void> {
  await page.goto("about:blank");
  await page.goto(address, { waitUntil: "networkidle" });
  await page.locator("[role=alert] .notice").first().waitFor();
  expect(await textOf(page, "[role=alert]")).toMatch(said);
  expect(await page.locator(".answer, [role=alert] li").count()).toBe(0);
}
