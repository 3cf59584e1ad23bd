import { terms } from "../terms.ts";

/** Share of the outsourced part from within 200 km, in words. */
export type NearShare = "half" | "almost-half" | "two-fifths" | "third" | "quarter" | "little";

/** Where the outsourced emissions occur. */
export const origins = {
  heading: (near: NearShare) =>
    ({
      half: "More than half of the outsourced part is emitted within 200 km",
      "almost-half": "Almost half of the outsourced part is emitted within 200 km",
      "two-fifths": "About two fifths of the outsourced part is emitted within 200 km",
      third: "About a third of the outsourced part is emitted within 200 km",
      quarter: "About a quarter of the outsourced part is emitted within 200 km",
      little: "Most of the outsourced part is emitted more than 200 km away",
    })[near],
  say: (name: string, first: string[], firstShare: string, count: number, topShare: string) => {
    const lead =
      first.length === 1
        ? `${first[0]}, its largest outside origin, holds ${firstShare} of ${name}’s outsourced emissions`
        : `${terms.list(first)}, its two largest outside origins, hold ${firstShare} of ${name}’s outsourced emissions`;
    return count > first.length ? `${lead}; the ${count} largest together ${topShare}.` : `${lead}.`;
  },
  mapCaption: (name: string, year: string) => `Where ${name}’s outsourced emissions occur, ${year}`,
  mapNote: (count: number) => `Each dot is a city. Curves mark the ${count} largest origins; the box is a close-up.`,
  mapSource: "City positions only; no boundaries are drawn. Not a standard map.",
  barsCaption: (count: number) => `The ${count} largest origins, by sector group`,
  barsNote: (unit: string, name: string, year: string) =>
    `${unit} CO₂ in ${year}. ${name}’s own local part, last row, for scale.`,
  table: (count: number) => `Table: the ${count} largest origins`,
  columns: {
    origin: "Origin",
    distance: "Distance, km",
    amount: (unit: string) => `${unit} CO₂`,
    share: "Share of outsourced",
  },
  others: (count: number) => (count === 1 ? "1 other" : `${count} others`),
  asideTitle: "Reading the map",
  aside: "Size and shade say the same thing in five steps, so it survives a grey printer.",
  nearness:
    "Where trade between cities was not observed, it is inferred from distance and size. Nearness is therefore partly an assumption.",
  formula: "C[r,c] = Σ S_i (X_c)_i over the sectors i of r",
  inputs: "Emission intensity of every city and sector; output that the city’s final demand drives there.",
};
