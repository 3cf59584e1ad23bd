import { findPlaces } from "../search/match.ts";
import type { ExplorerCity, ExplorerData } from "./explorer-data.ts";
import type { ExplorerState, Sort } from "./explorer-state.ts";
import { type Metric, metricValue } from "./metrics.ts";

/** Value by which a city is sorted: text, a number, or null for what has none. */
function sortKey(city: ExplorerCity, state: ExplorerState, data: ExplorerData): string | number | null {
  switch (state.sort) {
    case "name":
      return city.name;
    case "province":
      return city.provinceCode;
    case "group":
      return data.groups.indexOf(city.group);
    case "class":
      return data.classes.indexOf(city.class);
    case "metric":
      return metricValue(city, state.metric, state.when, state.per);
    default:
      return metricValue(city, state.sort, "last", "total");
  }
}

/** Sorts `a` before `b` if negative; text in the order of the language. */
function compare(a: string | number, b: string | number, collator: Intl.Collator): number {
  return typeof a === "number" && typeof b === "number" ? a - b : collator.compare(String(a), String(b));
}

/**
 * Cities of a view in its order. Cities without a value come last whichever way the order runs; ties keep the order of
 * their codes.
 */
export function selectRows(data: ExplorerData, state: ExplorerState, collator: Intl.Collator): ExplorerCity[] {
  const found = state.q.trim() === "" ? null : new Set(findPlaces(data.cities, state.q));
  const chosen = data.cities.filter(
    (city) =>
      (found === null || found.has(city)) &&
      (state.group === "" || city.group === state.group) &&
      (state.province === "" || city.provinceCode === state.province) &&
      (state.class === "" || city.class === state.class),
  );
  const keyed = chosen.map((city) => ({ city, key: sortKey(city, state, data) }));
  const direction = state.descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return direction * compare(a.key, b.key, collator) || a.city.code.localeCompare(b.city.code);
  });
  return keyed.map(({ city }) => city);
}

/** Metrics that stand beside the chosen one, so that every view keeps its bearings. */
const BESIDE: readonly Metric[] = ["outsourced-share", "local-mitigation", "outsourced-mitigation"];

/** Number columns of a view: the chosen metric, then the standing ones. */
export function columnsOf(state: ExplorerState): { sort: Sort; metric: Metric }[] {
  const standing = BESIDE.filter((metric) => metric !== state.metric).map((metric) => ({ sort: metric, metric }));
  return [{ sort: "metric", metric: state.metric }, ...standing];
}
