/** Groups of sectors that emit, as the figure tells them apart. */
export type Emitter = "energy" | "heavy industry" | "services" | "other";

const emitters: Record<Emitter, string> = {
  energy: "energy supply",
  "heavy industry": "heavy industry",
  services: "services",
  other: "farming and other manufacturing",
};

/** What the footprint is bought with and through which supply chains. */
export const chains = {
  heading: (product: string, share: string) => `${share} of the footprint goes into ${product}`,
  emitted: (emitter: Emitter, share: string) => `Of what is emitted for it, ${share} comes from ${emitters[emitter]}.`,
  /** `from` is the same as `to` where the seller itself emits. */
  paths: (count: number, coverage: string, from: string, to: string | null) =>
    `The ${count === 1 ? "largest supply chain holds" : `${count} largest supply chains together hold`} ${coverage} of the footprint; ${
      to === null ? `the largest is the emissions of ${from} itself` : `the largest leads from ${from} to ${to}`
    }. The rest runs through ever smaller ones.`,
  step: (sector: string, city: string) => `${sector} in ${city}`,
  heat: {
    caption: (year: string) => `What is bought, and which sectors emit for it, ${year}`,
    note: (unit: string, steps: string) =>
      `${unit} CO₂, wherever it is emitted. Shades change at ${steps} of the footprint.`,
    table: "Table: products and the sectors that emit for them",
    product: (unit: string) => `Product, ${unit} CO₂`,
    columns: { energy: "Energy", "heavy industry": "Heavy industry", services: "Services", other: "Other" },
    sum: "Sum",
    share: "Share",
    others: (count: number) => (count === 1 ? "1 other product" : `${count} other products`),
    formula: "D[g,k] = Σ M^g Y over the makers of product k; M^g: multipliers of the intensities of group g alone",
    inputs: "Intensities of both kinds of sectors, requirements A, final demand of the city by product.",
  },
  largest: {
    caption: (count: number, year: string) => `The ${count} largest supply chains, ${year}`,
    note: (unit: string) =>
      `${unit} CO₂ of the last link, for what the first sells to final demand. {key-l|}emitted in the city {key-o|}elsewhere.`,
    table: "Table: the largest supply chains",
    columns: { chain: "Chain", amount: (unit: string) => `${unit} CO₂`, share: "Share of the footprint" },
    covered: (count: number) => `${count} chains together`,
    formula: "S_k · A_kj ⋯ A_il · Y_lc for each chain l, i, …, j, k; every chain larger than the last is listed",
    inputs: "Intensities S, requirements A and multipliers M of the table; final demand of the city.",
  },
  asideTitle: "Reading the chains",
  aside:
    "Rows of the table are what is bought, wherever it was made; columns are who emitted, wherever that is. All of it adds up to the footprint.",
  chain:
    "A chain counts only what its last link emits. Power for the cement works of a building site is a chain of its own, one link longer.",
};
