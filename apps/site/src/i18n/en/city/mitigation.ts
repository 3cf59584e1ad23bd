import type { MitigationClass } from "@tributary/core";
import type { Comparison, Mitigated } from "../../variants.ts";

const localPart = ({ direction, amount }: Mitigated, name: string) => {
  if (direction === "none") return `{local|Local} production hardly changed ${name}’s footprint`;
  return direction === "cut"
    ? `{local|Local} cuts took ${amount} off ${name}’s footprint`
    : `Dirtier {local|local} production added ${amount} to ${name}’s footprint`;
};
const outsourcedPart = ({ direction, amount }: Mitigated) => {
  if (direction === "none") return "production elsewhere changed it as little";
  return direction === "cut"
    ? `{out|outsourced} cuts took off ${amount}`
    : `dirtier production {out|elsewhere} added ${amount}`;
};

const weak: Record<Comparison, string> = {
  "almost-all": "Almost all of the cuts came from elsewhere",
  most: "Most of the cuts came from elsewhere",
  "slightly-more": "Slightly more of the cuts came from elsewhere",
  equal: "Cuts came from home and elsewhere alike",
};
const localLed: Record<Comparison, string> = {
  "almost-all": "Almost all of the cuts were made at home",
  most: "Most of the cuts were made at home",
  "slightly-more": "Slightly more of the cuts were made at home",
  equal: "Cuts came from home and elsewhere alike",
};

/** Local and outsourced mitigation. */
export const mitigation = {
  heading: (name: MitigationClass, comparison: Comparison): string => {
    if (name === "strong") return "Others cut while local production became dirtier";
    if (name === "weak") return weak[comparison];
    if (name === "local-led") return localLed[comparison];
    if (name === "self-reliant") return "Cuts at home, none on balance elsewhere";
    if (name === "no-mitigation") return "No cuts, at home or on balance elsewhere";
    return "Local and outsourced mitigation";
  },
  say: (name: string, local: Mitigated, outsourced: Mitigated) => {
    if (local.direction === "cut" && outsourced.direction === "cut")
      return `{local|Local} cuts took ${local.amount} off ${name}’s footprint, {out|outsourced} cuts ${outsourced.amount}.`;
    const joint = local.direction === outsourced.direction ? "and" : "while";
    return `${localPart(local, name)}, ${joint} ${outsourcedPart(outsourced)}.`;
  },
  /** Peers that cut more at home than this city, out of all its peers. */
  peers: (more: number, of: number, direction: Mitigated["direction"]) => {
    if (of === 0) return "";
    if (more === of && of > 1)
      return direction === "cut"
        ? `None of its ${of} peers cut so little at home.`
        : `None of its ${of} peers fared worse at home.`;
    if (more === 0 && of > 1) return `None of its ${of} peers cut more at home.`;
    if (of === 1) return more === 1 ? "Its one peer cut more at home." : "Its one peer cut less at home.";
    return `${more === 1 ? "One" : more} of its ${of} peers cut more at home.`;
  },
  caption: (span: string) => `Mitigation credited to each city’s consumption, ${span}`,
  captionNote: (unit: string, interval: boolean) =>
    `${unit} CO₂, falls in carbon intensity with structure and demand held apart. ${interval ? "Line over the city’s bars: nine in ten draws. " : ""}Peers ordered by outsourced mitigation.`,
  table: (cities: number) => (cities === 1 ? "Table: one city" : `Table: all ${cities} cities`),
  unit: (unit: string) => `${unit} CO₂; a cut unless it says added.`,
  asideTitle: "What counts as a cut",
  aside: (name: string) =>
    `Less CO₂ per yuan of output at constant prices, weighted by what ${name}’s consumption draws on. Growth in volume is not in this figure; section 7 has it.`,
  hatched: "{key-h|}Hatched bars mean carbon added: production there became dirtier.",
  formula:
    "W[r,c] = −½ Σ ΔS (X⁰ + X¹): the fall of intensity in r, weighted by the output that c drives there, mean of both years",
  inputs:
    "Emissions and output of both years by city and sector; output driven by the city’s final demand; the price basis.",
};
