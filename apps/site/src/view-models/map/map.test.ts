import { describe, expect, test } from "vitest";
import { explorerWords } from "../../lib/explorer/explorer-words.ts";
import { METRICS, PERS, WHENS } from "../../lib/explorer/metrics.ts";
import { unpackExplorer } from "../../lib/explorer/pack.ts";
import { LANGS } from "../../lib/lang.ts";
import { DEFAULT_MAP, FLOWS, LAYOUTS } from "../../lib/map/map-state.ts";
import { mapWords } from "../../lib/map/map-words.ts";
import { makeResults } from "../../testing/make-results.ts";
import { makeAtlas } from "../atlas.ts";
import { prepareCountry } from "../city/facts.ts";
import { makeCityFlows } from "./city-flows.ts";
import { drawMap } from "./draw-map.ts";
import { makeMapPage } from "./map-page.ts";
import { makeMapView } from "./map-view.ts";
import { layTiles } from "./tiles.ts";

const { summary, cities, details } = makeResults(40);
const country = prepareCountry(summary, cities);
const contextOf = (lang: (typeof LANGS)[number]) => {
  const { packed, positions } = makeMapPage(country, makeAtlas(country, lang), lang);
  return { data: { ...unpackExplorer(packed), positions }, words: mapWords(lang), explorer: explorerWords(lang), lang };
};

describe.each(LANGS)("%s", (lang) => {
  const context = contextOf(lang);
  const draw = (view: ReturnType<typeof makeMapView>) =>
    LAYOUTS.flatMap((layout) =>
      [1120, 350].map((width) => drawMap(view, context.data, layout, { lang, width, id: "map" })),
    );

  test("every quantity can be drawn, and says a value or none for every city", () => {
    for (const metric of METRICS)
      for (const when of WHENS)
        for (const per of PERS) {
          const view = makeMapView(context, { ...DEFAULT_MAP, metric, when, per }, null);
          expect(view.values).toHaveLength(cities.length);
          view.values.forEach((value, i) => {
            expect(value === null).toBe(view.texts[i] === null);
          });
          for (const svg of draw(view)) expect(svg).not.toMatch(/NaN|undefined/);
        }
  });

  test("flows leave the city itself out, the largest first", () => {
    const [detail] = details;
    const flows = makeCityFlows(country, detail!);
    for (const flow of FLOWS) {
      const view = makeMapView(context, { ...DEFAULT_MAP, city: detail!.code, flow }, flows);
      const own = country.index.get(detail!.code)!;
      expect(view.values[own]).toBeNull();
      expect(view.focus!.city).toBe(own);
      for (const svg of draw(view)) expect(svg).toContain("--focus-city");
    }
    const view = makeMapView(context, { ...DEFAULT_MAP, city: detail!.code }, flows);
    const largest = detail!.origins["2017"]!.find(({ code }) => code !== detail!.code)!;
    expect(cities[view.order[0]!]!.code).toBe(largest.code);
  });
});

test("flows of a city are those of its results, in the order of the cities", () => {
  const [detail] = details;
  const flows = makeCityFlows(country, detail!);
  const own = country.index.get(detail!.code)!;
  const { footprint, local } = cities[own]!.accounts["2017"]!;
  expect(flows.origins.reduce((a, b) => a + b, 0) / footprint).toBeCloseTo(1, 3);
  expect(flows.origins[own]! / local).toBeCloseTo(1, 3);
  for (const { code, value } of detail!.given)
    expect(flows.given[country.index.get(code)!]).toBeCloseTo(value, -Math.floor(Math.log10(Math.abs(value) || 1)) + 3);
});

test("every city has a square of its own near its position", () => {
  const points = Array.from({ length: 200 }, (_, i): [number, number] => [
    ((i * 37) % 97) / 97,
    (((i * 61) % 83) / 83) * 0.8,
  ]);
  const cells = layTiles(points, 0.8);
  expect(new Set(cells.map(String)).size).toBe(points.length);
  const columns = Math.max(...cells.map(([column]) => column));
  const far = cells.map(([column], i) => Math.abs(column / columns - points[i]![0]));
  expect(far.reduce((a, b) => a + b, 0) / far.length).toBeLessThan(0.1);
});
