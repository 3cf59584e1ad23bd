import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { footprintRiver } from "./footprint-river.ts";
import type { City } from "./geo.ts";
import { findOverlaps, originsOf, readDrawing } from "./testing.ts";

const SIZES = [1120, 350];

test.each(SIZES)("snapshot at %d px", (width) => {
  for (const lang of ["en", "zh"] as const) {
    const svg = footprintRiver(originsOf(lang), { lang, width, id: "river" });
    readDrawing(svg);
    expect(svg).toMatchSnapshot(lang);
  }
});

test("names origins largest first, with one unit and precision", () => {
  const { labels } = readDrawing(footprintRiver(originsOf("en"), { lang: "en", width: 1120, id: "river" }));
  const contents = labels.map(({ content }) => content);
  expect(contents).toContain("Xiangtan 7.96");
  expect(contents).toContain("Within the city 8.90");
  expect(contents).toContain("24.7");
  expect(contents.filter((content) => content.endsWith("km"))).toHaveLength(1);
});

describe("no two labels overlap, nothing is broken", () => {
  const city = fc.record({
    name: fc.constantFrom("Yulin, Shaanxi", "Ordos", "Qiandongnan", "长沙", "鄂尔多斯", "Ma’anshan"),
    lon: fc.double({ min: 75, max: 131, noNaN: true }),
    lat: fc.double({ min: 18, max: 50, noNaN: true }),
  });
  const size = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }).map((share) => 10 ** (share * 8)),
    fc.constantFrom(0, -5e4),
  );
  const world = fc.array(fc.tuple(city, size), { minLength: 1, maxLength: 150 });

  test.each(SIZES)("%d px", (width) => {
    const check = fc.property(world, fc.double({ min: -0.1, max: 0.7, noNaN: true }), (entries, share) => {
      const cities: City[] = entries.map(([place]) => place);
      const names = entries.map(([{ name }]) => name);
      const values = entries.map(([, value]) => value);
      const outsourced = values.slice(1).reduce((sum, value) => sum + value, 0);
      values[0] = (outsourced * share) / (1 - share);
      const drawing = readDrawing(
        footprintRiver({ cities, focus: 0, values, names, year: 2017 }, { lang: "en", width, id: "r" }),
      );
      expect(findOverlaps(drawing)).toEqual([]);
      for (const { box } of drawing.labels) expect(box[0]).toBeGreaterThan(-1);
    });
    fc.assert(check, { numRuns: 120, seed: 20261123 });
  });

  test("a city alone, without any footprint", () => {
    const cities = [{ lon: 109.5, lat: 18.2 }];
    readDrawing(
      footprintRiver(
        { cities, focus: 0, values: [0], names: ["Sanya"], year: 2017 },
        { lang: "zh", width: 350, id: "r" },
      ),
    );
  });
});
