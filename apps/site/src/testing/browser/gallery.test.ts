import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Axes } from "@tributary/core";
import { encodeLink, listIamcRows, type ScenarioResult, scenarioResultSchema } from "@tributary/scenarios";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { SimulatorData } from "../../lib/simulator/simulator-data.ts";
import { openBrowser, watchPage } from "./open-browser.ts";
import { expectSameText } from "./read-simulator.ts";
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

/* Forty cities under the name of work on the shipped release: every scenario of the gallery finds what it selects. */
beforeAll(async () => {
  const settings = join(folder, "settings.yaml");
  writeFileSync(settings, "cityCount: 40\n");
  tributary("estimate", "--settings", settings, "--id", "open-2026.1+dev", "--out", release);
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

/** What the command line says of a scenario, seen from a city. */
const runScenario = (id: string, city: string): ScenarioResult =>
  scenarioResultSchema.parse(
    JSON.parse(tributary("scenario", "run", id, "--city", city, "--json", "--release", release)),
  );

/** The first result with as much of a city in it as the second has. */
function blurFocus(result: ScenarioResult, { focus }: ScenarioResult): ScenarioResult {
  if (focus) return result;
  const { levers, interaction, method } = result.contributions;
  return {
    ...result,
    focus: null,
    contributions: {
      method,
      levers: levers.map((part) => ({ ...part, focus: null })),
      interaction: { ...interaction, focus: null },
    },
  };
}

/** The same words, and the same numbers to 1e-9; what is below a kilogram is rounding. */
function expectClose(found: unknown, wanted: unknown, where: string): void {
  if (typeof wanted === "number") {
    expect(Math.abs((found as number) - wanted), where).toBeLessThanOrEqual(1e-9 * Math.abs(wanted) + 1e-3);
  } else if (typeof wanted !== "object" || wanted === null) expect(found, where).toBe(wanted);
  else {
    expect(Object.keys(found as object), where).toEqual(Object.keys(wanted));
    for (const [key, value] of Object.entries(wanted))
      expectClose((found as Record<string, unknown>)[key], value, `${where}.${key}`);
  }
}

/** What the island was told of the release. */
async function readData(page: Page): Promise<SimulatorData> {
  const props = await page.locator("astro-island[component-url*=Simulator]").getAttribute("props");
  return JSON.parse(JSON.parse(props!).packed[1]);
}

/** To 1e-9 of each; draws are not saved from the page. */
function expectSameNumbers(numbers: ReadonlyMap<string, number>, built: ScenarioResult, regions: Axes["regions"]) {
  const rows = listIamcRows({ ...built, draws: null }, { regions });
  expect(numbers.size).toBe(rows.length);
  for (const { scenario, region, variable, value } of rows) {
    const found = [...numbers].find(
      ([key]) => key.endsWith(` ${region} ${variable}`) && (scenario === "baseline") === key.startsWith("baseline "),
    );
    const where = `${built.scenario.id} ${scenario} ${region} ${variable}`;
    expect(Math.abs(found![1] - value), where).toBeLessThanOrEqual(1e-9 * Math.abs(value));
  }
}

test("every scenario of the gallery: the same numbers and words in the command line, in the build and in the browser", async () => {
  const { scenarios } = JSON.parse(readFileSync(join(release, "results/scenarios/index.json"), "utf8"));
  const { regions } = JSON.parse(readFileSync(join(release, "manifest.json"), "utf8"));
  expect(scenarios.length).toBeGreaterThanOrEqual(10);
  for (const id of scenarios) {
    const built = readBuilt(id);
    const city = built.focus?.city ?? regions[0].code;
    const printed = runScenario(id, city);
    expectClose(blurFocus(printed, built), { ...built, command: printed.command }, id);
    expect(built.command).toBe(`tributary scenario run ${id}`);

    const { page, strays, close } = await watchPage(browser, server.url);
    await page.goto(`${server.url}simulator/?city=${city}&s=${encodeLink(built.scenario)}`);
    await page.locator(".status", { hasText: "Exact: solved at full resolution" }).waitFor();
    if (built.draws) await page.locator(".certainty svg").first().waitFor({ state: "attached" });
    expectSameNumbers(await saveNumbers(page), built, regions);
    await expectSameText(page, printed, await readData(page));
    expect(strays).toEqual([]);
    await close();
  }
});
