import type { CompareProblem } from "../../lib/comparison/compare-state.ts";

/** The comparison of cities. */
export const compare = {
  title: "Compare",
  description:
    "Two to four Chinese cities on shared axes: footprints, mitigation, and what they emit and cut for one another.",
  heading: "Compare cities",
  lead: "Choose two to four cities. The address of the page holds your choice and can be passed on.",
  add: "Add a city",
  addShort: "Add",
  chosen: "Chosen cities",
  remove: (name: string) => `Remove ${name}`,
  none: "No city is chosen yet. Find one above, or start with a pair:",
  one: "Choose at least one more city.",
  full: "Four cities are the most that fit. Remove one to add another.",
  start: "Start with",
  problems: {
    unknown: (code: string) => `The address asks for the city “${code}”, which is not in the table; it was left out.`,
    twice: (code: string) => `The address names the city ${code} twice; once is enough.`,
    "too-many": (code: string) => `The address names more than four cities; ${code} was left out.`,
  } as Record<CompareProblem["name"], (code: string) => string>,
  footprint: (year: string) => `Footprint and its two parts, ${year}`,
  footprintNote: (unit: string) => `${unit} CO₂, local part first. One axis for all.`,
  metricsNote: "One axis for all cities.",
  addedNote: "Hatched to the left: carbon added, because production became dirtier.",
  flows: "What they emit for one another",
  flowsNote: (unit: string, year: string) =>
    `${unit} CO₂ in ${year}: emitted in the city of the row for the consumption of the city of the column. Area says the amount; the diagonal, in ochre, is what each emits for itself.`,
  cuts: "What they cut for one another",
  cutsNote: (unit: string, span: string) =>
    `${unit} CO₂, ${span}: cut in the city of the row and credited to the consumption of the city of the column. Rings: carbon added.`,
  emittedIn: "in",
  consumedBy: "for",
  loading: "Loading the flows between them …",
  failed: "The flows between these cities could not be loaded.",
  table: "Values and differences",
  tableNote: (name: string) => `Small figures compare with ${name}.`,
  quantity: "Quantity",
  times: (ratio: string) => `× ${ratio}`,
  csv: "CSV of this comparison",
  noFigure: (names: string) => `No figure in the sources: ${names}.`,
  all: "All cities, by province",
  without: "Comparing needs JavaScript. Without it, the profiles below hold every number of a city.",
  joint: ", ",
};
