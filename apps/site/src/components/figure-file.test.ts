import { describe, expect, test } from "vitest";
import { LANGS } from "../lib/lang.ts";
import { makeResults } from "../testing/make-results.ts";
import { makeAtlas } from "../view-models/atlas.ts";
import { prepareCity, prepareCountry } from "../view-models/city/facts.ts";
import { makeCityView } from "../view-models/city.ts";
import { drawFigureFile } from "./figure-file.ts";

const { summary, cities, details } = makeResults(12);
const country = prepareCountry(summary, cities);

describe.each(LANGS)("drawings for download in %s", (lang) => {
  const atlas = makeAtlas(country, lang);
  const view = makeCityView(prepareCity(country, details[0]!), lang, atlas, null);
  const figures = view.sections.flatMap((section) => section.figures);

  test.each(figures.map(({ id }) => id))("%s says what it is and what kind of data it shows", (id) => {
    const figure = figures.find((candidate) => candidate.id === id)!;
    const svg = drawFigureFile(figure, atlas, lang, 688);
    expect(svg).toMatch(/^<svg /);
    expect(svg).not.toMatch(/var\(--|NaN|undefined/);
    expect(svg).toContain(lang === "zh" ? "开放估算" : "Open estimate");
    const ids = [...svg.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
