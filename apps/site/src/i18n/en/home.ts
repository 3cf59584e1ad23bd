import type { Trend } from "../variants.ts";

/** Numbers of the finding, as printed. */
export interface Finding {
  first: string;
  last: string;
  firstShare: string;
  lastShare: string;
  cities: number;
}

const cities = (count: number) => (count === 1 ? "1 city" : `${count} cities`);

/** The home page. */
export const home = {
  description:
    "Consumption-based carbon accounts of Chinese cities: where the carbon behind each city’s consumption is emitted, and who cut it. Open estimate.",
  statement: (share: string) =>
    `Of the carbon behind what Chinese cities consume, {em|${share}} is emitted in some other city.`,
  sub: (first: string, last: string, beneficiaries: number, of: number, estimate: boolean) =>
    `This is ${estimate ? "an open estimate" : "the result"} for ${last}, of emissions within China. Between ${first} and ${last}, ${beneficiaries} of ${cities(of)} gained more from cuts elsewhere than from their own. Find out who cut carbon for yours.`,
  networkCaption: (year: string, count: number) =>
    `The drainage of outsourced carbon, ${year}. Lines join each of ${cities(count)} to the three other cities that hold the largest parts of its outsourced emissions; width grows with the amount. Positions only, no boundaries; not a standard map.`,
  finding: {
    heading: "What the study found, and what this data set gives",
    study: "The study found",
    studyText: (f: Finding, beneficiaries: number, strong: number, weak: number) =>
      `The outsourced share of ${f.cities} cities’ footprints was ${f.firstShare} in ${f.first} and ${f.lastShare} in ${f.last}. ${beneficiaries} of ${f.cities} cities gained more from others’ cuts than from their own: ${strong} strong and ${weak} weak beneficiaries.`,
    ours: "This data set gives",
    oursText: (f: Finding, rose: number, beneficiaries: number, strong: number, weak: number) =>
      `The share is ${f.firstShare} in ${f.first} and ${f.lastShare} in ${f.last}; it rose in ${rose} of ${cities(f.cities)}. ${beneficiaries} of ${f.cities} gained more from others’ cuts than from their own: ${strong} strong and ${weak} weak beneficiaries.`,
    calibrated: (year: string, share: string) =>
      `The level of ${year} is calibrated to the study’s published ${share}; everything after it is this estimate’s own.`,
    direction: (study: Trend, ours: Trend): string =>
      study === ours
        ? "Both move the same way, which confirms nothing: the study had a table of its own, and this estimate assumes that distance hindered trade as much in both years."
        : "The two do not move the same way. The study had a table of its own; this estimate assumes that distance hindered trade as much in both years. Neither direction is stated here as a fact about China.",
  },
  quadrant: {
    heading: "Every city, by where its cuts were made",
    text: (strong: number) =>
      `To the right, a city cut carbon for itself. Upward, others cut carbon for it. In {b|${strong}} ${strong === 1 ? "city" : "cities"} others cut while local production became dirtier.`,
    note: (count: number) =>
      `${cities(count)}, square-root axes. Filled dots gained from elsewhere, rings did not; left of zero and below it carbon was added. The number after a class counts its cities.`,
    source: (share: string, year: string) =>
      `The level of the ${year} outsourced share is calibrated to a published figure (${share}); everything else, including these counts, is this estimate’s own.`,
    table: "Table: classes and their counts",
    count: "Cities",
  },
  doors: {
    heading: "Four ways in",
    read: {
      title: "Read a city",
      text: "One city in short sections: what it causes, where, why that changed, and who cut it.",
    },
    profiles: (count: number) => (count === 1 ? "1 profile" : `${count} profiles`),
    change: {
      title: "Try a change",
      text: "Cleaner power, other suppliers, less building: change something and see whose carbon falls, and where.",
    },
    changeTo: "the simulator",
    method: {
      title: "Check the method",
      text: "What every number means, what it assumes, how much that matters, and how it compares with the study.",
    },
    methodTo: "formulas and limits",
    data: {
      title: "Take the data",
      text: "Every number as CSV and JSON, with the formula, its inputs and the command that prints it again.",
    },
    dataTo: "CSV, JSON, SVG",
  },
  more: {
    heading: "Other ways to look",
    links: [
      { text: "The map: every city, and the flows of one", path: "map/" },
      { text: "Compare two to four cities", path: "compare/" },
      { text: "Provinces: what stays in them, and what others emit for them", path: "provinces/" },
      { text: "Types of cities", path: "types/" },
      { text: "Scenarios: what each would do to every city", path: "scenarios/" },
      { text: "Sectors: where they emit, and for whom", path: "sectors/" },
      { text: "An example of three cities to change", path: "methods/#example" },
      { text: "Glossary", path: "glossary/" },
      { text: "Places that are not in the table", path: "not-in-table/" },
    ],
  },
  news: {
    heading: "This release and its limits",
    release: (id: string) => `Release ${id}`,
    releaseText: (label: string, count: number, left: number) =>
      `${label}: ${cities(count)}. ${left === 1 ? "One unit is" : `${left} units are`} not in the table; a search for one says why.`,
    releaseLink: "What changed, release by release",
    limit: "Known limit",
    trade:
      "Trade between cities is inferred, not observed. Which prices are used moves many cities to another class; what counts as mitigation moves more.",
    tradeLink: "How much it matters",
    province: (count: number, of: number) =>
      `${count} of ${cities(of)} have no usable CO₂ total for both years: their local mitigation is their province’s.`,
    provinceLink: "What that means",
    intervals: (uncertain: number | null, cities: number) =>
      uncertain === null
        ? "This release has no uncertainty intervals. Cities near the border of a class could as well be in the next."
        : `Drawn anew with other settings, prices and intensities, the estimate does not agree on the class of ${uncertain} of ${cities} cities.`,
    intervalsLink: "Classes under other measures",
  },
  about: {
    title: "About",
    lead: "Tributary computes who cuts carbon for whom: the emissions behind what each Chinese city consumes, where they arise, and where they were cut between two years.",
    paragraphs: [
      "It follows the question of a study in Nature Cities (2024) on outsourced mitigation of Chinese cities. The study’s own table may not be passed on, so this site shows an open estimate that anyone can rebuild from public figures. The study’s figures are quoted as the study’s.",
      "The words are chosen with care. “Cut” and “added” speak of carbon intensity: production became cleaner or dirtier. “Outsourced” means emitted in other cities, not moved there. The balance between cities is not a debt.",
      "Pages are plain files. There are no trackers, no accounts and no request to anyone else; every page can be read without JavaScript. Search, filters, comparing, choosing on the map and the simulator need it.",
    ],
    studyTitle: "The study",
    mapTitle: "Maps",
    map: "Figures with positions show dots for cities and no boundaries of any kind. They are not standard maps.",
    more: [
      {
        title: "Print and offline",
        paragraphs: [
          "Printed, a profile is a report of four A4 pages: tables that are long stay out, sources and citation stay in.",
          "The whole site can be packed into one file that opens from a disk (the command is on the data page). Reading works there; search, filters, comparing and the simulator need a server.",
        ],
      },
      {
        title: "Figures on other pages",
        paragraphs: [
          "Every figure of a profile can be saved as SVG or embedded; its caption, source and licence are part of the drawing. Please keep the words “open estimate” with any number.",
        ],
      },
      {
        title: "Accessibility",
        paragraphs: [
          "Every figure has a description and a table. Nothing is told by colour alone, everything can be reached by keyboard, and motion stops where the system asks for it. Pages are tested against WCAG 2.2 AA by machine; that finds many faults, not all.",
        ],
      },
      {
        title: "Licence",
        paragraphs: [
          "Code: MIT. Results, figures and text: CC BY 4.0. The public figures behind the estimate keep the terms of their producers, listed on the data page. Fonts: Source Sans 3, Source Serif 4 and Noto, under the SIL Open Font License.",
        ],
      },
    ],
  },
};
