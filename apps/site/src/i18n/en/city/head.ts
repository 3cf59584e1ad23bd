import type { MitigationClass } from "@tributary/core";
import type { Agreement, Comparison, Mitigated, Trend, Years } from "../../variants.ts";

/** What the opening sentences of a profile are made of. */
export interface VerdictFacts {
  name: string;
  years: Years;
  local: Mitigated;
  outsourced: Mitigated;
  /** "13 times", or null where a ratio would say nothing: not both cuts, or nearly equal. */
  times: string | null;
  comparison: Comparison;
}

const strong = (f: VerdictFacts) =>
  `A {b|strong beneficiary}. From ${f.years.first} to ${f.years.last}, cuts made in other cities took ${f.outsourced.amount} of CO₂ off ${f.name}’s footprint, while production at home became dirtier.`;

const moreCarbon = ({ comparison }: VerdictFacts) =>
  comparison === "slightly-more"
    ? "slightly more carbon"
    : comparison === "almost-all"
      ? "far more carbon"
      : "more carbon";

function weak(f: VerdictFacts): string {
  const opening = `A {b|weak beneficiary}. From ${f.years.first} to ${f.years.last}, cuts made in other cities took`;
  if (f.local.direction === "none")
    return `${opening} ${f.outsourced.amount} of CO₂ off ${f.name}’s footprint; at home there were next to none.`;
  if (f.times !== null) return `${opening} ${f.times} as much carbon off ${f.name}’s footprint as cuts made at home.`;
  return `${opening} ${moreCarbon(f)} off ${f.name}’s footprint than cuts made at home: ${f.outsourced.amount} against ${f.local.amount}.`;
}

function localLed(f: VerdictFacts): string {
  const opening = `A {b|local-led} city. From ${f.years.first} to ${f.years.last}, cuts made at home took`;
  if (f.comparison === "equal")
    return `${opening} as much carbon off ${f.name}’s footprint as cuts made in other cities.`;
  if (f.times !== null)
    return `${opening} ${f.times} as much carbon off ${f.name}’s footprint as cuts made in other cities.`;
  return `${opening} ${moreCarbon(f)} off ${f.name}’s footprint than cuts made in other cities: ${f.local.amount} against ${f.outsourced.amount}.`;
}

function selfReliant(f: VerdictFacts): string {
  const elsewhere =
    f.outsourced.direction === "growth"
      ? "production in the cities that supply it became dirtier on balance"
      : "cuts in other cities came to next to nothing on balance";
  return `A {b|self-reliant} city. From ${f.years.first} to ${f.years.last}, cuts made at home took ${f.local.amount} of CO₂ off ${f.name}’s footprint, while ${elsewhere}.`;
}

/** Header of a profile. */
export const head = {
  title: (name: string) => `${name}: who cuts carbon for whom`,
  description: (name: string, footprint: string, share: string, year: string) =>
    `What ${name} consumed and built in ${year} caused ${footprint} of CO₂, ${share} of it in other cities: origins, mitigation, causes and data.`,
  verdict: {
    strong,
    weak,
    "local-led": localLed,
    "self-reliant": selfReliant,
    "no-mitigation": (f) =>
      `{b|No mitigation}. From ${f.years.first} to ${f.years.last}, the production that ${f.name}’s consumption draws on became no cleaner, at home or, on balance, in other cities.`,
    unclassified: (f) =>
      `{b|Unclassified}. The measure is not defined for ${f.name}, so it has no class in this release.`,
  } as Record<MitigationClass, (f: VerdictFacts) => string>,
  footprint: (trend: Trend, percent: string, despiteCuts: boolean) => {
    if (trend === "flat") return "The footprint hardly changed.";
    if (trend === "fell") return `The footprint fell by ${percent}.`;
    return despiteCuts ? `The footprint still grew by ${percent}.` : `The footprint grew by ${percent}.`;
  },
  facts: {
    data: "Data",
    account: "Account",
    domestic: "domestic footprint",
    co2: "CO₂ of the city",
    co2Source: { "city-totals": "own published totals", "province-intensities": "its province’s intensities" },
    co2Clipped: "own published totals, scaled to the limit",
    code: "Code",
    type: "Type",
    typeMargin: (group: string, margin: string) => `${group}, by ${margin} standard deviations`,
    typeBorderline: (group: string, runnerUp: string, margin: string) =>
      `${group}, borderline with ${runnerUp} (${margin} standard deviations)`,
    class: "Class",
    classMargin: (name: string, margin: string) => `${name}; the two mitigations are ${margin} apart`,
    agreement: "Same class in",
    agreementValue: (same: number, of: number) => `${same} of ${of} combinations of measure and prices`,
    population: (year: string) => `Population, ${year}`,
    noPopulation: "no figure in the sources",
    valueAdded: (year: string) => `Value added, ${year}`,
    years: "Years",
    certainty: "Class certainty",
    noCertainty: "not estimated",
    certaintyValue: (agreement: Exclude<Agreement, "none">, share: string, likeliest: string) =>
      ({
        firm: `same in ${share}`,
        other: `most draws say ${likeliest} (${share})`,
        uncertain: `class uncertain; most often ${likeliest} (${share})`,
      })[agreement],
  },
  links: {
    map: (name: string) => `Flows of ${name} on the map`,
    compare: (peer: string) => `Compare with ${peer}`,
    province: (name: string) => `${name} and its cities`,
  },
  notes: {
    province:
      "No usable total is published for this city in both years: its emissions follow its province’s intensities, so its local mitigation is its province’s.",
    clipped: (year: string, published: string, modelled: string) =>
      `The city’s published total is not reproduced in ${year}: the scaling met its limit. Published ${published}, here ${modelled}; local mitigation carries the difference.`,
    setAside: (year: string, published: string, modelled: string) =>
      `The published total of ${year} was set aside, being above 90% of its province’s. Published ${published}, here ${modelled}.`,
    population: (standIn: string) =>
      `The sources hold no population of this city. The model takes ${standIn} instead, from value added, which can be far off; it serves only to spread household demand.`,
    uncertain: (share: string) =>
      `Class uncertain: when the estimate is made again with other settings, prices and intensities, ${share} give this class; no class reaches two thirds.`,
    likelier: (share: string, likeliest: string, most: string) =>
      `Class uncertain: the class above follows from the published settings. When the estimate is made again with others, ${likeliest} comes out most often, in ${most} of the draws, and the class above in ${share}.`,
    otherClass: (likeliest: string, share: string) =>
      `The class above follows from the published settings. When the estimate is made again with others, ${share} give another: ${likeliest}.`,
    boundary: (note: string) => `Boundary: ${note}. No figure is corrected for it.`,
  },
  /** By adcode; a note without an entry is printed as it stands in the data. */
  boundaryNotes: {
    "220300": "2017 without Gongzhuling, then a pilot county under the province",
    "340700": "Zongyang county joined from Anqing in 2016",
    "340800": "Zongyang county left to Tongling in 2016",
    "510100": "Jianyang joined from Ziyang in 2016",
    "512000": "Jianyang left to Chengdu in 2016",
  } as Record<string, string>,
  river: {
    heading: (name: string, year: string) => `The river of ${name}’s footprint, ${year}`,
    near: (share: string) => `${share} of the {out|outsourced} part comes from within 200 km.`,
    nearNone: "Next to none of the {out|outsourced} part comes from within 200 km.",
    note: (unit: string, name: string, near: string) =>
      `Read from left to right. The river is as wide as the emissions of all cities farther from ${name} than that point; each named city joins at its own distance, with its emissions in ${unit} CO₂. ${near} Distance is on a square-root scale.`,
  },
};
