/** Pages on a type of city. */
export const type = {
  group: "Sector group",
  these: "cities of this type",
  title: (name: string) => `Type: ${name}`,
  description: (name: string) =>
    `Cities of the type ${name}: what they share, their classes, and which of them are borderline.`,
  lead: (count: number, name: string) =>
    `${count === 1 ? "One city stands" : `${count} cities stand`} out by ${name} more than by anything else.`,
  shared: {
    heading: "What they share",
    rule: "The type of a city is the sector group whose share of value added lies farthest above the mean of all cities, counted in standard deviations. It is not the largest group: services lead nearly everywhere.",
    say: (name: string, own: string, all: string) =>
      `On average {b|${own}} of the value added of these cities comes from ${name}; in all cities it is ${all}.`,
    caption: (year: string) => `Value added by sector group, mean of the cities, ${year}`,
    note: "Bars: cities of this type. Ticks, and numbers in brackets: all cities in the table.",
    beside: (own: string, all: string) => `${own} (${all})`,
    head: "Share of value added",
    table: "Table: composition of value added",
    members: "This type",
    all: "All cities",
    method: {
      formula: "z = (share − mean) / deviation over cities; the type is the group with the largest z",
      inputs: "Value added of each city by sector.",
    },
  },
  classes: {
    heading: "Where their cuts were made",
    table: "Table: classes",
    members: "Cities of this type",
    share: "Share",
    all: "Share of all cities",
  },
  members: {
    heading: "Members, by footprint",
    say: (shown: number, of: number) =>
      shown === of
        ? "All cities of the type. The margin says how far the type is ahead of the next one, in standard deviations."
        : `The ${shown} largest of ${of}; the explorer and the files have all. The margin says how far the type is ahead of the next one, in standard deviations.`,
    margin: "Margin",
    explorer: "All members in the explorer",
  },
  borderline: {
    heading: "Borderline",
    say: (own: number, near: number, name: string) => {
      const cities = (count: number) => (count === 0 ? "No city" : count === 1 ? "One city" : `${count} cities`);
      return `${cities(own)} of this type ${own < 2 ? "has" : "have"} a margin below 0.25 and could as well be of another. ${cities(near)} of another type could as well be ${name}.`;
    },
    is: "Type",
    next: "Next",
  },
};

/** The list of types. */
export const types = {
  title: "Types of cities",
  description: "Six types of cities, by what stands out in their value added.",
  lead: "Peers of a city are the cities of its type that are nearest in size. A type says what stands out, not what is largest.",
  heading: "All types",
  columns: {
    type: "Type",
    cities: "Cities",
    borderline: "Borderline",
    share: (year: string) => `Outsourced share ${year}`,
    beneficiaries: "Strong or weak beneficiaries",
  },
};

/** Tables and figures of members on every such page. */
export const members = {
  type: "Type",
  footprint: (unit: string, year: string) => `Footprint ${year}, ${unit} CO₂`,
  share: (year: string) => `Outsourced share ${year}`,
  local: (unit: string) => `Local mitigation, ${unit} CO₂`,
  outsourced: (unit: string) => `Outsourced mitigation, ${unit} CO₂`,
  quadrant: ({ span }: { span: string }) => `Local against outsourced mitigation, ${span}`,
  quadrantNote: (name: string) => `One dot per city, square-root axes. Outlined dots: ${name}.`,
  method: {
    formula: "W[r,c] = −½ Σ ΔS_i (X⁰_c + X¹_c)_i; local r = c, outsourced r ≠ c",
    inputs: "Intensities and driven output of both years.",
  },
};
