import { AddressReader, formatQuery, type Problem } from "../address.ts";
import { settle, whenWords } from "../explorer/explorer-state.ts";
import { METRICS, type Metric, PERS, type Per, WHENS, type When } from "../explorer/metrics.ts";
import type { MapData } from "./map-data.ts";

/** Dots at positions, or one square a city near its position. */
export const LAYOUTS = ["dots", "tiles"] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What the map shows of a chosen city: emissions for it and by it for others, cuts likewise. */
export const FLOWS = ["origins", "consumers", "received", "given"] as const;
export type Flow = (typeof FLOWS)[number];

/** The view of the map, as it stands in the address. Without a city no flows are shown. */
export interface MapState {
  metric: Metric;
  when: When;
  per: Per;
  layout: Layout;
  city: string;
  flow: Flow;
}

export const DEFAULT_MAP: MapState = {
  metric: "outsourced-share",
  when: "last",
  per: "total",
  layout: "dots",
  city: "",
  flow: "origins",
};

/** Read a view from an address. What means nothing falls back to the default and is reported. */
export function parseMap(params: URLSearchParams, data: MapData): { state: MapState; problems: Problem[] } {
  const address = new AddressReader(params);
  const words = whenWords(data.years);
  const year = address.choose("year", Object.values(words), words.last);
  const codes = data.cities.map(({ code }) => code);
  const state: MapState = {
    metric: address.choose("metric", METRICS, DEFAULT_MAP.metric),
    when: WHENS.find((when) => words[when] === year) ?? "last",
    per: address.choose("per", PERS, DEFAULT_MAP.per),
    layout: address.choose("view", LAYOUTS, DEFAULT_MAP.layout),
    city: address.choose("city", codes, ""),
    flow: address.choose("flow", FLOWS, DEFAULT_MAP.flow),
  };
  return { state: settle(state), problems: address.problems };
}

/** The query part of an address for a view; what is as it would be anyway is left out. */
export function formatMap(state: MapState, { years }: MapData): string {
  const words = whenWords(years);
  return formatQuery([
    ["metric", state.metric, DEFAULT_MAP.metric],
    ["year", words[state.when], words.last],
    ["per", state.per, DEFAULT_MAP.per],
    ["view", state.layout, DEFAULT_MAP.layout],
    ["city", state.city, ""],
    ["flow", state.city === "" ? DEFAULT_MAP.flow : state.flow, DEFAULT_MAP.flow],
  ]);
}
