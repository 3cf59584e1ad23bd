import type { Cause } from "@tributary/core";
import { terms } from "../terms.ts";

/** Supply changes of the period, in words: what they are depends on which of them are cuts. */
export type SupplyChange = "cleaner-and-leaner" | "cut" | "added";

/** How a cause reads inside a sentence. */
const inside: Record<Cause, string> = {
  intensity: "the carbon intensity of production",
  technology: "what production needs per unit of output",
  sourcing: "where inputs come from",
  "demand-mix": "what is bought",
  "demand-level": "the volume of demand",
};

const supplyWords: Record<SupplyChange, (amount: string) => string> = {
  "cleaner-and-leaner": (amount) => `Cleaner, leaner supply cut ${amount}`,
  cut: (amount) => `Changes in supply cut ${amount}`,
  added: (amount) => `Changes in supply added ${amount}`,
};

/** Why the footprint changed. */
export const why = {
  heading: (supply: SupplyChange, supplyAmount: string, demandGrew: boolean, demandAmount: string) =>
    `${supplyWords[supply](supplyAmount)}; ${demandGrew ? "growing demand added" : "shrinking demand cut"} ${demandAmount}`,
  rising: (causes: Cause[]) => {
    if (causes.length === 0) return "None of the five causes pushed the footprint up.";
    if (causes.length === 5) return "All five causes pushed the footprint up.";
    const only = causes.length === 1 ? "only " : "";
    return `Of the five causes ${only}${terms.list(causes.map((cause) => inside[cause]))} pushed the footprint up.`;
  },
  largestCut: (cause: Cause | null) => {
    if (cause === null) return "";
    if (cause === "intensity") return "The largest cut is that of carbon intensity.";
    return `The largest cut is not intensity but ${inside[cause]}.`;
  },
  caption: (first: string, last: string) => `From the footprint of ${first} to that of ${last}`,
  captionNote: (unit: string, broken: boolean) =>
    `${unit} CO₂. {key-l|}local {key-o|}outsourced; solid: cut; {key-h|}hatched: added.${broken ? " The axis is broken, total bars do not start at zero." : ""}`,
  method: {
    polar: "Structural decomposition, mean of the two polar orders; terms add up to the change.",
    shapley: "Structural decomposition, mean of all orders; terms add up to the change.",
  },
  table: "Table: five causes, local and outsourced",
  cause: "Cause",
  total: "Change of the footprint",
  bars: (year: string) => `Footprint ${year}`,
  asideTitle: "Signs",
  aside:
    "Minus means less CO₂, plus more. Carbon intensity is the mitigation of section 2 seen from the footprint: a cut there is a minus here.",
  formula: "ΔC = ½(ΔS L⁰Y⁰ + ΔS L¹Y¹) + ½(S⁰ΔL Y¹ + S¹ΔL Y⁰) + ½(S⁰L⁰ΔY + S¹L¹ΔY), structure and demand split further",
  inputs: "Both years’ intensities S, requirements A and final demand Y, at prices of the first year.",
};
