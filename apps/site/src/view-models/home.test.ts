import { describe, expect, test } from "vitest";
import { LANGS } from "../lib/lang.ts";
import { makeResults } from "../testing/make-results.ts";
import { expectProse } from "../testing/prose.ts";
import { makeAtlas } from "./atlas.ts";
import { prepareCountry } from "./city/facts.ts";
import { makeHomeView } from "./home.ts";

const { summary, cities } = makeResults(40);

function viewWhere(lastShare: number, lang: "en" | "zh") {
  const last = { ...summary.totals["2017"]!, outsourcedShare: lastShare };
  const first = { ...summary.totals["2012"]!, outsourcedShare: 0.786 };
  const country = prepareCountry({ ...summary, totals: { "2012": first, "2017": last } }, cities);
  return makeHomeView(country, lang, makeAtlas(country, lang));
}

describe.each(LANGS)("home in %s", (lang) => {
  test.each([0.775, 0.786, 0.82])("the study's finding is apart from ours, whatever ours is (%d)", (lastShare) => {
    const { finding, sub } = viewWhere(lastShare, lang);
    expectProse(sub, lang);
    expectProse(finding.study.text, lang);
    expectProse(finding.ours.text, lang);
    for (const note of finding.ours.notes) expectProse(note, lang);
    expect(finding.study.text).toContain("81.9%");
    expect(finding.study.text).toContain("240");
    expect(finding.ours.text).not.toContain("81.9%");
    expect(finding.ours.notes[0]).toContain("78.6%");
  });

  test("a fall beside the study's rise is not stated as a fact about China", () => {
    const [apart, alike] = [viewWhere(0.775, lang), viewWhere(0.82, lang)];
    expect(apart.finding.ours.notes[1]).toMatch(
      lang === "zh" ? /不把任何一个方向当作中国的事实/ : /Neither direction is stated here as a fact/,
    );
    expect(alike.finding.ours.notes[1]).not.toBe(apart.finding.ours.notes[1]);
  });

  test("all cities are counted once", () => {
    const { quadrant } = viewWhere(0.775, lang);
    expect(quadrant.table.rows.reduce((sum, { cells }) => sum + Number(cells[0]), 0)).toBe(40);
  });
});
