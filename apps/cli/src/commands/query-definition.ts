import type { Measure, Model, RegionSummary } from "@tributary/core";
import type { Results } from "../store/results-reader.ts";
import type { Column } from "../store/table.ts";
import type { QueryOption } from "./query-options.ts";

/** Column of an answer, with the digits that a person wants to see. */
export type ResultColumn = Column & { digits?: number };

/** What is asked for, checked against the results. */
export interface Selection {
  /** `null` = every city. */
  city: RegionSummary | null;
  /** Years asked for; all where none was. */
  years: readonly number[];
  measure?: Measure;
  priceBasis?: string;
  limit?: number;
  /** As it was typed: the sectors are known with the model. */
  sector?: string;
  /** Share of the producer in shared responsibility. */
  alpha?: number;
  /** In the currency of the table, per tonne. */
  carbonPrice?: number;
  /** Percent. */
  valueAdded?: number;
  /** Whether the points of the Lorenz curve are asked for. */
  curve?: boolean;
}

/** How a quantity comes about, for `--explain`. */
interface Explanation {
  formula: string;
  meaning: string;
  source: string;
}

/** A figure about an answer as a whole: how much of the footprint its rows cover, what a solve left open. */
export interface Figure {
  name: string;
  value: number | string | boolean;
  /** Unit, or what the value is. */
  unit: string;
}

/** What every verb of `tributary query` says of itself. */
interface QueryBase {
  verb: string;
  summary: string;
  examples: readonly string[];
  /** Whether it can answer for all cities at once. */
  allCities: boolean;
  options: readonly QueryOption[];
  explanation: Explanation;
}

/** A verb that reads results. */
export interface ResultQuery extends QueryBase {
  answer(results: Results, selection: Selection): ResultColumn[];
}

/** A verb that solves the model of each year asked for. */
export interface ModelQuery extends QueryBase {
  solve(model: Model, selection: Selection, results: Results): Solved;
}

/** Answer of a model query for one year. */
export interface Solved {
  columns: ResultColumn[];
  figures: Figure[];
}

/** One verb of `tributary query`. */
export type Query = ResultQuery | ModelQuery;

/** Rows of an answer, and figures about them. */
export interface Reply {
  columns: readonly ResultColumn[];
  figures: readonly (Figure & { year: number })[];
}
