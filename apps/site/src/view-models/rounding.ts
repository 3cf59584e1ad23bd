import { createHash } from "node:crypto";
import type { CityCertainty, CityResult, CitySummary, Revision } from "@tributary/core";
import type { CityChange } from "@tributary/scenarios";

/** Digits of a rounded number. */
const DIGITS = 4;
/** Powers of ten that are exact, and by which a number is still scaled within far less than `CLOSE`. */
const POWERS = Array.from({ length: 16 }, (_, k) => 10 ** k);
/** As near to the middle of two roundings, the exact decimal value decides. */
const CLOSE = 1e-6;

/**
 * A number with four significant digits: the precision of every figure, table and file of a profile. What changes below
 * it changes no page. The same as `Number(value.toPrecision(4))`, without the detour by text that millions of numbers
 * would take.
 */
export function roundValue(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  const place = Math.floor(Math.log10(Math.abs(value))) + 1 - DIGITS;
  const power = POWERS[Math.abs(place)] ?? Number.NaN;
  const scaled = place < 0 ? value * power : value / power;
  const whole = Math.round(scaled);
  if (!(Math.abs(Math.abs(scaled - whole) - 0.5) > CLOSE)) return Number(value.toPrecision(DIGITS));
  return place < 0 ? whole / power : whole * power;
}

/** The same structure with every number rounded; counts, years and codes have fewer digits and stay as they are. */
function roundAll<T>(value: T): T {
  if (typeof value === "number") return roundValue(value) as T;
  if (Array.isArray(value)) return value.map(roundAll) as T;
  if (value === null || typeof value !== "object") return value;
  const rounded = { ...value };
  for (const key in rounded) rounded[key] = roundAll(rounded[key]);
  return rounded;
}

/** A city with its modelled figures rounded, as pages show it. */
export interface ShownCity extends CitySummary {
  /** Outsourced part of the footprint in each year [1], to the tenth of a per cent that is printed. */
  outsourcedShare: Readonly<Record<string, number>>;
}

/** From the exact parts: the ratio of two rounded amounts is off in its last digit for one city in seven. */
const roundShare = ({ footprint, outsourced }: { footprint: number; outsourced: number }): number =>
  footprint > 0 ? Math.round((1000 * outsourced) / footprint) / 1000 : 0;

/** A city with its modelled figures rounded; public facts (position, population, value added) stay exact. */
export function roundCity(city: CitySummary): ShownCity {
  const { accounts, mitigation, co2Source } = city;
  const margin = Math.round(city.type.margin * 100) / 100;
  return {
    ...city,
    accounts: roundAll(accounts),
    outsourcedShare: Object.fromEntries(Object.entries(accounts).map(([year, parts]) => [year, roundShare(parts)])),
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
