import type { LeftOutReason } from "../../../lib/search/place.ts";

/** Tables of the methods page: assumptions, settings, limits, checks, places, comparison, glossary. */
export const tables = {
  assumptions: {
    heading: "Assumptions and how much they matter",
    columns: ["Assumption", "What follows from it"],
    prices:
      "Prices. Public sources have no price index by sector; the default deflates industry by one national index.",
    pricesEffect: (counts: string) =>
      `Beneficiaries under each price basis, default measure: ${counts}. The most decisive assumption about the data.`,
    measure: "Measure. “Mitigation” could be read in seven ways.",
    measureEffect: (least: number, most: number, of: number) =>
      `Between ${least} and ${most} of ${of} cities are beneficiaries, depending on the measure: this choice moves most cities of all.`,
    friction:
      "Friction of trade. One scale for all distances, set so that the outsourced share of the first year equals the study’s.",
    frictionEffect: (first: string, share: string, last: string, lastShare: string) =>
      `The share of ${first}, ${share}, is an input. Friction is held constant, so that the share of ${last}, ${lastShare}, follows from the figures alone.`,
    share: "Outsourced share. Summed over cities, households’ own emissions outside.",
    shareEffect: (unweighted: string, households: string, last: string) =>
      `${last}: as an unweighted mean of cities ${unweighted}; with households in the denominator ${households}.`,
    inventories: "CO₂ of cities. Own totals where both years are published, the province’s intensities elsewhere.",
    inventoriesEffect: (own: number, of: number, clipped: number) =>
      `${own} of ${of} cities have totals of their own; in ${clipped} of these they are not reproduced in a year.`,
    population: "Population. Where the sources hold none, value added at the province’s median per person.",
    populationEffect: (count: number) =>
      `Estimated for ${count} cities, for some far from the truth; used to spread household demand, never for a comparison per person.`,
  },
  settings: {
    heading: "Settings of this release",
    intro:
      "Every constant of the open estimate, with the range in which it is plausible. All can be changed: tributary estimate --settings.",
    columns: ["Name", "Value", "Range", "Unit", "Meaning"],
    units: {} as Record<string, string>,
    meanings: {} as Record<string, string>,
    scale: "Common scale of the three frictions, from the calibration",
  },
  limits: { heading: "Known limits" },
  checks: {
    heading: "Checks of this release",
    release: "Checks of the table",
    run: "Identities that the results keep",
    columns: ["Check", "Result", "Largest deviation or count", "Tolerance"],
    status: { pass: "passed", warn: "note", fail: "failed" },
    none: "none",
    names: {
      calibration: "Outsourced share of the first year against the published one",
      "trade-balance": "Largest relative miss of a city’s sales of a product",
      "city-totals-clipped": "Cities whose own CO₂ total is out of reach of the scaling",
      "city-totals-set-aside": "Cities whose total is above the believed share of their province’s",
      "origins-add-up-to-production": "Emissions by origin and for export add up to territorial emissions",
      "world-adds-up": "Territorial emissions add up to footprints and exports",
      "multipliers-give-footprints": "Multipliers give the same footprints as the solved systems",
      "rows-balance": "Every row of the table balances",
      "causes-add-up": "Causes add up to the change of the footprint",
      "intensity-is-mitigation": "The intensity effect is the mitigation",
      "given-equals-received": "Mitigation given equals mitigation received",
    } as Record<string, string>,
    of: (name: string, detail: string) => `${name} (${detail})`,
    solves: "Systems that were solved",
    solvesIntro:
      "The residual is what is left of the right-hand side, relative. The bound is a checked upper limit of the error of a footprint.",
    solveColumns: ["System", "Rounds", "Residual", "Bound, t CO₂"],
    noBound: "not computed",
  },
  places: {
    heading: "Which cities are in the table",
    left: (count: number) => (count === 1 ? "One unit is not in the table." : `${count} units are not in the table.`),
    columns: ["Reason", "Units"],
    reasons: {
      "below-cut": "Value added below that of the last city taken in",
      "no-inventory": "No CO₂ inventory of the province",
      "no-value-added": "No value added published for both years",
    } as Record<LeftOutReason, string>,
    join: ", ",
  },
  comparison: {
    heading: "Beside the study’s published figures",
    intro:
      "The study has a table of its own, which is not public. Below, its published figures are quoted beside an independent estimate. They are a comparison, not a result of this data set; the share of the first year was set to theirs.",
    share: "Outsourced share",
    shareColumns: ["Year", "The study, quoted", "This estimate"],
    calibrated: (share: string) => `${share} (calibrated to it)`,
    counts: "Number of cities in each class, by measure and price basis",
    countColumns: ["Measure", "Prices", "Beneficiaries"],
    study: "The study, quoted",
    studyPrices: "its own table",
    unknown: "not published",
    strongRow: "The default of this site is in bold.",
  },
  glossary: {
    heading: "Glossary",
    say: "Every quantity has one symbol, one word and one unit, the same on all pages and in all files.",
    link: "All quantities with their formulas, in English and Chinese",
  },
};
