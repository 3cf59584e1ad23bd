import type { Trend, Years } from "../../variants.ts";

/** Pages on a sector. */
export const sector = {
  description: (name: string) =>
    `${name} in Chinese cities: who emits, whose consumption it is for, and how far carbon intensities lie apart.`,
  lead: (code: string, group: string) => `Sector ${code} of the input–output tables, group ${group}.`,
  what: "The sector as a whole",
  emits: (amount: string, share: string, year: string) =>
    `It emitted {b|${amount}} CO₂ in ${year}, ${share} of the territorial emissions of all cities in the table.`,
  since: (trend: Trend, percent: string, years: Years) =>
    ({
      rose: `That is ${percent} more than in ${years.first}.`,
      fell: `That is ${percent} less than in ${years.first}.`,
      flat: `That is nearly the same as in ${years.first}.`,
    })[trend],
  elsewhere: (share: string) =>
    `{b|${share}} of its emissions lie in the footprints of other cities than the one where they arise; the rest is for consumption at home or for exports abroad.`,
  group: (name: string) => `Cities whose type is ${name}`,
  emissions: {
    heading: "Where it emits",
    say: (first: string, count: number, share: string) =>
      `${first} emits most. The ${count} largest cities hold ${share} of the sector’s emissions.`,
    caption: (name: string, year: string) => `${name}: the largest emitters, ${year}`,
    note: (unit: string) => `${unit} CO₂ emitted in the city by this sector, for whomever it is.`,
    head: (unit: string) => `Emitted there, ${unit} CO₂`,
    method: {
      formula: "F_i, the emissions of the sector i in each city",
      inputs: "CO₂ inventories of provinces and cities, shared out to sectors.",
    },
  },
  footprint: {
    heading: "Whose consumption it is for",
    say: (first: string, count: number, share: string) =>
      `${first} causes most. The ${count} largest consumers hold ${share} of what is emitted for cities in the table.`,
    caption: (name: string, year: string) => `${name}: the cities whose consumption causes most, ${year}`,
    note: (unit: string) => `${unit} CO₂ in the footprint of the city that this sector emits, there or elsewhere.`,
    head: (unit: string) => `In the footprint, ${unit} CO₂`,
    method: {
      formula: "Σ_r S_ri (X_c)_ri over all cities r where the sector i emits",
      inputs: "Emission intensity of the sector in every city; output that the consumer’s final demand drives there.",
    },
  },
  spread: {
    heading: "How far intensities lie apart",
    say: (median: string, low: string, high: string) =>
      `Half of the cities emit more than {b|${median}} t CO₂ per CNY 10,000 of output, half less. A tenth lies below ${low}, a tenth above ${high}.`,
    inherited: (count: number) =>
      `${count} ${count === 1 ? "city has" : "cities have"} no usable CO₂ total and ${count === 1 ? "takes its" : "take their"} province’s intensity: dots on the same value are often one province.`,
    caption: (name: string, year: string) => `${name}: carbon intensity of every city, ${year}`,
    note: "One dot per city, square-root axis. Current prices of the year.",
    unit: "t CO₂ per CNY 10,000 of output",
    leaders: (count: number) => `Table: the ${count} largest producers, the cleanest first`,
    intensity: (year: string) => `Intensity ${year}`,
    figures: "CO₂ figures",
    own: "own total",
    province: "the province’s",
    method: {
      formula: "S_i = F_i / x_i",
      inputs: "Emissions and output of the sector in every city.",
    },
  },
  pairs: {
    heading: "The largest flows between two cities",
    say: "Emissions of this sector in one city that the final demand of another causes, through all stages of production.",
    from: "Emitted in",
    to: "For",
  },
};

/** The list of sectors. */
export const sectors = {
  title: "Sectors",
  description: "The sectors of the input–output tables: emissions, where they arise and for whom.",
  lead: (count: number) => `${count} sectors, as in the national input–output tables. Each has a page of its own.`,
  heading: "All sectors",
  group: (group: string) => group.charAt(0).toUpperCase() + group.slice(1),
  columns: {
    sector: "Sector",
    emissions: (unit: string, year: string) => `Emissions ${year}, ${unit} CO₂`,
    change: (span: string) => `Change ${span}`,
    elsewhere: "For other cities",
    intensity: "Median intensity, t per CNY 10,000",
  },
};
