import type { CityGroup, MitigationClass } from "@tributary/core";
import type { Place } from "../search/place.ts";

/** A quantity of one city in the first and the last year. */
type Pair = readonly [first: number, last: number];

/** One row of the explorer: what it is found by, what it is sorted by, and its numbers in t CO₂, persons and 10⁴ CNY. */
export interface ExplorerCity extends Place {
  code: string;
  path: string;
  /** Name in the language of the page, told apart from its namesakes. */
  name: string;
  provinceCode: string;
  group: CityGroup;
  class: MitigationClass;
  footprint: Pair;
  production: Pair;
  local: Pair;
  outsourced: Pair;
  /** Of the footprint [1]. */
  outsourcedShare: Pair;
  valueAdded: Pair;
  /** Null where the figure is estimated: then there is no value per person. */
  population: readonly [number | null, number | null];
  localMitigation: number;
  outsourcedMitigation: number;
  given: number;
}

/** Everything the explorer works on, the same on the server and in the browser. */
export interface ExplorerData {
  cities: ExplorerCity[];
  /** Units that are not in the table. */
  leftOut: Place[];
  /** Groups and classes in the order in which they are listed and sorted. */
  groups: readonly CityGroup[];
  classes: readonly MitigationClass[];
  provinces: { code: string; name: string }[];
  years: readonly [number, number];
  release: { id: string; label: string };
}
