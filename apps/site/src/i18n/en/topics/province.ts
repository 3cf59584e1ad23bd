import type { Years } from "../../variants.ts";

const cities = (count: number) => (count === 1 ? "1 city" : `${count} cities`);

/** Pages on a province. */
export const province = {
  name: "Province",
  description: (name: string, span: string) =>
    `${name}: footprints and mitigation of its cities, what stays in the province and what other provinces emit for it, ${span}.`,
  lead: (count: number) => `${cities(count)} of the province in the table.`,
  single: "A city and a province in one: its flows to other provinces are its flows to other cities.",
  stays: {
    heading: (share: string) => `${share} of its footprint is emitted in the province`,
    say: (name: string, total: string, before: string, after: string, years: Years) =>
      `What the cities of ${name} consumed in ${years.last} caused {b|${total}} CO₂ in the cities of the table. {b|${after}} of that was emitted in the province, compared with ${before} in ${years.first}.`,
    caption: (name: string, years: Years) =>
      `Where the footprint of ${name} is emitted, ${years.first} and ${years.last}`,
    note: "Shares of the footprint of all its cities together.",
    own: "in the consuming city",
    inside: "in other cities of the province",
    outside: "in other provinces",
    method: {
      formula: "Σ C[r,c] over consumers c in the province, by where r lies",
      inputs: "The origin × consumer matrix of each year, added up by province.",
    },
  },
  others: {
    heading: "Flows to and from other provinces",
    say: (first: string, amount: string) =>
      `Most is emitted in {b|${first}}: ${amount} CO₂ for the consumption of this province.`,
    balance: (more: boolean, amount: string, name: string) =>
      more
        ? `Other provinces emit ${amount} more for ${name} than ${name} emits for them.`
        : `${name} emits ${amount} more for other provinces than they emit for it.`,
    caption: (name: string, year: string) => `What ${name} and other provinces emit for one another, ${year}`,
    note: "Through all stages of production. Trade between cities is inferred, not observed.",
    caused: (name: string, unit: string) => `Emitted there for ${name}, ${unit} CO₂`,
    served: (name: string, unit: string) => `Emitted in ${name} for them, ${unit} CO₂`,
    table: "Table: all other provinces",
    tableNote: (unit: string, cuts: string, years: Years) =>
      `Emissions in ${unit} CO₂, ${years.last}; cuts in ${cuts} CO₂, ${years.span}.`,
    causedColumn: "Emitted there for here",
    servedColumn: "Emitted here for there",
    received: "Cuts there, for here",
    given: "Cuts here, for there",
    method: {
      formula: "Σ C[r,c] over origins r in one province and consumers c in the other",
      inputs: "The origin × consumer matrix of the last year, added up by province.",
    },
  },
  members: { heading: (count: number) => (count === 1 ? "Its city" : `Its ${count} cities`) },
  absent: {
    heading: "Not in the table",
    say: "These units of the province have no account of their own. Their pages say why.",
  },
};

/** The list of provinces. */
export const provinces = {
  title: "Provinces",
  description: "Footprints of provinces, how much of them stays in the province, and what others emit for them.",
  lead: (count: number) => `${count} provinces, each as the sum of its cities in the table.`,
  heading: "All provinces",
  columns: {
    cities: "Cities",
    footprint: (unit: string, year: string) => `Footprint ${year}, ${unit} CO₂`,
    inside: "Stays in the province",
    production: (unit: string, year: string) => `Territorial emissions ${year}, ${unit} CO₂`,
    change: (span: string) => `Change of the footprint, ${span}`,
  },
};
