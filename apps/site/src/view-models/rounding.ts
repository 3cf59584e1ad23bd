import { createHash } from "node:crypto";
import type { CityCertainty, CityResult, CitySummary, Revision } from "@tributary/core";
import type { CityChange } from "@tributary/scenarios";

/**
 * A number with four significant digits: the precision of every figure, table and file of a profile. What changes below
 * it changes no page.
 */
export function roundValue(value: number): number {
  return value === 0 || !Number.isFinite(value) ? 0 : Number(value.toPrecision(4));
}

/** The same structure with every number rounded; counts, years and codes have fewer digits and stay as they are. */
function roundAll<T>(value: T): T {
  if (typeof value === "number") return roundValue(value) as T;
  if (Array.isArray(value)) return value.map(roundAll) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, roundAll(inner)])) as T;
}

/** A city with its modelled figures rounded; public facts (position, population, value added) stay exact. */
export function roundCity(city: CitySummary): CitySummary {
  const { accounts, mitigation, co2Source } = city;
  const margin = Math.round(city.type.margin * 100) / 100;
  return {
    ...city,
    accounts: roundAll(accounts),
    mitigation: { ...roundAll(mitigation), agreement: mitigation.agreement },
    co2Source: { ...co2Source, totals: roundAll(co2Source.totals) },
    type: { ...city.type, margin },
  };
}

/** Everything a profile shows beyond the summary, rounded. */
export const roundResult = (result: CityResult): CityResult => roundAll(result);

/** What the draws say of a city, rounded. */
export const roundCertainty = (certainty: CityCertainty | null): CityCertainty | null => roundAll(certainty);

/** What a scenario does to a city, rounded. */
export const roundChange = ({ before, after }: CityChange): Pick<CityChange, "before" | "after"> =>
  roundAll({ before, after });

/** What moved in one region, rounded; a move that is none then is left out. */
export function roundRevision(revision: Revision, region: string): Revision {
  const moves = revision.moves.filter((move) => move.region === region).map(roundAll);
  return { ...revision, moves: moves.filter((move) => move.old !== move.new) };
}

/** Hash of a view model: two equal hashes mean two equal pages. */
export function hashView(view: unknown): string {
  return createHash("sha256").update(JSON.stringify(view)).digest("hex");
}
