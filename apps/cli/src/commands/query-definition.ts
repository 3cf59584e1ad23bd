import type { CitySummary, Measure } from "@tributary/core";
import type { Results } from "../store/results-reader.ts";
import type { Column } from "../store/table.ts";

/** Column of an answer, with the digits that a person wants to see. */
export type ResultColumn = Column & { digits?: number };

/** What is asked for, checked against the results. */
export interface Selection {
  /** `null` = every city. */
  city: CitySummary | null;
  /** Years asked for; all where none was. */
  years: readonly number[];
  measure?: Measure;
  priceBasis?: string;
  limit?: number;
}

/** How a quantity comes about, for `--explain`. */
interface Explanation {
  formula: string;
  meaning: string;
  source: string;
}

/** One verb of `tributary query`. */
export interface Query {
  verb: string;
  summary: string;
  examples: readonly string[];
  /** Whether it can answer for all cities at once. */
  allCities: boolean;
  options: readonly ("year" | "measure" | "limit")[];
  explanation: Explanation;
  answer(results: Results, selection: Selection): ResultColumn[];
}
