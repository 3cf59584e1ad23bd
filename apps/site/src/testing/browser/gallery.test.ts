import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { encodeLink, listIamcRows, type ScenarioResult, scenarioResultSchema } from "@tributary/scenarios";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { emissionsFormat } from "../../lib/format.ts";
import { openBrowser, watchPage } from "./open-browser.ts";
import { serveFolder } from "./serve-folder.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 });

const PROJECT = resolve(import.meta.dirname, "../../../../..");
const COMMAND = join(PROJECT, "apps/cli/bin/tributary.js");
const folder = mkdtempSync(join(tmpdir(), "tributary-gallery-"));
const release = join(folder, "release");
const dist = join(folder, "dist");

/** Run a program to its end; what it printed. */
function run(argv: readonly string[], cwd = PROJECT): string {
  const env = { ...process.env, TRIBUTARY_RELEASE: release, SITE_URL: "", BASE_PATH: "/", NODE_ENV: "production" };
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${argv.join(" ")}\n${stderr}`);
  return stdout;
}
const tributary = (...argv: string[]) => run([COMMAND, ...argv]);

let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

/* Forty cities under the name of the shipped release: every scenario of the gallery finds what it selects. */
beforeAll(async () => {
  const settings = join(folder, "settings.yaml");
  writeFileSync(settings, "cityCount: 40\n");
  tributary("estimate", "--settings", settings, "--id", "open-2026.1", "--out", release);
  tributary("model", "run", "--release", release);
  tributary("scenario", "gallery", "--release", release);
  run(["build.ts", "--outDir", dist, "--cache", join(folder, "cache")], join(PROJECT, "apps/site"));
  [browser, server] = await Promise.all([openBrowser(), serveFolder(dist)]);
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(folder, { recursive: true });
});

const readBuilt = (id: string): ScenarioResult =>
  scenarioResultSchema.parse(JSON.parse(readFileSync(join(dist, "scenarios", id, "result.json"), "utf8")));

/** The numbers that the simulator saves, by scenario, city and quantity. */
async function saveNumbers(page: Page): Promise<Map<string, number>> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".share .plain").nth(1).click()]);
  const [, ...lines] = readFileSync((await download.path())!, "utf8")
    .trim()
    .split("\r\n");
  return new Map(
    lines.map((line) => {
      const [, scenario, region, variable, , , value] = line.split(",");
      return [`${scenario} ${region} ${variable}`, Number(value)];
    }),
  );
}

test("every scenario of the gallery: the same numbers in the command line, in the build and in the browser", async () => {
  const { scenarios } = JSON.parse(readFileSync(join(release, "results/scenarios/index.json"), "utf8"));
  const { regions } = JSON.parse(readFileSync(join(release, "manifest.json"), "utf8"));
  expect(scenarios.length).toBeGreaterThanOrEqual(10);
  for (const id of scenarios) {
    const built = readBuilt(id);
    const { command: _, ...printed } = JSON.parse(tributary("scenario", "run", id, "--json", "--release", release));
    const { command, ...kept } = built;
    expect(printed, id).toEqual(kept);
    expect(command).toBe(`tributary scenario run ${id}`);

    const { page, strays, close } = await watchPage(browser, server.url);
    const city = built.focus?.city ?? regions[0].code;
    await page.goto(`${server.url}simulator/?city=${city}&s=${encodeLink(built.scenario)}`);
    await page.locator(".status", { hasText: "Exact: solved at full resolution" }).waitFor();
    const numbers = await saveNumbers(page);
    // Draws are the command line's alone.
    const rows = listIamcRows({ ...built, draws: null }, { regions });
    expect(numbers.size).toBe(rows.length);
    for (const { scenario, region, variable, value } of rows) {
      const found = [...numbers].find(
        ([key]) => key.endsWith(` ${region} ${variable}`) && (scenario === "baseline") === key.startsWith("baseline "),
      );
      expect(Math.abs(found![1] - value), `${id} ${scenario} ${region} ${variable}`).toBeLessThanOrEqual(
        1e-9 * Math.abs(value),
      );
    }

    const { before, after } = built.cities.find(({ code }) => code === city)!;
    const cells = emissionsFormat(
      [before, after].flatMap(({ footprint, local, outsourced, production }) => [
        footprint,
        local,
        outsourced,
        production,
      ]),
      "en",
    );
    const table = page.locator(".simtop .res table").first();
    for (const [at, quantity] of (["footprint", "local", "outsourced", "production"] as const).entries()) {
      const texts = await table.locator("tbody tr").nth(at).locator("td").allTextContents();
      expect(texts.slice(0, 2), `${id} ${quantity}`).toEqual([
        cells.amount(before[quantity]),
        cells.amount(after[quantity]),
      ]);
    }
    expect(strays).toEqual([]);
    await close();
  }
});
