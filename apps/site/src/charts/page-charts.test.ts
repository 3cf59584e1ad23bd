import { describe, expect, test } from "vitest";
import { cityMap } from "./city-map.ts";
import { flowMatrix } from "./flow-matrix.ts";
import type { ChartOptions } from "./frame.ts";
import { partsBars } from "./parts-bars.ts";
import { rankedBars } from "./ranked-bars.ts";
import { standaloneSvg } from "./standalone.ts";
import type { Stepped } from "./steps.ts";
import { findOverlaps, PLACES, readDrawing, SIZES } from "./testing.ts";
import { tileMap } from "./tile-map.ts";

const VALUES: (Stepped | null)[] = [0, 1, 2, 3, 4].map((step) => ({ step, growth: step === 1 }));
VALUES.push(null, { step: 0, growth: true });
const POSITIONS = [
  [0.62, 0.7],
  [0.61, 0.73],
  [0.64, 0.72],
  [0.7, 0.6],
  [0.1, 0.2],
  [0.58, 0.95],
  [0.9, 0.58],
] as const;
const KEY = { title: "Mt CO₂", steps: ["< 1", "1 to 2", "2 to 3", "3 to 4", "≥ 4"], sides: ["cut", "growth"] as const };
const NAMES = { en: ["Changsha", "Shenzhen", "Suzhou, Jiangsu"], zh: ["长沙", "深圳", "苏州"] };

const mapData = ({ lang }: ChartOptions, focus: boolean) => ({
  ...{ title: "Map", desc: "Values", hue: "out" as const, height: 0.8, key: KEY },
  cities: PLACES[lang].map((name, i) => ({
    ...{ code: `"${i}`, name, position: POSITIONS[i]!, value: VALUES[i]! },
  })),
  focus: focus ? { city: 0, inward: true, partners: [3, 6].map((city, i) => ({ city, weight: 1 - i / 2 })) } : null,
  named: [3, 4, 6],
});

const FIGURES: Record<string, (options: ChartOptions) => string> = {
  "city-map": (options) => cityMap(mapData(options, false), options),
  "city-map with a city in focus": (options) => cityMap(mapData(options, true), options),
  "tile-map": (options) =>
    tileMap(
      {
        ...{ title: "Squares", desc: "Values", hue: "local", key: { ...KEY, sides: null }, focus: 2 },
        tiles: PLACES[options.lang].map((name, i) => ({
          ...{ code: String(i), name, value: VALUES[i]! },
          cell: [i % 4, Math.floor(i / 4)] as const,
        })),
      },
      options,
    ),
  "ranked-bars": (options) =>
    rankedBars(
      {
        ...{ title: "Emitters", head: "Emitted there, Mt CO₂", fill: "out", rest: "293 others: 12.3 Mt" },
        rows: NAMES[options.lang].map((name, i) => ({ name, value: 3 - 2 * i, text: `${3 - 2 * i}`, tick: 1 })),
      },
      options,
    ),
  "parts-bars": (options) =>
    partsBars(
      {
        title: "Where it is emitted",
        parts: [
          { label: "in the city", fill: "local" },
          { label: "in the province", fill: "out-2" },
          { label: "elsewhere", fill: "out" },
        ],
        rows: ["2012", "2017"].map((label) => ({
          label,
          shares: [0.2, 0.005, 0.795],
          texts: ["20%", "0.5%", "79.5%"],
        })),
      },
      options,
    ),
  "flow-matrix": (options) =>
    flowMatrix(
      {
        ...{ title: "Flows", heads: ["in", "for"], names: NAMES[options.lang] },
        cells: [0, 1, 2].map((r) => [0, 1, 2].map((c) => ({ value: r === 2 ? -c : 9 * c + r, text: `${r}.${c}` }))),
      },
      options,
    ),
};

describe.each(Object.entries(FIGURES))("%s", (_, draw) => {
  test.each(SIZES)("$lang at $width px", ({ lang, width }) => {
    const svg = draw({ lang, width, id: "fig" });
    expect(findOverlaps(readDrawing(svg))).toEqual([]);
    expect(svg).toMatchSnapshot();
    expect(standaloneSvg(svg)).not.toContain("var(--");
  });
});

const options = { lang: "en", width: 688, id: "fig" } as const;

test("growth is a ring on maps and in matrices, and a hatched bar", () => {
  expect(FIGURES["flow-matrix"]!(options).match(/fill="var\(--plate\)" stroke="var\(--(out|local)\)"/g)).toHaveLength(
    2,
  );
  expect(FIGURES["ranked-bars"]!(options)).toContain("url(#hatch-out)");
});

test("a city without a figure is drawn, and differs from the lowest step", () => {
  const { element } = readDrawing(FIGURES["city-map"]!(options));
  const missing = element.querySelector('circle[data-code="&quot;5"], circle[data-code=\'"5\']');
  expect(missing?.getAttribute("fill")).toBe("none");
});
