import type { CityResult } from "@tributary/core";
import { describe, expect, test } from "vitest";
import { LANGS } from "../lib/lang.ts";
import { makeDraws } from "../testing/make-draws.ts";
import { makeGallery } from "../testing/make-gallery.ts";
import { makeResults } from "../testing/make-results.ts";
import { expectHeading, expectProse } from "../testing/prose.ts";
import { makeAtlas } from "./atlas.ts";
import { prepareCity, prepareCountry } from "./city/facts.ts";
import { type CityView, makeCityView } from "./city.ts";
import { hashView } from "./hash-view.ts";

const { summary, cities, details } = makeResults(40);
const draws = makeDraws(cities);
const country = prepareCountry(summary, cities, draws);
const gallery = makeGallery(cities);

const BROKEN = /NaN|undefined|Infinity|"[−-]0(\.0+)?["\s\u202f]|\d{8,}\.\d|\.\d{6,}/;

/** What a page prints: numbers of charts and places have all their digits, and are printed by the charts. */
const listTexts = (view: unknown): string => JSON.stringify(view, (_, value) => (Number.isFinite(value) ? 0 : value));

/** The same structure with every number that is not a count or a year multiplied. */
function scale<T>(value: T, factor: number): T {
  if (typeof value === "number")
    return (Number.isInteger(value) && Math.abs(value) < 10_000 ? value : value * factor) as T;
  if (Array.isArray(value)) return value.map((inner) => scale(inner, factor)) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, scale(inner, factor)])) as T;
}

function viewOf(detail: CityResult, lang: "en" | "zh", of = country): CityView {
  return makeCityView(prepareCity(of, detail, gallery), lang, makeAtlas(of, lang), null);
}

describe.each(LANGS)("profiles of forty cities in %s", (lang) => {
  test.each(details)("$code can be printed", (detail) => {
    const view = viewOf(detail, lang);
    expectProse(view.head.verdict, lang);
    for (const section of view.sections) {
      expectHeading(section.heading);
      expectProse(section.say, lang);
    }
    const { structuredData, ...printed } = view;
    expect(BROKEN.exec(listTexts(printed))?.[0]).toBeUndefined();
    expect(JSON.parse(structuredData)["@type"]).toBe("Dataset");
  });

  test("sections stand in the order of the outline", () => {
    const view = viewOf(details[0]!, lang);
    expect(view.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(view.data.number).toBe(13);
    expect(view.data.files.map(({ name }) => name).slice(-3)).toEqual(["changes.csv", "changes.json", "SHA256SUMS"]);
    expect(view.data.files).toHaveLength(27);
  });
});

test("what changes a printed number changes the page", () => {
  const [detail] = details;
  const origins = { ...detail!.origins, "2017": scale(detail!.origins["2017"]!, 1.01) };
  expect(hashView(viewOf({ ...detail!, origins }, "en"))).not.toBe(hashView(viewOf(detail!, "en")));
});

test("a new name changes the pages that print it or may, and no others", () => {
  const world = makeResults(120);
  const renamed = world.cities.map((city, c) =>
    c === 7 ? { ...city, name: { ...city.name, en: "Elsewhere" } } : city,
  );
  const [before, after] = [world.cities, renamed].map((all) => prepareCountry(world.summary, all));
  const name = before!.names.en.get(world.cities[7]!.code)!;
  const pages = world.details.map((detail) => {
    const [old, now] = [before!, after!].map((of) => JSON.stringify(viewOf(detail, "en", of)));
    return { prints: old!.includes(name), changed: old !== now };
  });
  expect(pages.filter(({ prints, changed }) => prints !== changed)).toEqual([]);
  expect(pages.filter(({ changed }) => changed).length).toBeGreaterThan(0);
  expect(pages.filter(({ changed }) => !changed).length).toBeGreaterThan(20);
});

test("a city that is missing from the summary is named", () => {
  expect(() => prepareCity(country, { ...details[0]!, peers: ["999999"] })).toThrow(
    /999999, which is not in cities.json/,
  );
});
