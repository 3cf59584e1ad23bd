import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { emissionsFormat, formatNumber, share } from "../lib/format.ts";
import type { Lang } from "../lib/lang.ts";
import { accountOverlap } from "./account-overlap.ts";
import { accountSlope } from "./account-slope.ts";
import { beeswarm } from "./beeswarm.ts";
import { beforeAfter } from "./before-after.ts";
import { bullet } from "./bullet.ts";
import { causeWaterfall } from "./cause-waterfall.ts";
import { changeList } from "./change-list.ts";
import { changeSides } from "./change-sides.ts";
import type { ChartOptions } from "./frame.ts";
import { intervals } from "./intervals.ts";
import { mitigationBars } from "./mitigation-bars.ts";
import { mitigationRange } from "./mitigation-range.ts";
import { network } from "./network.ts";
import { originBars } from "./origin-bars.ts";
import { originCloseup } from "./origin-closeup.ts";
import { originMap } from "./origin-map.ts";
import { PALETTE } from "./palette.ts";
import { partnerButterfly } from "./partner-butterfly.ts";
import { pathBars } from "./path-bars.ts";
import { peerStrip } from "./peer-strip.ts";
import { productHeat } from "./product-heat.ts";
import { type QuadrantCity, quadrant } from "./quadrant.ts";
import { shareBars } from "./share-bars.ts";
import { standaloneSvg } from "./standalone.ts";
import { CITIES, findOverlaps, originsOf, PLACES, readDrawing, SIZES } from "./testing.ts";
import { tornado } from "./tornado.ts";

const Mt = 1e6;
const YEARS = [2012, 2017] as const;
const MITIGATION = [
  [0.33, 4.26],
  [1.1, -0.4],
  [-2.4, 0.9],
  [9.5, 17.9],
  [0, 0],
  [-0.2, -1.3],
  [3.1, 1.2],
] as const;

const mitigationOf = Object.fromEntries(
  (["en", "zh"] as const).map((lang) => [
    lang,
    PLACES[lang].map((name, i) => {
      const [local, outsourced] = MITIGATION[i]!;
      return { name, local: local * Mt, outsourced: outsourced * Mt };
    }),
  ]),
) as Record<Lang, (QuadrantCity & { name: string })[]>;

const planeOf = (lang: Lang) => ({ cities: mitigationOf[lang], names: PLACES[lang] });

const REGIONS = {
  strong: { label: "Strong beneficiary", count: 1 },
  weak: { label: "Weak beneficiary", count: 2 },
  "local-led": { label: "Local-led", count: 1 },
  "self-reliant": { label: "Self-reliant", count: 1 },
  "no-mitigation": { label: "No mitigation", count: 2 },
};
const THRESHOLDS = [0.05 * Mt, 0.2 * Mt, 0.5 * Mt, 1.5 * Mt] as const;

const CAUSES = [
  ["Carbon intensity", -0.33, -4.26],
  ["Production recipes", -0.39, -15.58],
  ["Where inputs come from", 0, 0],
  ["What is bought", 0.13, -1.66],
  ["How much is bought", 4.36, 39.62],
] as const;

/** The waterfall with every cause times `sign`. */
function causes(first: number, sign = 1) {
  const steps = CAUSES.map(([label, local, outsourced]) => ({
    label,
    local: local * Mt * sign,
    outsourced: outsourced * Mt * sign,
  }));
  const last = steps.reduce((sum, { local, outsourced }) => sum + local + outsourced, first * Mt);
  return { years: YEARS, first: first * Mt, last, steps };
}

const stack = (name: string, value: number) => ({
  name,
  value,
  groups: { energy: value * 0.5, "heavy industry": value * 0.3, services: value * 0.15, other: value * 0.05 },
});

const strip = (lang: Lang) => {
  const amount = (value: number) => emissionsFormat([value], lang).text(value);
  const peers = MITIGATION.map(([value]) => value * Mt);
  return {
    name: PLACES[lang][0]!,
    metrics: [
      { label: "Footprint", city: 84.6 * Mt, peers: [60 * Mt, 73.9 * Mt, 140 * Mt], median: 73.9 * Mt, format: amount },
      { label: "Outsourced share", city: 0.9, peers: [0.9, 0.9], median: 0.9, format: (v: number) => share(v, lang) },
      { label: "Local mitigation", city: -1 * Mt, peers, median: 0.33 * Mt, format: amount },
    ],
  };
};

