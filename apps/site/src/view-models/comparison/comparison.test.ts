import { describe, expect, test } from "vitest";
import { compareWords } from "../../lib/comparison/compare-words.ts";
import { explorerTerms, explorerWords } from "../../lib/explorer/explorer-words.ts";
import { unpackExplorer } from "../../lib/explorer/pack.ts";
import { LANGS } from "../../lib/lang.ts";
import { makeResults } from "../../testing/make-results.ts";
import { prepareCountry } from "../city/facts.ts";
import { makeCityFlows } from "../map/city-flows.ts";
import { makeComparePage } from "./compare-page.ts";
import { drawFlows, drawFootprints, drawMetrics, listDifferences } from "./comparison.ts";
import { fileComparison } from "./file.ts";

const { summary, cities: all, details } = makeResults(12);
const country = prepareCountry(summary, all);
const flows = details.slice(0, 3).map((detail) => makeCityFlows(country, detail));

describe.each(LANGS)("%s", (lang) => {
  const data = unpackExplorer(makeComparePage(country, lang).packed);
  const context = {
    ...{ data, lang },
    words: compareWords(lang),
    explorer: explorerWords(lang),
    terms: explorerTerms(lang),
  };
  const cities = data.cities.slice(0, 3);

  test("bars, matrices and rows hold every chosen city", () => {
    expect(drawFootprints(cities, context).bars).toHaveLength(3);
    for (const { bars, missing, note } of drawMetrics(cities, context)) {
      expect(bars.rows.length + missing.length).toBe(3);
      expect(note.includes(context.words.addedNote)).toBe(bars.rows.some(({ value }) => value < 0));
    }
    for (const { head, cells } of listDifferences(cities, context)) {
      expect(head).not.toBe("");
      expect(cells).toHaveLength(3);
      expect(cells[0]!.difference).toBe("");
    }
  });

  test("a flow between two cities is what the one has emitted in the other", () => {
    const { matrix } = drawFlows("origins", cities, flows, context);
    const found = details[1]!.origins["2017"]!.find(({ code }) => code === cities[0]!.code)!;
    expect(matrix.cells[0]![1]!.value / found.value).toBeCloseTo(1, 3);
    expect(matrix.cells[1]![1]!.value / all[1]!.accounts["2017"]!.local).toBeCloseTo(1, 3);
  });
});

test("the file has a row a quantity and two a city, all of one width", () => {
  const data = unpackExplorer(makeComparePage(country, "en").packed);
  const { columns, rows } = fileComparison(data.cities.slice(0, 3), flows, data);
  expect(rows).toHaveLength(11 + 6);
  for (const row of rows) expect(row).toHaveLength(columns.length);
});

test("every city is linked once", () => {
  const { provinces } = makeComparePage(country, "en");
  expect(provinces.flatMap(({ cities }) => cities)).toHaveLength(all.length);
});
