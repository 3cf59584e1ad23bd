import type { MitigationClass } from "@tributary/core";
import type { CityDraws, ContributionMethod, Leakage, LedgerTerms, Text } from "@tributary/scenarios";

/**
 * How far an answer has come: a quick one while a control moves; exact once it rests; then with the variants asked for;
 * then with what each lever adds; then with what only the solve of all cities' columns gives; then with the draws, if any
 * were asked for. Each stage has everything of the one before.
 */
type Stage = "quick" | "exact" | "varied" | "shared" | "complete" | "drawn";

/** Accounts as far as one city's column gives them, t CO₂. */
export interface CityAccounts {
  /** Footprint of every city, R. */
  footprints: Float64Array;
  /** Emissions of production in every city, R. */
  production: Float64Array;
  /** The chosen city's footprint by origin, R. */
  origins: Float64Array;
  /** The chosen city's footprint by origin sector, N. */
  sectors: Float64Array;
}

/** What each lever adds to the chosen city's local and outsourced part, t CO₂; the levers in the order of the question. */
export interface LeverShares {
  method: ContributionMethod;
  local: number[];
  outsourced: number[];
  /** Effect of all together less the sum of each alone, local and outsourced. */
  interaction: number;
}

/** The chosen city's footprint in two parts, t CO₂. */
export interface FootprintParts {
  local: number;
  outsourced: number;
}

/** What a compensation ledger writes down. Units: 10⁴ CNY; R each. */
export interface LedgerReport {
  terms: LedgerTerms;
  received: Float64Array;
  paid: Float64Array;
  /** What the chosen city pays each, and what it has from each; negative the other way round. */
  paidTo: Float64Array;
  receivedFrom: Float64Array;
}

/** What all columns together tell. */
export interface AllCities {
  leakage: Leakage;
  /** Class of every city, R, before and after; null where the release has no earlier year. */
  classes: { before: MitigationClass[]; after: MitigationClass[] } | null;
  /** Checked bound on the error of the chosen city's footprint, t CO₂; null where none is claimed. */
  bound: number | null;
  /** One for each compensation ledger, as listed. */
  ledgers: LedgerReport[];
}

/** An answer, so far as it has come. */
export interface Report {
  stage: Stage;
  before: CityAccounts;
  after: CityAccounts;
  /** Largest residual of the solves over the largest entry of their right-hand sides. */
  residual: number;
  /** One for each variant of the question. */
  variants: FootprintParts[] | null;
  shares: LeverShares | null;
  all: AllCities | null;
  /** What is odd about what the levers do here. */
  remarks: Text[];
  /** How certain the effect is where intensities are drawn. */
  draws: CityDraws | null;
}
