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

/** A part of the address that means nothing, and was left out. */
export interface Problem {
  name: string;
  value: string;
}

const LONGEST_QUERY = 60;

/** Words of the address for the years, which change with the data set: 2012, 2017, change. */
const whenWords = (years: ExplorerData["years"]): Record<When, string> => ({
  first: String(years[0]),
  last: String(years[1]),
  change: "change",
});

/** Read a view from an address. What means nothing falls back to the default and is reported. */
export function parseState(params: URLSearchParams, data: ExplorerData): { state: ExplorerState; problems: Problem[] } {
  const problems: Problem[] = [];
  const choose = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const value = params.get(name);
    if (value === null || value === "") return fallback;
    const found = allowed.find((word) => word === value);
    if (found === undefined) problems.push({ name, value: value.slice(0, LONGEST_QUERY) });
    return found ?? fallback;
  };
  const words = whenWords(data.years);
  const year = choose("year", Object.values(words), words.last);
  const sort = choose("sort", [...SORTS, ...SORTS.map((name) => `-${name}` as const)], "-metric");
  const state: ExplorerState = {
    q: (params.get("q") ?? "").slice(0, LONGEST_QUERY),
    metric: choose("metric", METRICS, DEFAULT_STATE.metric),
    when: WHENS.find((when) => words[when] === year) ?? "last",
    per: choose("per", PERS, DEFAULT_STATE.per),
    group: choose("type", data.groups, ""),
    province: choose(
      "province",
      data.provinces.map(({ code }) => code),
      "",
    ),
    class: choose("class", data.classes, ""),
    sort: SORTS.find((name) => name === sort.replace(/^-/, "")) ?? "metric",
    descending: sort.startsWith("-"),
  };
  return { state: settle(state), problems };
}

/** The same view without choices that its metric does not have: a share has no denominator, a mitigation no year. */
export function settle(state: ExplorerState): ExplorerState {
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
  const params = new URLSearchParams();
  const put = (name: string, value: string, fallback: string) => value !== fallback && params.set(name, value);
  put("q", state.q.trim(), "");
  put("metric", state.metric, DEFAULT_STATE.metric);
  put("year", words[state.when], words.last);
  put("per", state.per, DEFAULT_STATE.per);
  put("type", state.group, "");
  put("province", state.province, "");
  put("class", state.class, "");
  put("sort", `${state.descending ? "-" : ""}${state.sort}`, "-metric");
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}
