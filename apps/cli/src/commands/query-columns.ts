import type { RegionSummary } from "@tributary/core";
import type { ResultColumn } from "./query-definition.ts";

/** Code and both names, under names that begin with `prefix`. */
export function listCityColumns(cities: readonly RegionSummary[], prefix = ""): ResultColumn[] {
  return [
    { name: `${prefix}code`, kind: "text", values: cities.map(({ code }) => code) },
    { name: `${prefix}name_en`, kind: "text", values: cities.map(({ name }) => name.en) },
    { name: `${prefix}name_zh`, kind: "text", values: cities.map(({ name }) => name.zh) },
  ];
}
