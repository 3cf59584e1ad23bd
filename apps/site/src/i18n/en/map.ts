import type { Flow, Layout } from "../../lib/map/map-state.ts";

/** The map. */
export const map = {
  title: "Map",
  description: (count: number) =>
    `A map of ${count} Chinese cities: footprints, outsourced shares and mitigation, and the flows of any city. Dots at city positions, no boundaries.`,
  heading: "Where carbon is emitted, and for whom",
  lead: "Every city by one quantity. Choose a city to see where the emissions behind its consumption occur, or for whom it emits.",
  controls: "Choose what the map shows",
  layout: "Drawing",
  layouts: { dots: "Dots", tiles: "Squares" } as Record<Layout, string>,
  city: "Flows of a city",
  show: "Show",
  clear: "Show all cities by quantity",
  flow: "Flows",
  flows: {
    origins: "Emitted elsewhere for it",
    consumers: "Emitted there for others",
    received: "Cuts elsewhere, for it",
    given: "Cuts there, for others",
  } as Record<Flow, string>,
  flowTitle: {
    origins: (name: string, year: string) => `Where the outsourced emissions of ${name} occur, ${year}`,
    consumers: (name: string, year: string) => `For which other cities ${name} emits, ${year}`,
    received: (name: string, _year: string, span: string) => `Where carbon was cut for ${name}, ${span}`,
    given: (name: string, _year: string, span: string) => `For which other cities ${name} cut carbon, ${span}`,
  } as Record<Flow, (name: string, year: string, span: string) => string>,
  flowSay: (first: string, amount: string, share: string) =>
    `The largest is ${first} with ${amount}; the ten largest hold ${share} of the sum.`,
  loading: "Loading the flows …",
  failed: "The flows of this city could not be loaded.",
  problem: (name: string, value: string) =>
    `The address asks for ${name} “${value}”, which does not exist; it was left out.`,
  pick: "Choose a city",
  profile: (name: string) => `Profile of ${name}`,
  note: "One dot per city; size and shade say the same in five steps.",
  tilesNote: "One square per city, as near to its position as there is room. Shade says the value in five steps.",
  standard: "City positions only; no boundaries are drawn. Not a standard map.",
  fifths: "Thresholds are round numbers near the fifths of all cities.",
  fixed: "Thresholds are the same for every city.",
  read: "Point at or touch a city to read it. The list below has every value.",
  less: (value: string) => `less than ${value}`,
  between: (low: string, high: string) => `${low} to ${high}`,
  more: (value: string) => `${value} or more`,
  sides: { cut: "cut", growth: "added", fall: "fall", rise: "rise" },
  list: (count: number) => `The same as a list: ${count} cities`,
  columns: { city: "City", value: "Value", province: "Province" },
  desc: (title: string, first: string, last: string) => `${title}. Highest: ${first}. Lowest: ${last}.`,
  joint: "; ",
  without:
    "Without JavaScript this page shows the default quantity. Other quantities, squares and the flows of a city need it; each profile has its own map of flows.",
};
