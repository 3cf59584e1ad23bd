import type { MapFocus } from "../../charts/city-map.ts";
import type { Hue, StepKey, Stepped } from "../../charts/steps.ts";
import type { ExplorerWords } from "../../lib/explorer/explorer-words.ts";
import { kindOf, type Metric, metricValue } from "../../lib/explorer/metrics.ts";
import { printMetric } from "../../lib/explorer/print-metric.ts";
import { emissionsFormat, formatNumber, share, yearRange } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import type { CityFlows, MapData } from "../../lib/map/map-data.ts";
import type { Flow, MapState } from "../../lib/map/map-state.ts";
import type { MapWords } from "../../lib/map/map-words.ts";
import { chooseThresholds, FLOW_THRESHOLDS, stepOf } from "../../lib/map/steps.ts";

/** What one view of the map shows, whatever the drawing. */
export interface MapView {
  title: string;
  unit: string;
  desc: string;
  hue: Hue;
  /** Aligned with the cities. */
  values: (Stepped | null)[];
  texts: (string | null)[];
  key: StepKey;
  focus: MapFocus | null;
  /** Places of cities, the highest first; those without a figure last. */
  order: number[];
  /** One sentence on the flows; empty without. */
  say: string;
}

/** What view models of the map are told. */
export interface MapContext {
  data: MapData;
  words: MapWords;
  explorer: ExplorerWords;
  lang: Lang;
}

/** Partners that are joined to the city by an arc. */
const ARCS = 10;

const HUES: Partial<Record<Metric, Hue>> = {
  outsourced: "out",
  "outsourced-share": "out",
  "outsourced-mitigation": "out",
  local: "local",
  "local-mitigation": "local",
};
const FLOW_HUES: Record<Flow, Hue> = { origins: "out", received: "out", consumers: "ink-2", given: "ink-2" };

interface Quantity {
  title: string;
  unit: string;
  hue: Hue;
  values: (number | null)[];
  /** Units of the value in one unit of the key. */
  size: number;
  print(value: number): string;
  /** A threshold, in units of the key. */
  printKey(value: number): string;
  sides: StepKey["sides"];
  /** In units of the key; chosen from the values where they are not given. */
  thresholds?: number[];
  /** Which sign is a growth. */
  isGrowth(value: number): boolean;
}

const plainNumber = (value: number, lang: Lang): string =>
  formatNumber(value, Math.min(3, String(value).split(".")[1]?.length ?? 0), lang);

/** A quantity of all cities. */
function readMetric({ data, words, explorer, lang }: MapContext, state: MapState): Quantity {
  const { metric, when, per } = state;
  const print = printMetric(data, state, explorer, lang);
  const isMitigation = kindOf(metric) === "mitigation";
  const isChange = !isMitigation && when === "change";
  const { cut, growth, fall, rise } = words.sides;
  const isPercent = print.unit === "";
  return {
    title: print.title,
    unit: print.unit,
    hue: HUES[metric] ?? "ink-2",
    values: data.cities.map((city) => metricValue(city, metric, when, per)),
    size: print.axisUnit,
    print: print.text,
    printKey: (value) => (isPercent ? share(value / 100, lang, value < 1 ? 1 : 0) : plainNumber(value, lang)),
    sides: isMitigation ? [cut, growth] : isChange ? [fall, rise] : null,
    isGrowth: (value) => (isMitigation ? value < 0 : isChange && value > 0),
  };
}

/** The flows of one city, itself left out. */
function readFlows({ data, words, lang }: MapContext, { city, flow }: MapState, flows: CityFlows): Quantity {
  const own = data.cities.findIndex(({ code }) => code === city);
  const values = flows[flow].map((value, i) => (i === own ? null : value));
  const format = emissionsFormat(
    values.map((value) => value ?? 0),
    lang,
  );
  const isCut = flow === "received" || flow === "given";
  const name = data.cities[own]!.name;
  const [first, last] = data.years;
  return {
    title: words.flowTitle[flow](name, String(last), yearRange(first, last, lang)),
    unit: `${format.unit} CO₂`,
    hue: FLOW_HUES[flow],
    values,
    size: format.tonnes,
    thresholds: FLOW_THRESHOLDS[isCut ? "cuts" : "emissions"].map((tonnes) => tonnes / format.tonnes),
    print: (value) => format.amount(value) + (value < 0 ? ` ${words.sides.growth}` : ""),
    printKey: (value) => plainNumber(value, lang),
    sides: isCut ? [words.sides.cut, words.sides.growth] : null,
    isGrowth: (value) => value < 0,
  };
}

function makeKey({ title, unit, printKey, sides }: Quantity, thresholds: readonly number[], words: MapWords): StepKey {
  const texts = thresholds.map(printKey);
  const steps =
    texts.length === 0
      ? []
      : [
          words.less(texts[0]!),
          ...texts.slice(1).map((text, i) => words.between(texts[i]!, text)),
          words.more(texts.at(-1)!),
        ];
  return { title: unit === "" ? title : unit, steps, sides };
}

/** The largest flows, to be joined by arcs. */
function findFocus({ values }: Quantity, order: readonly number[], { city, flow }: MapState, data: MapData): MapFocus {
  const largest = order.filter((i) => (values[i] ?? 0) > 0).slice(0, ARCS);
  const top = values[largest[0] ?? 0] ?? 1;
  return {
    city: data.cities.findIndex(({ code }) => code === city),
    partners: largest.map((i) => ({ city: i, weight: values[i]! / top })),
    inward: flow === "origins" || flow === "received",
  };
}

/** View model of the map: a quantity of all cities, or the flows of one once they are there. */
export function makeMapView(context: MapContext, state: MapState, flows: CityFlows | null): MapView {
  const { data, words } = context;
  const quantity = flows ? readFlows(context, state, flows) : readMetric(context, state);
  const { values, size, print, isGrowth } = quantity;
  const thresholds = quantity.thresholds ?? chooseThresholds(values.map((value) => (value ?? 0) / size));
  const order = data.cities
    .map((_, i) => i)
    .sort((a, b) => (values[b] ?? Number.NEGATIVE_INFINITY) - (values[a] ?? Number.NEGATIVE_INFINITY));
  const texts = values.map((value) => (value === null ? null : print(value)));
  const known = order.filter((i) => values[i] !== null);
  const tell = (list: readonly number[]) => list.map((i) => `${data.cities[i]!.name} ${texts[i]}`).join(words.joint);
  return {
    title: quantity.title,
    unit: quantity.unit,
    hue: quantity.hue,
    desc: words.desc(quantity.title, tell(known.slice(0, 5)), tell(known.slice(-3))),
    values: values.map((value) =>
      value === null ? null : { step: stepOf(Math.abs(value) / size, thresholds), growth: isGrowth(value) },
    ),
    texts,
    key: makeKey(quantity, thresholds, words),
    focus: flows ? findFocus(quantity, order, state, data) : null,
    order,
    say: flows ? saySum(quantity, order, context) : "",
  };
}

/** What the largest of the flows hold. */
function saySum(
  { values, print, unit }: Quantity,
  order: readonly number[],
  { data, words, lang }: MapContext,
): string {
  const sum = values.reduce<number>((total, value) => total + Math.max(value ?? 0, 0), 0);
  const [first] = order;
  if (first === undefined || sum === 0) return "";
  const top = order.slice(0, ARCS).reduce((total, i) => total + Math.max(values[i] ?? 0, 0), 0);
  return words.flowSay(
    data.cities[first]!.name,
    `${print(values[first] ?? 0)}\u202f${unit}`,
    share(top / sum, lang, 0),
  );
}
