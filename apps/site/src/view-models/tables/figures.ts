import type { RegionSummary } from "@tributary/core";
import type { MapFocus } from "../../charts/city-map.ts";
import { fitText } from "../../charts/place.ts";
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
/** Dots on the map of a region, and names on any map. */
const DOTS = 100;
const NAMED = 40;
/** Room for the head of the key on the narrow drawing [px]. */
const KEY_WIDTH = 340;
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
 * @param focus A region to which the largest amounts are joined; then only the largest are drawn, for it has a page like all others.
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
  const amounts = new Map(all.map(({ region, value }) => [region.code, value]));
  const dots = placed
    .map((dot) => ({ ...dot, amount: amounts.get(dot.region.code) ?? 0 }))
    .sort((a, b) => b.amount - a.amount)
    .filter(({ region }, i) => focus === undefined || region === focus || i < DOTS);
  const own = dots.findIndex(({ region }) => region === focus);
  if (placed.length < LEAST_PLACED || (focus !== undefined && own < 0)) return [];
  const { key, name, stepped } = makeSteps(dots, context);
  const { stressor } = results.summary;
  const { print } = formatAmounts(
    dots.map(({ amount }) => amount),
    stressor,
    lang,
  );
  const cities = dots.map(({ region, position, amount }) => ({
    ...{ code: region.code, name: region.name[lang], position, value: stepped(amount) },
  }));
  const desc = dots.slice(0, 5).map(({ region, amount }) => `${region.name[lang]} ${print(amount)}`);
  const data = {
    ...{ title: caption, desc: desc.join(lang === "zh" ? "；" : "; "), hue: "ink-2" as const, cities, height, key },
    ...{ focus: own < 0 ? null : joinLargest(own, dots), named: dots.map((_, i) => i).slice(0, NAMED), keyBelow: true },
  };
  const missing = words.mapNote(name, results.regions.length - placed.length);
  const shown = words.drawn(dots.length, placed.length);
  const note = [missing, ...(shown === "" ? [] : [shown])].join(lang === "zh" ? "" : " ");
  return [
    { kind: "drawing", drawing: { id, caption, note, source: sourceOf(context), chart: { kind: "region-map", data } } },
  ];
}

/** Steps of the dots, and the key to them. */
function makeSteps(dots: readonly { amount: number }[], { results, lang }: FigureContext) {
  const words = catalogue(lang).tables;
  const values = dots.map(({ amount }) => amount);
  const { stressor } = results.summary;
  const { unit, print, size } = formatAmounts(values, stressor, lang);
  const thresholds = chooseThresholds(values.map((value) => value / size));
  const texts = thresholds.map((threshold) => print(threshold * size));
  const [first, last] = [texts[0], texts.at(-1)];
  const steps = [
    ...(first === undefined ? [] : [words.less(first)]),
    ...texts.slice(1).map((text, i) => words.between(texts[i]!, text)),
    ...(last === undefined ? [] : [words.more(last)]),
  ];
  const name = words.named(typeset(stressor.name), unit);
  const key: StepKey = { title: fitText(name, KEY_WIDTH, "strong"), steps, sides: null };
  const stepped = (amount: number) => ({ step: stepOf(Math.abs(amount) / size, thresholds), growth: amount < 0 });
  return { key, name, stepped };
}

/** The largest amounts elsewhere, joined to a region; `dots` the largest first. */
function joinLargest(own: number, dots: readonly { amount: number }[]): MapFocus {
  const largest = dots.flatMap(({ amount }, i) => (i !== own && amount > 0 ? [i] : [])).slice(0, ARCS);
  const top = dots[largest[0] ?? 0]!.amount || 1;
  return { city: own, partners: largest.map((i) => ({ city: i, weight: dots[i]!.amount / top })), inward: true };
}
