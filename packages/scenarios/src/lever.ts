import type { Sector } from "@tributary/core";
import type { z } from "zod";
import type { TonnePrice } from "./baseline/convert-price.ts";
import type { State } from "./baseline/state.ts";
import type { Remark, Text } from "./remark.ts";

/** The one matrix that a lever changes; levers apply in this order, later ones see what earlier ones left. */
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

/** Where in the page a lever stands: what kind of policy it is. */
export const LEVER_FAMILIES = ["upstream", "supply-chain", "local", "demand"] as const;
export type LeverFamily = (typeof LEVER_FAMILIES)[number];

/** What holds after a lever as it did before. */
export type Conserved =
  /** What producers take of each product per unit of output, from all origins together. */
  | "inputs"
  /** What consumers buy of each product, from all origins together. */
  | "demand"
  /** Requirements and demand: only emissions change. */
  | "flows"
  /** Emissions and flows: only who pays whom. */
  | "emissions";

/**
 * One cell of the touched matrix and what is added to it.
 *
 * | target | row | column | unit |
 * |---|---|---|---|
 * | `intensity` | origin sector, n | 0 | stressor per money |
 * | `technology` | product i, N | buying sector s·N + j, n | money/money |
 * | `trade-shares` | origin sector r·N + k, n | buyer: region s, R; of a dense table buying sector s·N + j, n | 1 |
 * | `final-trade-shares` | origin sector r·N + k, n | buying region s, R | 1 |
 * | `final-demand` | product i, N | consumer c, R | money |
 * | `prices` | origin sector, n | 0 | charge per unit of money of its product [1] |
 */
export interface CellChange {
  row: number;
  column: number;
  amount: number;
}

/** A level that somebody has named, with where it comes from. */
export interface Preset {
  value: number;
  label: Text;
  /** Publication the level is taken from: author or body, year, title. */
  source: Text;
}

/** The one number of a lever that a slider moves. */
export interface Effort {
  /** Where it stands in the settings, such as `["change", "percent"]`. */
  path: readonly string[];
  /** Under which nothing changes. */
  neutral: number;
  /** Bounds of the slider; the schema may allow more. */
  min: number;
  max: number;
  step: number;
  unit: "%" | "1" | "money/t";
  presets: readonly Preset[];
}

/** A setting besides the effort that somebody may want to choose: an assumption with a field of its own. */
export type LeverOption = NumberOption | ChoiceOption;

interface OptionBase {
  /** Where it stands in the settings. */
  path: readonly string[];
  label: Text;
}

/** A number between the bounds that the schema has. */
export interface NumberOption extends OptionBase {
  kind: "number";
  min: number;
  max: number;
  step: number;
  /** Shares are read in per cent; null for a number that is read as it is. */
  unit: "1" | null;
  /** What it means that the settings leave it out; absent where they may not. */
  empty?: Text;
  /** Below it the lever does the opposite of what it is there for; absent where there is no such number. */
  neutral?: number;
}

/** One of the words that the schema knows. */
export interface ChoiceOption extends OptionBase {
  kind: "choice";
  choices: readonly { value: string; label: Text }[];
}

/** How buyers and consumers answer to prices. */
export interface PriceResponse {
  /** Charge what crosses from another region only, or all output. */
  charged: "all-output" | "other-regions";
  /** Elasticity of final demand to price, ≤ 0. */
  demand: number;
  /** Elasticity of substitution between origins, ≥ 0. */
  sourcing: number;
}

/** Who pays for which cuts. */
export interface LedgerTerms extends TonnePrice {
  /** Cuts of the scenario's other levers, or those since the first year. */
  cuts: "scenario" | "period";
}

/**
 * A policy lever: data on an immutable baseline. It lists changes and never makes a matrix.
 *
 * @typeParam Settings What a scenario file states for it.
 */
export interface Lever<Settings = unknown> {
  id: string;
  family: LeverFamily;
  touches: LeverTarget;
  conserves: readonly Conserved[];
  label: Text;
  /** What the lever does not change although it might in the world. */
  heldFixed: Text;
  /** Keys and values: a scenario file states them beside the lever's id. */
  settings: z.ZodObject & z.ZodType<Settings>;
  /** Complete settings to begin with, for a chosen city of a table with these sectors. @throws {ScenarioError} */
  defaults(city: string, sectors: readonly TableSector[]): Settings;
  effort: Effort;
  options?: readonly LeverOption[];
  /** Whether results move in proportion to the effort, other settings held: then a linear programme may choose it. */
  linear: boolean;
  changes(state: State, settings: Settings): Iterable<CellChange>;
  /** For a lever on prices: what follows from them. */
  response?(settings: Settings): PriceResponse;
  /** For a lever that only has payments written down. */
  ledger?(settings: Settings): LedgerTerms;
  /** What is odd about the state that the lever leaves behind. */
  remarks?(state: State, settings: Settings): Iterable<Remark>;
}

/** A sector of a table as templates know it. */
export type TableSector = Pick<Sector, "code" | "name">;

/** State a lever; its settings type is read from the schema. */
export function defineLever<Settings>(lever: Lever<Settings>): Lever<Settings> {
  return lever;
}
