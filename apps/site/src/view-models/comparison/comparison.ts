import type { BeforeAfterData } from "../../charts/before-after.ts";
import type { FlowMatrixData } from "../../charts/flow-matrix.ts";
import type { RankedBarsData } from "../../charts/ranked-bars.ts";
import type { CompareWords } from "../../lib/comparison/compare-words.ts";
import type { ExplorerCity, ExplorerData } from "../../lib/explorer/explorer-data.ts";
import type { ExplorerTerms, ExplorerWords } from "../../lib/explorer/explorer-words.ts";
import { metricValue } from "../../lib/explorer/metrics.ts";
import { type MetricView, printMetric } from "../../lib/explorer/print-metric.ts";
import { emissionsFormat, formatNumber, yearRange } from "../../lib/format.ts";
import type { Lang } from "../../lib/lang.ts";
import type { CityFlows } from "../../lib/map/map-data.ts";

/** What view models of the comparison are told. */
export interface CompareContext {
  data: ExplorerData;
  words: CompareWords;
  explorer: ExplorerWords;
  terms: ExplorerTerms;
  lang: Lang;
}

/** Quantities that are drawn, after the footprint and its parts. */
const DRAWN: readonly MetricView[] = [
  { metric: "production", when: "last", per: "total" },
  { metric: "outsourced-share", when: "last", per: "total" },
  { metric: "footprint", when: "last", per: "person" },
  { metric: "local-mitigation", when: "last", per: "total" },
  { metric: "outsourced-mitigation", when: "last", per: "total" },
];

/** Quantities of the table. */
const LISTED: readonly MetricView[] = [
  { metric: "footprint", when: "last", per: "total" },
  { metric: "footprint", when: "change", per: "total" },
  { metric: "footprint", when: "last", per: "person" },
  { metric: "footprint", when: "last", per: "value-added" },
  { metric: "local", when: "last", per: "total" },
  { metric: "outsourced", when: "last", per: "total" },
  { metric: "outsourced-share", when: "first", per: "total" },
  { metric: "outsourced-share", when: "last", per: "total" },
  { metric: "production", when: "last", per: "total" },
  { metric: "local-mitigation", when: "last", per: "total" },
  { metric: "outsourced-mitigation", when: "last", per: "total" },
  { metric: "given", when: "last", per: "total" },
];

const FILLS = {
  production: "account",
  "local-mitigation": "local",
  "outsourced-mitigation": "out",
  "outsourced-share": "out",
} as const;

const readValue = (city: ExplorerCity, { metric, when, per }: MetricView) => metricValue(city, metric, when, per);

/** Footprints and their parts, one bar a city. */
export function drawFootprints(cities: readonly ExplorerCity[], { data, words }: CompareContext): BeforeAfterData {
  const bars = cities.map(({ name, local, outsourced, footprint }) => ({
    label: name,
    total: footprint[1],
    local: local[1],
    outsourced: outsourced[1],
  }));
  return { title: words.footprint(String(data.years[1])), bars, target: null };
}

/** Unit of the footprints' figure. */
export const unitOfFootprints = (cities: readonly ExplorerCity[], lang: Lang): string =>
  emissionsFormat(
    cities.flatMap(({ local, footprint }) => [local[1], footprint[1]]),
    lang,
  ).unit;

/** A figure a quantity, each with one axis for all cities; its note names cities without a figure. */
export function drawMetrics(
  cities: readonly ExplorerCity[],
  { data, words, explorer, lang }: CompareContext,
): { id: string; bars: RankedBarsData; missing: string[]; note: string }[] {
  return DRAWN.flatMap((view) => {
    const print = printMetric(data, view, explorer, lang);
    const known = cities.filter((city) => readValue(city, view) !== null);
    if (known.length === 0) return [];
    const missing = cities.filter((city) => !known.includes(city)).map(({ name }) => name);
    const rows = known.map((city) => ({
      name: city.name,
      value: readValue(city, view)!,
      text: print.text(readValue(city, view)!),
    }));
    const head = print.unit === "" ? print.title : `${print.title}${lang === "zh" ? "，" : ", "}${print.unit}`;
    const fill = FILLS[view.metric as keyof typeof FILLS] ?? "ink-2";
    return [
      {
        id: `${view.metric}-${view.per}`,
        bars: { title: print.title, head, fill, rows, rest: null },
        missing,
        note: [
          words.metricsNote,
          ...(rows.some(({ value }) => value < 0) ? [words.addedNote] : []),
          ...(missing.length > 0 ? [words.noFigure(missing.join(words.joint))] : []),
        ].join(lang === "zh" ? "" : " "),
      },
    ];
  });
}

/** What the cities emit or cut for one another. Flows in the order of the cities. */
export function drawFlows(
  kind: "origins" | "received",
  cities: readonly ExplorerCity[],
  flows: readonly CityFlows[],
  { data, words, explorer, lang }: CompareContext,
): { caption: string; note: string; matrix: FlowMatrixData } {
  const places = cities.map(({ code }) => data.cities.findIndex((city) => city.code === code));
  const values = places.map((from) => flows.map((column) => column[kind][from]!));
  const format = emissionsFormat(values.flat(), lang);
  const isCut = kind === "received";
  const caption = isCut ? words.cuts : words.flows;
  const [first, last] = data.years;
  const text = (value: number) => format.amount(value) + (value < 0 ? ` ${explorer.growth}` : "");
  return {
    caption,
    note: isCut
      ? words.cutsNote(format.unit, yearRange(first, last, lang))
      : words.flowsNote(format.unit, String(last)),
    matrix: {
      title: caption,
      heads: [words.emittedIn, words.consumedBy],
      names: cities.map(({ name }) => name),
      cells: values.map((row) => row.map((value) => ({ value, text: text(value) }))),
    },
  };
}

/** A row of the table of differences: one cell a city, with how it compares with the first where that can be said. */
interface DifferenceRow {
  head: string;
  unit: string;
  cells: { text: string; difference: string }[];
}

/** Ratio of two amounts; none where a sign or a missing figure makes it meaningless. */
function tellRatio(value: number | null, first: number | null, { words, lang }: CompareContext): string {
  if (value === null || first === null || value <= 0 || first <= 0) return "";
  const ratio = value / first;
  return words.times(formatNumber(ratio, ratio < 9.95 ? 2 : 0, lang));
}

/** Every quantity of every city, and how it compares with the first city. */
export function listDifferences(cities: readonly ExplorerCity[], context: CompareContext): DifferenceRow[] {
  const { data, explorer, terms, lang } = context;
  const rows = LISTED.map((view): DifferenceRow => {
    const print = printMetric(data, view, explorer, lang);
    const [first] = cities.map((city) => readValue(city, view));
    return {
      head: print.title,
      unit: print.unit,
      cells: cities.map((city, i) => {
        const value = readValue(city, view);
        const ratio = i === 0 || view.when === "change" ? "" : tellRatio(value, first ?? null, context);
        return { text: value === null ? explorer.none : print.text(value), difference: ratio };
      }),
    };
  });
  const words = (head: string, text: (city: ExplorerCity) => string): DifferenceRow => ({
    ...{ head, unit: "" },
    cells: cities.map((city) => ({ text: text(city), difference: "" })),
  });
  return [
    ...rows,
    words(explorer.class, (city) => terms.classes[city.class]),
    words(explorer.type, (city) => terms.groups[city.group]),
  ];
}
