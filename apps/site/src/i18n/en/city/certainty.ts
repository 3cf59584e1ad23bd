import type { Agreement } from "../../variants.ts";

const NUMBERS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** A share of the draws in tenths: "nine of ten draws". */
const tenths = (share: number): string => {
  if (share === 1) return "all draws";
  const count = Math.round(10 * share);
  if (count === 10) return "nearly all draws";
  return count === 0 ? "hardly any draws" : `${NUMBERS[count]} of ten draws`;
};

/** How sure the class and the amounts are. */
export const certainty = {
  tenths,
  heading: (agreement: Agreement, likeliest: string, share: number): string => {
    if (agreement === "none") return "How sure: not estimated in this release";
    if (agreement === "firm") return `The class holds in ${tenths(share)}`;
    if (agreement === "other") return `Most draws give another class: ${likeliest}`;
    return `Class uncertain: most often ${likeliest}`;
  },
  draws: (count: string, local: readonly [string, string], outsourced: readonly [string, string]) =>
    `The estimate was drawn ${count} times with other settings, prices and intensities. Nine times in ten, {local|local} mitigation lies between ${local[0]} and ${local[1]}, {out|outsourced} mitigation between ${outsourced[0]} and ${outsourced[1]}.`,
  noDraws: "The estimate has not been drawn with other settings, so no class has a probability.",
  prices: (local: readonly [string, string], outsourced: readonly [string, string]) =>
    `Other price indices alone move {local|local} mitigation between ${local[0]} and ${local[1]}, {out|outsourced} between ${outsourced[0]} and ${outsourced[1]}.`,
  classes: {
    caption: "Share of the draws in each class",
    note: (count: string) => `${count} draws. In bold: the class of this page.`,
    table: "Table: classes over the draws",
    columns: { class: "Class", all: "All draws", rebuilt: "Settings alone" },
    formula: "probability of a class = draws in which the city has it / all draws",
    inputs: "Ranges of the settings, on the methods page; deviations of prices and intensities; the first seed.",
  },
  range: {
    caption: (span: string) => `How far the two mitigations may be off, ${span}`,
    note: (unit: string, draws: boolean) =>
      `${unit} CO₂. Dot: as published${draws ? "; line: nine in ten draws" : ""}; short ticks below: the same estimate with each of the other price indices.`,
    table: "Table: mitigation over the draws and price bases",
    row: "Mitigation",
    columns: { published: "As published", draws: "Nine in ten draws", bases: "Price bases" },
    formula: "line = 5 to 95% of the draws; ticks = the same measure at each price basis",
    inputs: "Draws as above; the price bases of the release.",
  },
  between: (low: string, high: string) => `${low} to ${high}`,
  asideTitle: "What is drawn",
  aside: (rebuilt: number, variants: number) =>
    `Every constant of the estimate within its plausible range (${rebuilt} estimates rebuilt), and on each of them ${variants} times the prices of products and the emissions of cities and sectors. Not drawn: the model of trade itself, the choice of measure, and what the public figures leave out.`,
  uncertainTitle: "Class uncertain",
  uncertain: (count: number, cities: number) =>
    `So called where fewer than two thirds of the draws agree on a class: ${count} of ${cities} cities in this release.`,
};
