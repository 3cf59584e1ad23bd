import type { ScenarioResult } from "@tributary/scenarios";
import { QUANTITIES } from "@tributary/scenarios";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { explorerTerms } from "../../lib/explorer/explorer-words.ts";
import { emissionsFormat, payment } from "../../lib/format.ts";
import type { SimulatorData } from "../../lib/simulator/simulator-data.ts";
import { simulatorWords } from "../../lib/simulator/simulator-words.ts";
import { listDrawnClasses, makeCertainty } from "../../view-models/certainty.ts";
import type { Table } from "../../view-models/page-parts.ts";
import { makeLeverShares } from "../../view-models/simulator/lever-shares.ts";

const words = simulatorWords("en");

/** Head and cells of every row of a table of the section under a heading. */
async function readTable(page: Page, heading: string, at: number): Promise<string[][]> {
  const section = page.locator(".res, .res section", { has: page.locator(`h2:text-is("${heading}")`) }).last();
  const rows = await section.locator("table").nth(at).locator("tbody tr").all();
  return Promise.all(
    rows.map(async (row) => (await row.locator("th, td").allTextContents()).map((text) => text.trim())),
  );
}

const rowsOf = ({ rows }: Table): string[][] => rows.map(({ head, cells }) => [head, ...cells]);

/** Everything that the page shows of a scenario at rest is what the command line says of it, to the letter. */
export async function expectSameText(page: Page, result: ScenarioResult, data: SimulatorData): Promise<void> {
  const context = { data, words, terms: explorerTerms("en"), lang: "en" } as const;
  const { code } = result.cities.find((city) => city.code === result.focus!.city)!;
  const c = result.cities.findIndex((city) => city.code === code);
  await expectAccounts(page, result, c);
  await expectShares(page, result, context);
  await expectLeakage(page, result);
  await expectPayments(page, result, data);
  const remarks = await page.locator(".simtop > .notice").allTextContents();
  expect(remarks).toEqual(result.remarks.map(({ text }) => text.en));
  if (result.draws === null) return;
  const city = result.draws.cities[c]!;
  const drawn = makeCertainty(data.regions[c]!.name, city, result.draws, words.before.rows, context);
  expect(await page.locator(".certainty .after").first().textContent()).toBe(drawn.say);
  expect(await readTable(page, words.certainty.heading, 0)).toEqual(rowsOf(drawn.table));
  const classes = listDrawnClasses(city.classes, context.terms.classes, context)!;
  expect(await readTable(page, words.certainty.heading, 1)).toEqual(rowsOf(classes));
}

async function expectAccounts(page: Page, { cities }: ScenarioResult, c: number): Promise<void> {
  const { before, after } = cities[c]!;
  const cells = emissionsFormat(
    QUANTITIES.flatMap((quantity) => [before[quantity], after[quantity]]),
    "en",
  );
  expect(await readTable(page, words.before.heading, 0)).toEqual(
    QUANTITIES.map((quantity) => [
      words.before.rows[quantity],
      cells.amount(before[quantity]),
      cells.amount(after[quantity]),
      cells.change(after[quantity] - before[quantity]),
    ]),
  );
}

/** In any order: levers that do nothing are ranked by what rounding leaves of them. */
async function expectShares(
  page: Page,
  { scenario, contributions: { method, levers, interaction } }: ScenarioResult,
  context: Parameters<typeof makeLeverShares>[2],
): Promise<void> {
  const shares = {
    method,
    local: levers.map(({ focus }) => focus!.local),
    outsourced: levers.map(({ focus }) => focus!.outsourced),
    interaction: interaction.focus!.local + interaction.focus!.outsourced,
  };
  const { table, note } = makeLeverShares(scenario.levers, shares, context);
  expect((await readTable(page, words.shares.heading, 0)).sort()).toEqual(rowsOf(table).sort());
  expect(await page.locator(".results .res p").first().textContent()).toBe(note);
}

async function expectLeakage(page: Page, { leakage: { rise, fall }, cities }: ScenarioResult): Promise<void> {
  const facts = await page.locator(".two .after").allTextContents();
  if (facts.length === 0) return;
  const format = emissionsFormat([rise, fall], "en");
  const moved = cities.filter((city) => city.class && city.class.before !== city.class.after).length;
  const leaks = rise > -fall * 1e-6;
  expect(facts).toEqual([
    leaks ? words.partners.leakage(format.text(rise), format.text(fall)) : words.partners.noLeakage(format.text(fall)),
    words.partners.classes(moved),
  ]);
}

/** What every city receives and pays, among those that the page lists. */
async function expectPayments(page: Page, { ledgers }: ScenarioResult, data: SimulatorData): Promise<void> {
  expect(await page.locator(".res.ledger").count()).toBe(ledgers.length);
  for (const { cities } of ledgers) {
    const expected = new Map(
      cities.map(({ code, received, paid }) => [
        data.regions.find((region) => region.code === code)!.name,
        [received, paid, received - paid].map((amount) => payment(amount, "en")),
      ]),
    );
    const rows = await readTable(page, words.ledger.heading, 1);
    expect(rows.length).toBeGreaterThan(0);
    for (const [name, ...cells] of rows) if (expected.has(name!)) expect(cells, name).toEqual(expected.get(name!));
  }
}
