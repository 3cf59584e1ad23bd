import type { Model } from "@tributary/core";
import type { z } from "zod";

/** The one matrix that a lever changes; levers apply in this order. */
export const LEVER_TARGETS = [
  "intensity",
  "technology",
  "trade-shares",
  "final-trade-shares",
  "final-demand",
  "prices",
  "nothing",
] as const;
export type LeverTarget = (typeof LEVER_TARGETS)[number];

/** What holds after a lever as it did before. */
export type Conserved = "column-sums" | "spending" | "total-payments";

/** One cell of the touched matrix and what is added to it, in the matrix's unit. Indices are those of the model's axes. */
export interface CellChange {
  row: number;
  column: number;
  amount: number;
}

/**
 * A policy lever: data on an immutable baseline. It lists changes and never makes a matrix.
 *
 * @typeParam Settings What a scenario file states for it.
 */
export interface Lever<Settings = unknown> {
  id: string;
  touches: LeverTarget;
  conserves: readonly Conserved[];
  settings: z.ZodType<Settings>;
  /** Settings under which nothing changes. */
  neutral: Partial<Settings>;
  changes(baseline: Model, settings: Settings): Iterable<CellChange>;
}

/** State a lever; its settings type is read from the schema. */
export function defineLever<Settings>(lever: Lever<Settings>): Lever<Settings> {
  return lever;
}
