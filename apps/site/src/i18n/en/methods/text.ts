import type { EquationId } from "../../../view-models/methods/equations.ts";

/** Running text of the methods page. */
export const text = {
  title: "Methods",
  description:
    "How the carbon accounts of Chinese cities are computed: in plain words, in equations, with assumptions, limits, checks and the comparison with the study.",
  lead: "First in plain words, then in equations. What is assumed stands with how much it matters; what is not known is said.",
  contents: "On this page",
  plain: {
    heading: "In plain words",
    paragraphs: [
      "Everything a city consumes or invests in was made somewhere, and making it emitted carbon. The model follows each purchase back through its suppliers, and their suppliers, to the cities where the carbon was emitted.",
      "What arises within the city itself is the {local|local} part of its footprint, what arises in other cities the {out|outsourced} part. Household stoves and cars are kept beside the footprint, never inside it.",
      "Mitigation asks who became cleaner. If a steel mill emits less per yuan of output at constant prices than five years before, everyone whose consumption draws on that mill is credited with the difference. Where the mill is in the consumer’s own city this is local mitigation, elsewhere it is outsourced. A positive amount is a cut; where production became dirtier the amount is negative and is called carbon added.",
      "Cuts are measured at given volumes. A city can gain from cuts and still have a growing footprint, because it buys more. “Consumption” means final demand: households, government and investment, which is the largest part in most cities.",
    ],
  },
  badges: {
    heading: "What the badges mean",
    terms: [
      {
        id: "open-estimate",
        term: "Open estimate",
        text: "The study’s table of trade between cities may not be passed on. This site shows a table modelled from public figures instead, which anyone can rebuild. It is not observed: trade between cities comes from a gravity model, and the sectors within a city from its province and its own totals. The manifest, every page and every file say so.",
      },
      {
        id: "domestic-footprint",
        term: "Domestic footprint",
        text: "Emissions in other countries for goods imported from there are outside. The share of imports in what a city uses stands on its page. CO₂ of fuel and cement only, where it leaves the chimney: the emissions of a power station are those of the power sector.",
      },
      {
        id: "co2-source",
        term: "Where a city’s CO₂ comes from",
        text: "“Own published totals”: the city has an inventory for both years, and its sectors are scaled to it. “Its province’s intensities”: it has none, so each sector emits as much per output as its province’s, and its local mitigation is its province’s. A total above 90% of the province’s is set aside; where the scaling meets its limit both figures stand on the page.",
      },
      {
        id: "boundaries",
        term: "Boundary note",
        text: "The city’s territory changed between the two years, so that part of its change is one of borders. No figure is corrected for it.",
      },
    ],
  },
  equations: {
    heading: "In equations",
    intro:
      "Regions r and c are cities, i runs over all sectors of all cities. A raised 0 is the first year, 1 the last, both at prices of the first.",
    steps: {
      output:
        "Output x of every sector is what others buy from it (Z), what is finally used (Y) and what is exported abroad (e).",
      requirements: "Requirements A are inputs per output, intensities S emissions F per output.",
      trade:
        "Trade shares of a product fall with distance d; the supplier’s factor a makes purchases and sales add up. θ is the friction of the product.",
      driven: "Output that the final demand of city c sets in motion anywhere. The system is solved, never inverted.",
      origins: "Emissions in r for the consumption of c.",
      parts: "Local and outsourced part of a footprint.",
      share: "Outsourced share of all cities.",
      mitigation:
        "Mitigation in r credited to c: change of intensity times the mean of the output that c drives in the two years.",
      credited: "Local and outsourced mitigation of c.",
      type: "Score of a city for each group k of sectors: its share of value added against mean and standard deviation over cities.",
    } as Record<EquationId, string>,
  },
  classes: {
    heading: "Classes of cities",
    intro:
      "The first condition that holds decides. Amounts within a billionth of the footprint of the first year count as zero.",
    meaning: {
      strong: "Cuts elsewhere exceed those at home, and production at home became dirtier.",
      weak: "Cuts elsewhere exceed those at home; at home there were cuts too, or none.",
      "local-led": "Cuts elsewhere, but no more than at home.",
      "self-reliant": "Cuts at home, none elsewhere on balance.",
      "no-mitigation": "No cuts at home or elsewhere.",
      unclassified: "The measure is not defined for the city.",
    },
    /** Cities on whose class the draws of the estimate do not agree; null where none were made. */
    firm: (uncertain: number | null, cities: number) =>
      `${
        uncertain === null
          ? "A label has no probability in this release."
          : `The estimate was drawn anew many times with other settings, prices and intensities; each profile says in how many of the draws a city has its class. Where fewer than two thirds agree the class is called uncertain: so it is in ${uncertain} of ${cities} cities.`
      } How firm a label is shows also in the margin, the distance between the two mitigations, and in how many of the measures and price bases the city has the same class.`,
  },
  types: {
    heading: "Types and peers",
    paragraphs: [
      "A city’s type is the group of sectors whose share of its value added stands out most among all cities, not the largest share: otherwise half of the cities would be agricultural. Construction counts as services. Where the second group is within 0.25 the label says “borderline”.",
      "Peers of a city are the 20 cities of its type that are nearest by value added, on a logarithmic scale. Pages compare within peers and give bands, not ranks.",
    ],
  },
};
