import type { Cause, CityGroup, Measure, MitigationClass } from "@tributary/core";
import type { Band, Direction, Mitigated } from "../variants.ts";

const list = (items: string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

/** What the sign of a mitigation is called beside its amount. */
const cutOrGrowth: Record<Direction, string> = { cut: "cut", growth: "added", none: "" };

/** Words for the things that every page speaks of. */
export const terms = {
  classes: {
    strong: "strong beneficiary",
    weak: "weak beneficiary",
    "local-led": "local-led",
    "self-reliant": "self-reliant",
    "no-mitigation": "no mitigation",
    unclassified: "unclassified",
  } satisfies Record<MitigationClass, string> as Record<MitigationClass, string>,
  /** The classes as regions of the quadrant. */
  regions: {
    strong: "Strong beneficiary",
    weak: "Weak beneficiary",
    "local-led": "Local-led",
    "self-reliant": "Self-reliant",
    "no-mitigation": "No mitigation",
  },
  groups: {
    agriculture: "agriculture",
    energy: "energy",
    "heavy industry": "heavy industry",
    "light industry": "light industry",
    "high-tech manufacturing": "high-tech manufacturing",
    services: "services",
  } as Record<CityGroup, string>,
  causes: {
    intensity: "Carbon intensity",
    technology: "Production recipes",
    sourcing: "Where inputs come from",
    "demand-mix": "What is bought",
    "demand-level": "How much is bought",
  } as Record<Cause, string>,
  measures: {
    "sda-polar": "intensity effect, mean of the two polar orders",
    "sda-shapley": "intensity effect, mean of all orders",
    "sda-with-structure": "intensity and structure effects",
    "frozen-intensity": "against frozen intensity",
    absolute: "absolute change",
    "per-demand": "per unit of demand",
    relative: "relative change",
  } as Record<Measure, string>,
  bands: {
    lowest: "in the lowest quarter",
    lower: "in the lower half",
    upper: "in the upper half",
    highest: "in the highest quarter",
  } as Record<Band, string>,
  list,
  mitigated: ({ direction, amount }: Mitigated) =>
    direction === "none" ? "none" : `${amount} ${cutOrGrowth[direction]}`,
  cutOrGrowth,
  times: (ratio: number) => {
    if (ratio >= 100) return "more than a hundred times";
    if (ratio >= 9.5) return `${Math.round(ratio)} times`;
    const tenths = Math.round(ratio * 10) / 10;
    return tenths === 2 ? "twice" : `${tenths} times`;
  },
  co2: "CO₂",
  city: "City",
  local: "Local",
  outsourced: "Outsourced",
  sum: "Sum",
  class: "Class",
};