/** Every figure on a few cities. */
const FIGURES: Record<string, (options: ChartOptions) => string> = {
  bullet: (options) =>
    bullet(
      {
        label: "Local",
        value: -0.3 * Mt,
        median: 0.2 * Mt,
        peers: [Mt],
        unit: "tonnes",
        fill: "local",
        mitigation: true,
      },
      options,
    ),
  "mitigation-bars": (options) => {
    const [city, ...peers] = mitigationOf[options.lang];
    return mitigationBars({ city: city!, peers, years: YEARS }, options);
  },
  "mitigation-bars with intervals": (options) => {
    const [city, ...peers] = mitigationOf[options.lang];
    const interval = { local: [-0.4 * Mt, 1.2 * Mt], outsourced: [2.9 * Mt, 6.8 * Mt] } as const;
    return mitigationBars({ city: city!, interval, peers, years: YEARS }, options);
  },
  "mitigation-range": (options) =>
    mitigationRange(
      {
        years: YEARS,
        rows: [
          {
            label: "Local",
            value: -0.3 * Mt,
            fill: "local",
            draws: [-0.9 * Mt, 0.6 * Mt],
            bases: [-0.5 * Mt, 0.1 * Mt],
          },
          {
            label: "Outsourced",
            value: 4.26 * Mt,
            fill: "out",
            draws: [2.9 * Mt, 6.8 * Mt],
            bases: [2.2 * Mt, 5.1 * Mt],
          },
        ],
      },
      options,
    ),
  "mitigation-range without draws": (options) =>
    mitigationRange(
      { years: YEARS, rows: [{ label: "Local", value: -0.3 * Mt, fill: "local", draws: null, bases: [] }] },
      options,
    ),
  "share-bars": (options) =>
    shareBars(
      {
        title: "Share of draws in each class",
        rows: [
          { label: "weak beneficiary", share: 0.87, focus: true },
          { label: "local-led", share: 0.128 },
          { label: "self-reliant", share: 0.002 },
          { label: "strong beneficiary", share: 0 },
          { label: "no mitigation", share: 1 },
        ],
      },
      options,
    ),
  "product-heat": (options) =>
    productHeat(
      {
        year: 2017,
        footprint: 84.6 * Mt,
        rows: [
          { name: "construction", groups: stack("", 40 * Mt).groups },
          { name: "motor vehicles and transport equipment", groups: stack("", 2 * Mt).groups },
          { name: "34 other products", groups: stack("", 0.2 * Mt).groups },
        ],
      },
      options,
    ),
  "path-bars": (options) =>
    pathBars(
      {
        year: 2017,
        paths: [
          { steps: ["construction, Changsha", "cement and glass, Xiangtan"], value: 1.18 * Mt, local: false },
          { steps: ["power and heat, Changsha"], value: 0.4 * Mt, local: true },
          {
            steps: ["motor vehicles, Changsha", "metal smelting and rolling, Suzhou, Jiangsu", "power and heat, Wuhan"],
            value: 0.02 * Mt,
            local: false,
          },
        ],
      },
      options,
    ),
  "quadrant of all": (options) => quadrant({ ...planeOf(options.lang), regions: REGIONS, years: YEARS }, options),
  "quadrant of a city": (options) =>
    quadrant({ ...planeOf(options.lang), focus: 0, peers: [1, 3], regions: REGIONS, years: YEARS }, options),
  "account-slope": (options) =>
    accountSlope({ years: YEARS, footprint: [64.8 * Mt, 84.6 * Mt], territorial: [24.8 * Mt, 28.9 * Mt] }, options),
  "account-overlap": (options) =>
    accountOverlap(
      {
        year: 2017,
        territorial: 28.92 * Mt,
        footprint: 84.6 * Mt,
        forOthers: 15.4 * Mt,
        exportedAbroad: 4.62 * Mt,
        local: 8.9 * Mt,
        outsourced: 75.7 * Mt,
      },
      options,
    ),
  "origin-map": (options) => originMap({ ...originsOf(options.lang), thresholds: THRESHOLDS }, options),
  "origin-closeup": (options) => originCloseup({ ...originsOf(options.lang), thresholds: THRESHOLDS }, options),
  "origin-bars": (options) =>
    originBars(
      {
        year: 2017,
        origins: [stack("Xiangtan", 7.96 * Mt), stack("Zhuzhou", 6.3 * Mt)],
        rest: { count: 306, value: 44.8 * Mt },
        local: stack("Changsha", 8.9 * Mt),
      },
      options,
    ),
  "cause-waterfall": (options) => causeWaterfall(causes(64.8), options),
  "partner-butterfly": (options) =>
    partnerButterfly(
      {
        years: YEARS,
        received: [
          { name: "Xiangtan", value: 0.54 * Mt },
          { name: "Wuhan", value: -0.1 * Mt },
        ],
        given: [{ name: "Zhuzhou", value: 0.07 * Mt }],
        totals: { received: 4.26 * Mt, given: -1.21 * Mt },
      },
      options,
    ),
  "peer-strip": (options) => peerStrip(strip(options.lang), options),
  beeswarm: (options) =>
    beeswarm(
      {
        cities: PLACES[options.lang].map((name, i) => ({ code: String(i), name, value: i * i * Mt })),
        label: "Footprint, Mt CO₂",
        scale: "root",
        axisUnit: Mt,
        format: (value) => formatNumber(value / Mt, 1, options.lang),
      },
      options,
    ),
  "before-after": (options) =>
    beforeAfter(
      {
        bars: [
          { label: "2017", local: 8.9 * Mt, outsourced: 75.7 * Mt },
          { label: "Scenario", local: 8.6 * Mt, outsourced: 68.2 * Mt },
        ],
        target: { label: "target −10%: 76.1", value: 76.1 * Mt },
      },
      options,
    ),
  "change-list": (options) =>
    changeList(
      {
        title: "What each lever contributes",
        rows: [
          { label: "Upstream decarbonisation", value: -7.4 * Mt, fill: "out" },
          { label: "Supplier shift", value: 0.52 * Mt, fill: "out" },
          { label: "Compensation ledger", value: 0, fill: "out" },
        ],
        total: { label: "All together", value: -6.88 * Mt, fill: "ink-2" },
      },
      options,
    ),
  "change-sides": (options) =>
    changeSides(
      {
        title: "Where emissions change",
        rows: PLACES[options.lang].map((name, i) => ({ name, value: (i - 4.5) * 0.7 * Mt, own: i === 2 })),
      },
      options,
    ),
  tornado: (options) =>
    tornado(
      {
        title: "How far each lever could move the footprint",
        rows: [
          {
            label: "Demand level and mix",
            fill: "ink-2",
            ends: [
              { label: "−50%", change: -42 * Mt },
              { label: "50%", change: 42 * Mt },
            ],
          },
          {
            label: "Clean electricity",
            fill: "out",
            ends: [
              { label: "−100%", change: -21.3 * Mt },
              { label: "0%", change: 0 },
            ],
          },
        ],
      },
      options,
    ),
  intervals: (options) =>
    intervals(
      {
        title: "How certain is it?",
        rows: [
          { label: "Footprint", range: [-10.2 * Mt, -9.5 * Mt, -9.1 * Mt, -8.6 * Mt, -7.9 * Mt] },
          { label: "Local part", range: [-0.3 * Mt, -0.1 * Mt, 0, 0.1 * Mt, 0.4 * Mt] },
        ],
      },
      options,
    ),
  network: (options) =>
    network(
      {
        cities: CITIES,
        names: PLACES[options.lang],
        links: [
          { from: 1, to: 0, value: 7.96 * Mt },
          { from: 3, to: 4, value: 0.2 * Mt },
        ],
        year: 2017,
      },
      options,
    ),
};

