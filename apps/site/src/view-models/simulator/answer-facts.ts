import type { Report } from "../../lib/simulator/engine/report.ts";
import type { Quantity } from "../../lib/simulator/state/simulator-state.ts";

/** Where an amount goes. */
export type Direction = "fall" | "rise";

export const directionOf = (change: number): Direction => (change < 0 ? "fall" : "rise");

/** One number of the chosen city before and after, t CO₂. */
interface Change {
  before: number;
  after: number;
  /** After less before. */
  change: number;
}

/** What the report says of the chosen city. */
export type CityChanges = Record<Quantity, Change>;

/** Read the chosen city's numbers off a report; `c` is its place among the regions. */
export function readCityChanges({ before, after }: Pick<Report, "before" | "after">, c: number): CityChanges {
  const compare = (read: (accounts: Report["before"]) => number): Change => {
    const [was, is] = [read(before), read(after)];
    return { before: was, after: is, change: is - was };
  };
  const sum = ({ origins }: Report["before"]) => origins.reduce((total, value) => total + value, 0);
  return {
    footprint: compare(sum),
    local: compare(({ origins }) => origins[c]!),
    outsourced: compare((accounts) => sum(accounts) - accounts.origins[c]!),
    production: compare(({ production }) => production[c]!),
  };
}
