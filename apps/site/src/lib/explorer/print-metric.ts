import { formatNumber, share, shareChange } from "../format.ts";
import type { Lang } from "../lang.ts";
import type { ExplorerData } from "./explorer-data.ts";
import type { ExplorerWords } from "./explorer-words.ts";
import { kindOf, type Metric, metricValue, type Per, type When } from "./metrics.ts";

/** How a column of the explorer is headed and printed; one unit and one precision for all its rows. */
export interface ColumnPrint {
  /** Name, year and denominator: "Footprint per person, 2017". */
  title: string;
  /** "Mt CO₂"; empty for shares and changes, which carry their sign of per cent. */
  unit: string;
  /** Units of the value in one unit of the axis. */
  axisUnit: number;
  text(value: number): string;
}

interface Unit {
  name: string;
  /** Units of the value in one of this. */
  size: number;
  digits: number;
}

/** Mitigation has no sign: growth says so. */
function unsigned(value: number, { size, digits }: Unit, growth: string, lang: Lang): string {
  const text = formatNumber(Math.abs(value) / size, digits, lang);
  return value < 0 && /[1-9]/.test(text) ? `${text} ${growth}` : text;
}

/** What a column shows of every city. */
export interface MetricView {
  metric: Metric;
  when: When;
  per: Per;
}

/** Unit of a column, and no more decimals than four digits of its largest value have. */
function unitOf(data: ExplorerData, { metric, when, per }: MetricView, words: ExplorerWords, lang: Lang): Unit {
  const largest = Math.max(0, ...data.cities.map((city) => Math.abs(metricValue(city, metric, when, per) ?? 0)));
  if (per === "person") return { name: words.units.person, size: 1, digits: largest >= 100 ? 1 : 2 };
  if (per === "value-added") return { name: words.units.valueAdded, size: 1, digits: 2 };
  return lang === "zh"
    ? { name: words.units.total, size: 1e4, digits: largest >= 1e7 ? 0 : 1 }
    : { name: words.units.total, size: 1e6, digits: largest >= 1e8 ? 1 : 2 };
}

/** Heading and printer of a metric. */
export function printMetric(data: ExplorerData, view: MetricView, words: ExplorerWords, lang: Lang): ColumnPrint {
  const { metric, when, per } = view;
  const { years } = data;
  const kind = kindOf(metric);
  const span = kind === "mitigation" || when === "change";
  const name = words.per[per](words.metrics[metric]);
  const period = span ? words.span(years) : String(years[when === "first" ? 0 : 1]);
  const title = kind !== "mitigation" && when === "change" ? words.changeOf(name, period) : words.inYear(name, period);
  if (kind === "share") {
    const text = (value: number) =>
      when === "change" ? words.points(shareChange(value, lang, 1)) : share(value, lang);
    return { title, unit: "", axisUnit: 0.01, text };
  }
  if (kind === "amount" && when === "change")
    return { title, unit: "", axisUnit: 0.01, text: (value) => shareChange(value, lang) };
  const unit = unitOf(data, view, words, lang);
  const amount = (value: number) => formatNumber(value / unit.size, unit.digits, lang);
  const text = kind === "mitigation" ? (value: number) => unsigned(value, unit, words.growth, lang) : amount;
  return { title, unit: unit.name, axisUnit: unit.size, text };
}
