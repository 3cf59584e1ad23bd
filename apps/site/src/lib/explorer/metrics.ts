import type { ExplorerCity } from "./explorer-data.ts";

/** What the explorer can show of every city. */
export const METRICS = [
  "footprint",
  "outsourced",
  "local",
  "outsourced-share",
  "production",
  "local-mitigation",
  "outsourced-mitigation",
  "given",
] as const;
export type Metric = (typeof METRICS)[number];

/** Whether a metric is an amount of a year, a share of a year, or a mitigation between the years. */
export type MetricKind = "amount" | "share" | "mitigation";

/** Denominators; never a population that is estimated. */
export const PERS = ["total", "person", "value-added"] as const;
export type Per = (typeof PERS)[number];

/** First year, last year, or what became of it in between. */
export const WHENS = ["first", "last", "change"] as const;
export type When = (typeof WHENS)[number];

const MITIGATIONS: readonly Metric[] = ["local-mitigation", "outsourced-mitigation", "given"];

export function kindOf(metric: Metric): MetricKind {
  if (metric === "outsourced-share") return "share";
  return MITIGATIONS.includes(metric) ? "mitigation" : "amount";
}

function amountOf(city: ExplorerCity, metric: Metric, year: 0 | 1): number {
  switch (metric) {
    case "footprint":
      return city.footprint[year];
    case "outsourced":
      return city.outsourced[year];
    case "local":
      return city.local[year];
    case "production":
      return city.production[year];
    case "outsourced-share":
      return city.outsourcedShare[year];
    case "local-mitigation":
      return city.localMitigation;
    case "outsourced-mitigation":
      return city.outsourcedMitigation;
    case "given":
      return city.given;
  }
}

function denominator(city: ExplorerCity, per: Per, year: 0 | 1): number | null {
  if (per === "total") return 1;
  return per === "person" ? city.population[year] : city.valueAdded[year];
}

/**
 * Value of a city: t CO₂, t a person, t per 10⁴ CNY at current prices, a share of 1, or a change (relative for amounts,
 * difference for shares). Mitigation is always between the years, over the denominator of the last.
 *
 * @returns Null where there is none: the population is estimated, or the first year is zero.
 */
export function metricValue(city: ExplorerCity, metric: Metric, when: When, per: Per): number | null {
  const kind = kindOf(metric);
  const at = (year: 0 | 1): number | null => {
    const below = kind === "share" ? 1 : denominator(city, per, year);
    const value = below === null || below === 0 ? Number.NaN : amountOf(city, metric, year) / below;
    return Number.isFinite(value) ? value : null;
  };
  if (kind === "mitigation") return at(1);
  if (when !== "change") return at(when === "first" ? 0 : 1);
  const [before, after] = [at(0), at(1)];
  if (before === null || after === null) return null;
  if (kind === "share") return after - before;
  return before === 0 ? null : after / before - 1;
}
