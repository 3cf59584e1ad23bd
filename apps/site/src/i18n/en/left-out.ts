import type { LeftOutReason } from "../../lib/search/place.ts";

/** The page on places that are not in the table. */
export const leftOut = {
  title: "Not in this table",
  description: (count: number) => `${count} places of China without a profile here, each with the reason.`,
  lead: (cities: number, span: string) =>
    `The table holds ${cities} cities, ${span}. These places have no profile, and this is why.`,
  rule: "How places are chosen",
  meaning:
    "What is not in the table is not zero. Its production is in the total of its province, which is shared out to the cities that are in; where a whole province has no inventory, it is missing from every footprint.",
  method: "More on the choice, in the methods",
  name: (name: string, other: string, code: string | null) => `${name} ${other}${code === null ? "" : `, ${code}`}`,
  province: (name: string) => `Its province: ${name}`,
  reasons: {
    "below-cut": (count: number) => `Too small to be taken in (${count})`,
    "no-inventory": (count: number) => `No inventory of CO₂ (${count})`,
    "no-value-added": (count: number) => `No value added published for both years (${count})`,
  } as Record<LeftOutReason, (count: number) => string>,
  explained: {
    "below-cut":
      "Units are taken in by value added of the last year, the largest first, until the number of the study is reached.",
    "no-inventory":
      "Without an inventory of the province there is no figure that its sectors’ emissions could be taken from.",
    "no-value-added":
      "Both years are needed, because mitigation compares them. Most of these units were founded, dissolved or renamed in between, or publish no accounts.",
  } as Record<LeftOutReason, string>,
};
