import type { RegionSummary } from "@tributary/core";
import type { ResultColumn } from "./query-definition.ts";

/** Code and both names, under names that begin with `prefix`. */
export function listCityColumns(cities: readonly Pick<RegionSummary, "code" | "name">[], prefix = ""): ResultColumn[] {
  return [
    { name: `${prefix}code`, kind: "text", values: cities.map(({ code }) => code) },
    { name: `${prefix}name_en`, kind: "text", values: cities.map(({ name }) => name.en) },
    { name: `${prefix}name_zh`, kind: "text", values: cities.map(({ name }) => name.zh) },
  ];
}

/** Numbers under a name; a dash where there is none. */
export function numberColumn(name: string, values: ArrayLike<number | null>, digits?: number): ResultColumn {
  const plain = Array.from(values, (value) => (value === null || Number.isNaN(value) ? null : value));
  return { name, kind: "number", digits, values: plain };
}
