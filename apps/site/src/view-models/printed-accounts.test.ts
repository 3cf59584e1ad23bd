import type { Accounts, CityResult } from "@tributary/core";
import { describe, expect, test } from "vitest";
import { METRICS, metricValue } from "../lib/explorer/metrics.ts";
import { unpackExplorer } from "../lib/explorer/pack.ts";
import { emissionsFormat } from "../lib/format.ts";
import { LANGS } from "../lib/lang.ts";
import { makeResults } from "../testing/make-results.ts";
import { ACCOUNTS, describeAccounts } from "./city/accounts.ts";
import { prepareCity, prepareCountry, tellIn } from "./city/facts.ts";
import { describeShort } from "./city/short.ts";
import { makeExplorerView } from "./explorer.ts";
import { makeFileTable } from "./files/tables.ts";
import type { Figure } from "./page-parts.ts";

const CITIES = 300;
const { summary, cities, details } = makeResults(CITIES);
const country = prepareCountry(summary, cities);
const years = summary.years.map(String);
const factsOf = (detail: CityResult) => prepareCity(country, detail);

/** Accounts as the results have them, the parts of the outsourced part below it. */
const exactOf = (accounts: Accounts): number[] =>
  ACCOUNTS.map((row) =>
    row === "outsourcedRest" ? accounts.outsourced - (accounts.outsourcedPower ?? 0) : (accounts[row] ?? 0),
  );

/** Units of the site in tonnes. */
const TONNES: Record<string, number> = { Mt: 1e6, kt: 1e3, 万吨: 1e4, 亿吨: 1e8 };

/** Whether a text is the exact amount in its unit, rounded once to the decimals that it shows. */
function isRoundedOnce(text: string, unit: string, exact: number): boolean {
  const digits = text.split(".")[1]?.length ?? 0;
  if (text.startsWith("<")) return exact / TONNES[unit]! < 0.5 * 10 ** -digits;
  const off = Math.abs(Number(text.replaceAll(",", "")) - exact / TONNES[unit]!);
  return off <= 0.5 * 10 ** -digits * (1 + 1e-9);
}

describe.each(LANGS)("in %s", (lang) => {
  test("every account of every city is its exact amount, rounded once", () => {
    let printed = 0;
    for (const detail of details) {
      const { city, ...facts } = factsOf(detail);
      const exact = years.map((year) => exactOf(cities[country.index.get(city.code)!]!.accounts[year]!));
      const [{ table }] = describeAccounts(tellIn({ city, ...facts }, lang)).figures as [Figure];
      const format = emissionsFormat(exact.flat(), lang);
      table!.rows.slice(0, ACCOUNTS.length).forEach(({ head, cells }, row) => {
        for (const [t, text] of cells.entries()) {
          expect(text, `${city.code} ${head}`).toBe(format.amount(exact[t]![row]!));
          expect(isRoundedOnce(text, format.unit, exact[t]![row]!), `${city.code} ${head} ${text}`).toBe(true);
          printed += 1;
        }
      });
    }
    expect(printed).toBe(2 * ACCOUNTS.length * CITIES);
  });

  test("so are the large numbers of each profile", () => {
    for (const detail of details) {
      const facts = factsOf(detail);
      const { footprint, outsourced } = facts.city.accounts[years[1]!]!;
      const [first, share, ...cuts] = describeShort(tellIn(facts, lang)).numbers!;
      expect(isRoundedOnce(first!.value, first!.unit.split(" ")[0]!, footprint), first!.value).toBe(true);
      expect(Math.abs(Number(share!.value) - (100 * outsourced) / footprint)).toBeLessThanOrEqual(0.05 * (1 + 1e-9));
      const { mitigation } = cities[country.index.get(detail.code)!]!;
      const unitOf = (text: string) => /^(Mt|kt|万吨|亿吨)/.exec(text)![0];
      for (const [k, part] of (["local", "outsourced"] as const).entries()) {
        const { value, unit } = cuts[k]!;
        expect(isRoundedOnce(value, unitOf(unit), Math.abs(mitigation[part])), `${detail.code} ${value}`).toBe(true);
      }
    }
  });

  test("tables of all cities print the exact values that the results have", () => {
    const data = unpackExplorer(makeExplorerView(country, lang).packed);
    for (const metric of METRICS)
      for (const when of ["first", "last"] as const) {
        data.cities.forEach((row, c) => {
          const { accounts, mitigation } = cities[c]!;
          const { footprint, outsourced, local, production } = accounts[years[when === "first" ? 0 : 1]!]!;
          const exact = {
            ...{ footprint, outsourced, local, production, "outsourced-share": outsourced / footprint },
            ...{ "local-mitigation": mitigation.local, "outsourced-mitigation": mitigation.outsourced },
            given: mitigation.given,
          }[metric];
          expect(metricValue(row, metric, when, "total"), row.code).toBe(exact);
        });
      }
  });
});

test("files of a profile hold the numbers of the results with all their digits", () => {
  for (const detail of details.slice(0, 20)) {
    const { rows } = makeFileTable("accounts", factsOf(detail));
    const { accounts } = cities[country.index.get(detail.code)!]!;
    const exact = years.map((year) => exactOf(accounts[year]!));
    expect(rows.slice(0, ACCOUNTS.length).map(([, ...cells]) => cells.slice(0, 2))).toEqual(
      ACCOUNTS.map((_, row) => exact.map((values) => values[row])),
    );
  }
});
