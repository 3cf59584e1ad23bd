import { AddressReader, formatQuery, type Problem } from "../address.ts";
import type { ExplorerData } from "./explorer-data.ts";
import { kindOf, METRICS, type Metric, PERS, type Per, WHENS, type When } from "./metrics.ts";

/** Columns a reader can sort by; `metric` is the chosen one, whatever it is. */
const SORTS = ["name", "province", "group", "class", "metric", ...METRICS] as const;
export type Sort = (typeof SORTS)[number];

/** The view of the explorer, as it stands in the address. Empty strings filter nothing. */
export interface ExplorerState {
  q: string;
  metric: Metric;
  when: When;
  per: Per;
  group: string;
  province: string;
  class: string;
  sort: Sort;
  descending: boolean;
}

export const DEFAULT_STATE: ExplorerState = {
  q: "",
  metric: "footprint",
  when: "last",
  per: "total",
  group: "",
  province: "",
  class: "",
  sort: "metric",
  descending: true,
};

/** Words of the address for the years, which change with the data set: 2012, 2017, change. */
export const whenWords = (years: ExplorerData["years"]): Record<When, string> => ({
  first: String(years[0]),
  last: String(years[1]),
  change: "change",
});

/** Read a view from an address. What means nothing falls back to the default and is reported. */
export function parseState(params: URLSearchParams, data: ExplorerData): { state: ExplorerState; problems: Problem[] } {
  const address = new AddressReader(params);
  const words = whenWords(data.years);
  const year = address.choose("year", Object.values(words), words.last);
  const sort = address.choose("sort", [...SORTS, ...SORTS.map((name) => `-${name}` as const)], "-metric");
  const provinces = data.provinces.map(({ code }) => code);
  const state: ExplorerState = {
    q: address.text("q"),
    metric: address.choose("metric", METRICS, DEFAULT_STATE.metric),
    when: WHENS.find((when) => words[when] === year) ?? "last",
    per: address.choose("per", PERS, DEFAULT_STATE.per),
    group: address.choose("type", data.groups, ""),
    province: address.choose("province", provinces, ""),
    class: address.choose("class", data.classes, ""),
    sort: SORTS.find((name) => name === sort.replace(/^-/, "")) ?? "metric",
    descending: sort.startsWith("-"),
  };
  return { state: settle(state), problems: address.problems };
}

/** The same view without choices that its metric does not have: a share has no denominator, a mitigation no year. */
export function settle<T extends Pick<ExplorerState, "metric" | "per" | "when">>(state: T): T {
  const kind = kindOf(state.metric);
  return {
    ...state,
    per: kind === "share" ? "total" : state.per,
    when: kind === "mitigation" ? "last" : state.when,
  };
}

/** The query part of an address for a view; what is as it would be anyway is left out. */
export function formatState(state: ExplorerState, data: ExplorerData): string {
  const words = whenWords(data.years);
  return formatQuery([
    ["q", state.q.trim(), ""],
    ["metric", state.metric, DEFAULT_STATE.metric],
    ["year", words[state.when], words.last],
    ["per", state.per, DEFAULT_STATE.per],
    ["type", state.group, ""],
    ["province", state.province, ""],
    ["class", state.class, ""],
    ["sort", `${state.descending ? "-" : ""}${state.sort}`, "-metric"],
  ]);
}
