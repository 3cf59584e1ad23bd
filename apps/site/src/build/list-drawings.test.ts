import { expect, test } from "vitest";
import type { Atlas } from "../view-models/chart-data.ts";
import { listDrawings } from "./list-drawings.ts";

const cities = Array.from({ length: 60 }, (_, i) => ({ name: `City ${i}`, lon: 100 + (i % 8), lat: 28 + i / 8 }));
const atlas: Atlas = {
  cities,
  points: cities.map(({ name }, i) => ({ name, class: "weak", local: 1e6 + 1e5 * (i % 5), outsourced: 2e6 + 9e4 * i })),
  classes: { strong: "S", weak: "W", "local-led": "L", "self-reliant": "R", "no-mitigation": "N" },
  counts: { strong: 0, weak: 60, "local-led": 0, "self-reliant": 0, "no-mitigation": 0, unclassified: 0 },
  years: [2012, 2017],
};
const values = cities.map((_, i) => (i === 7 ? 0 : 1e6 / (i + 1)));
const view = { sections: [{ figures: [{ charts: [{ kind: "map", data: { focus: 3, values, year: 2017 } }] }] }] };
const rename = (i: number): Atlas => ({
  ...atlas,
  cities: cities.map((city, j) => (j === i ? { ...city, name: "Elsewhere" } : city)),
});

test("charts that show other cities are found wherever they stand, and drawn at the widths of the pages", () => {
  const drawings = listDrawings(view, atlas, "en");
  expect(drawings).toHaveLength(2);
  for (const drawing of drawings) expect(drawing).toMatch(/^<svg[\s\S]*City 3</);
  expect(listDrawings({ sections: [{ text: "No figure here" }], empty: null }, atlas, "en")).toEqual([]);
});

test("a new name changes the page that prints it, and no page that does not", () => {
  expect(listDrawings(view, rename(3), "en")).not.toEqual(listDrawings(view, atlas, "en"));
  expect(listDrawings(view, rename(7), "en")).toEqual(listDrawings(view, atlas, "en"));
});