describe.each(Object.entries(FIGURES))("%s", (name, draw) => {
  test.each(SIZES)("$lang at $width px", ({ lang, width }) => {
    const svg = draw({ lang, width, id: "fig" });
    const drawing = readDrawing(svg);
    expect(findOverlaps(drawing)).toEqual([]);
    expect(svg).toMatchSnapshot();
    const file = standaloneSvg(svg);
    expect(file).not.toContain("var(--");
    expect(file).toContain('id="hatch-out"');
    if (width === 350) expect(svg.length).toBeLessThan(15_000);
    expect(draw({ lang, width, id: "fig" }), `${name} is not pure`).toBe(svg);
  });
});

const options = { lang: "en", width: 688, id: "fig" } as const;

describe("signs", () => {
  test("growth is hatched and cuts are solid, and zero is a tick with 0", () => {
    const svg = FIGURES["mitigation-bars"]!(options);
    expect(svg.match(/url\(#hatch-local\)/g)).toHaveLength(2);
    expect(svg.match(/url\(#hatch-out\)/g)).toHaveLength(2);
    expect(readDrawing(svg).labels.filter(({ content }) => content === "0")).toHaveLength(2);
  });

  test("a city and peers that all grew", () => {
    const grown = PLACES.en.map((name, i) => ({ name, local: -(i + 1) * Mt, outsourced: -2 * (i + 1) * Mt }));
    for (const width of [688, 350]) {
      const svg = mitigationBars({ city: grown[0]!, peers: grown.slice(1), years: YEARS }, { ...options, width });
      const drawing = readDrawing(svg);
      expect(findOverlaps(drawing)).toEqual([]);
      expect(drawing.labels.map(({ content }) => content)).toContain("local 1.00 added");
      for (const { box } of drawing.labels) expect(box[2]).toBeLessThanOrEqual(width + 1);
    }
  });

  test.each([
    ["all causes turned", 64.8, -1],
    ["below zero and back", 5, 1],
    ["negative throughout", -3, -1],
    ["from nothing", 0, 1],
  ])("a waterfall: %s", (_, first, sign) => {
    for (const width of [688, 350]) {
      const drawing = readDrawing(causeWaterfall(causes(first, sign), { ...options, width }));
      expect(findOverlaps(drawing)).toEqual([]);
      for (const { box } of drawing.labels) expect(box[2]).toBeLessThanOrEqual(width + 1);
    }
  });

  test("accounts that cross or are nearly equal keep their labels apart", () => {
    for (const territorial of [
      [64.9, 84.5],
      [90, 60],
      [0, 0],
    ] as const) {
      const pair = [territorial[0] * Mt, territorial[1] * Mt] as const;
      const data = { years: YEARS, footprint: [64.8 * Mt, 84.6 * Mt] as const, territorial: pair };
      const svg = accountSlope(data, options);
      expect(findOverlaps(readDrawing(svg))).toEqual([]);
    }
  });

  test("accounts without exports, without outsourcing, without anything", () => {
    for (const [forOthers, local, outsourced] of [
      [0, 0, 0],
      [0, Mt, 0],
      [0, 0, Mt],
      [9 * Mt, 99 * Mt, 0],
    ] as const) {
      const sums = { territorial: forOthers + local, footprint: local + outsourced };
      const data = { year: 2017, ...sums, forOthers, exportedAbroad: 0, local, outsourced };
      for (const width of [688, 350])
        expect(findOverlaps(readDrawing(accountOverlap(data, { ...options, width })))).toEqual([]);
    }
  });
});

test("a drawing with a gap in its data is refused", () => {
  const data = { years: YEARS, footprint: [Number.NaN, Mt], territorial: [Mt, Mt] } as const;
  expect(() => accountSlope(data, options)).toThrow("check the data of this figure");
});

test("the palette is that of the light theme, and both dark blocks of the tokens agree", () => {
  const css = readFileSync(new URL("../styles/tokens.css", import.meta.url), "utf8");
  const read = (block: string) =>
    Object.fromEntries([...block.matchAll(/--([\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value]));
  const blocks = css.split(/^(?=:root|@media)/m).map(read);
  for (const [name, value] of Object.entries(PALETTE)) expect(blocks[1]![name], name).toBe(value);
  const dark = blocks.filter(({ paper }) => paper === "#0e181e");
  expect(dark).toHaveLength(2);
  expect(dark[0]).toEqual(dark[1]);
});

test("a local part far larger than any origin is said, not drawn", () => {
  const data = {
    year: 2017,
    origins: [stack("Xiangtan", 0.4 * Mt)],
    rest: { count: 0, value: 0 },
    local: stack("Sanya", 9 * Mt),
  };
  for (const width of [688, 350]) {
    const { labels } = readDrawing(originBars(data, { ...options, width }));
    expect(labels.some(({ content }) => content.startsWith("9.00; not drawn"))).toBe(true);
  }
});

test("the name of a region makes way for the city in focus", () => {
  const options = { lang: "en", width: 350, id: "q" } as const;
  const at = (focus: QuadrantCity) => {
    const cities = [focus, { local: 30 * Mt, outsourced: 20 * Mt }, { local: -10 * Mt, outsourced: -10 * Mt }];
    const shown = { cities, names: ["Focus", "Far", "Low"], focus: 0, peers: [], regions: REGIONS, years: YEARS };
    const { labels } = readDrawing(quadrant(shown, options));
    return labels.find(({ content }) => content.startsWith(REGIONS["local-led"].label))!.box;
  };
  const free = at({ local: -Mt, outsourced: Mt });
  const under = at({ local: 26 * Mt, outsourced: 0.5 * Mt });
  expect(under[1]).toBeLessThan(free[1]);
});
