import type { RegionSummary } from "@tributary/core";
import type { MapFocus } from "../../charts/city-map.ts";
import type { StepKey } from "../../charts/steps.ts";
import { catalogue } from "../../i18n/catalogue.ts";
import { typeset } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import { chooseThresholds, stepOf } from "../../lib/map/steps.ts";
import type { Block } from "../document.ts";
import { formatAmounts } from "./amounts.ts";
import { placeRegions } from "./place-regions.ts";
import type { TableResults } from "./read-tables.ts";

/** Bars of a figure. */
const DRAWN = 15;
/** Origins that are joined to a region on its map. */
const ARCS = 10;
/** Below this many a map says nothing. */
const LEAST_PLACED = 2;

/** What every figure is drawn from. */
export interface FigureContext {
  results: TableResults;
  lang: Lang;
  /** What the table is called. */
  title: string;
}

/** An amount of a region. */
export interface RegionAmount {
  region: RegionSummary;
  value: number;
}

const sourceOf = ({ results, lang, title }: FigureContext): string =>
  catalogue(lang).tables.figureSource(title, results.summary.release.id);

/** Bars of the largest amounts; none where there is no more than one. */
export function drawBars(context: FigureContext, id: string, caption: string, all: readonly RegionAmount[]): Block[] {
  const { results, lang } = context;
  const words = catalogue(lang).tables;
  const drawn = all.toSorted((a, b) => b.value - a.value).slice(0, DRAWN);
  if (all.length < 2) return [];
  const { stressor } = results.summary;
  const { unit, print } = formatAmounts(
    drawn.map(({ value }) => value),
    stressor,
    lang,
  );
  const rows = drawn.map(({ region, value }) => ({ name: region.name[lang], value, text: print(value) }));
  const head = words.named(typeset(stressor.name), unit);
  return [
    {
      kind: "drawing",
      drawing: {
        ...{ id, caption, note: words.drawn(drawn.length, all.length), source: sourceOf(context) },
        chart: { kind: "ranked-bars", data: { title: caption, head, fill: "ink-2", rows, rest: null } },
      },
    },
  ];
}

/**
 * Regions as dots where coordinates are given; none where fewer than two are.
 *
 * @param focus A region to which the largest amounts are joined.
 */
export function drawMap(
  context: FigureContext,
  id: string,
  caption: string,
  all: readonly RegionAmount[],
  focus?: RegionSummary,
): Block[] {
  const { results, lang } = context;
  const words = catalogue(lang).tables;
  const { placed, height } = placeRegions(results.regions);
  const own = placed.findIndex(({ region }) => region === focus);
  if (placed.length < LEAST_PLACED || (focus !== undefined && own < 0)) return [];
  const amounts = new Map(all.map(({ region, value }) => [region.code, value]));
  const values = placed.map(({ region }) => amounts.get(region.code) ?? 0);
  const { stressor } = results.summary;
  const { unit, print, size } = formatAmounts(values, stressor, lang);
  const thresholds = chooseThresholds(values.map((value) => value / size));
  const order = values.map((_, i) => i).sort((a, b) => values[b]! - values[a]!);
  const texts = thresholds.map((threshold) => print(threshold * size));
  const key: StepKey = {
    ...{ title: words.named(typeset(stressor.name), unit), sides: null },
    steps: [
      ...(texts[0] === undefined ? [] : [words.less(texts[0])]),
      ...texts.slice(1).map((text, i) => words.between(texts[i]!, text)),
      ...(texts.length === 0 ? [] : [words.more(texts.at(-1)!)]),
    ],
  };
  const cities = placed.map(({ region: { code, name }, position }, i) => ({
    ...{ code, name: name[lang], position },
    value: { step: stepOf(Math.abs(values[i]!) / size, thresholds), growth: values[i]! < 0 },
  }));
  const desc = order.slice(0, 5).map((i) => `${cities[i]!.name} ${print(values[i]!)}`);
  const data = {
    ...{ title: caption, desc: desc.join(lang === "zh" ? "；" : "; "), hue: "ink-2" as const, cities, height, key },
    ...{ focus: own < 0 ? null : joinLargest(own, order, values), named: order, keyBelow: true },
  };
  const note = words.mapNote(key.title, results.regions.length - placed.length);
  return [
    { kind: "drawing", drawing: { id, caption, note, source: sourceOf(context), chart: { kind: "region-map", data } } },
  ];
}

/** The largest amounts elsewhere, joined to a region. */
function joinLargest(own: number, order: readonly number[], values: readonly number[]): MapFocus {
  const largest = order.filter((i) => i !== own && values[i]! > 0).slice(0, ARCS);
  const top = values[largest[0] ?? 0] || 1;
  return { city: own, partners: largest.map((i) => ({ city: i, weight: values[i]! / top })), inward: true };
}
