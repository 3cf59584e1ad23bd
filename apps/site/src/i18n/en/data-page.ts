/** The data page. */
export const dataPage = {
  title: "Data",
  description:
    "Every published file of the carbon accounts of Chinese cities: format, rows, size, hash, licence, fields, and how to make it again.",
  lead: "All numbers of the site as files, with the command that makes them again.",
  contents: "On this page",
  openEstimate:
    "These files hold an {b|open estimate}: modelled from public figures, not observed. Say so when you quote them.",
  files: {
    heading: "Files",
    intro: (release: string) =>
      `Release ${release}. Amounts are tonnes of CO₂ unless a column says otherwise; cities are named by their code.`,
    columns: ["File", "Holds", "Format", "Rows", "Size", "SHA-256, first 16", "Licence"],
    licence: "CC BY 4.0",
    noRows: "–",
    holds: {
      accounts: "Accounts of every city and year",
      checks: "Identities checked when the results were made",
      cities: "Every city with its accounts, type and mitigation",
      datapackage: "Description of the result files for tools (Frictionless)",
      manifest: "What the release says of itself: settings, sources, checks, limits",
      mitigation: "Mitigation and class of every city under every measure and price basis",
      "origin-consumer": "Emissions of every city for every other, both years, and mitigation",
      "origin-sectors": "Footprint of every city by the sector that emits, at home and elsewhere",
      "draws/certainty":
        "How often each city has each class, and the range of its mitigation, over draws of the estimate",
      "draws/draws": "The same with seed, settings and deviations that were drawn from",
      "draws/settings": "Settings of each draw, and the outsourced shares that came of them",
      provinces: "What provinces emit and cut for one another",
      regions: "Cities with position, value added and population",
      sectors: "The sectors, their groups and price indices",
      sources: "Where the public figures come from",
      summary: "Totals, shares, counts, residuals",
    } as Record<string, string>,
    matrix: (year: string) => `Origin × consumer matrix of ${year}, rows are origins`,
    sums: "Full hashes of all files",
    perCity:
      "Each profile has its own files: one CSV and JSON a section, each figure as SVG, and everything about the city in one file of the API below. A table of every page stands in its HTML too.",
    offline: "The whole site as a zip that opens from a disk, without search and simulator:",
    offlineLines: ["npx tributary site build --offline tributary.zip"],
  },
  releases: {
    heading: "Published releases",
    intro:
      "The headline figures of every release are kept: footprint, territorial emissions and outsourced share of each city and year, both mitigations and the class.",
    columns: ["Release", "Published", "Cities", "Headline figures", "SHA-256, first 16"],
  },
  again: {
    heading: "Make it again",
    intro:
      "From the public figures in the project to the same files. On the same Node version and processor family the bytes are the same; elsewhere the numbers agree to about 1e-9.",
    lines: [
      "npm ci",
      "npx tributary estimate        # figures → release",
      "npx tributary model run       # release → results",
      "npx tributary check           # identities, residuals, comparison with the study",
      "npx tributary site build      # results → these pages",
    ],
    query: "One number on the command line:",
    queryLines: [
      "npx tributary query footprint --region 430100",
      "npx tributary query mitigation --region 430100 --format json",
    ],
  },
  api: {
    heading: "API",
    intro:
      "Every address below is a file: fetch it from any program, no key needed. The description is {b|OpenAPI 3.1}, with a JSON Schema of each answer.",
    columns: ["Address", "Gives"],
    document: "Description of the API, OpenAPI 3.1",
    gives: {
      listClasses: "Mitigation and class of every city",
      getCity: "Everything about a city: origins, partners, causes, peers",
      listCities: "Every city with its accounts",
      getSector: "One sector in every city: emissions, output, footprints, largest flows",
      getProvinces: "What provinces emit and cut for one another",
      getManifest: "What the release says of itself",
      listPlaces: "Names, pinyin and codes of all places",
      getSection: "The table of a section of a profile",
      getSummary: "Totals, shares, counts",
      listScenarios: "The scenarios of the gallery",
      getScenario: "What a scenario does to every city",
    } as Record<string, string>,
    exampleIntro: "For example:",
  },
  json: {
    heading: "Fields of the JSON files",
    intro:
      "Made from the schemas that the files are checked against. Square brackets stand for each entry of a list, a name in braces for any year, name or id.",
    columns: ["Field", "Type", "Unit", "Meaning"],
    kinds: { number: "number", whole: "whole number", text: "text", "yes-no": "true or false", choice: "" },
    nullable: "or null",
    joint: ", ",
  },
  dictionary: {
    heading: "Fields of the tables",
    columns: ["Field", "Unit", "Meaning"],
    rows: [
      ["city, origin, consumer", "", "code of a city"],
      ["year", "", "year of the table"],
      ["production", "t CO₂", "territorial emissions of the city’s sectors"],
      ["household_direct", "t CO₂", "households’ own stoves and cars, beside the accounts"],
      ["footprint", "t CO₂", "emissions in all cities for the city’s final demand; local + outsourced"],
      ["local", "t CO₂", "part of the footprint that is emitted in the city"],
      ["outsourced", "t CO₂", "part that is emitted in other cities"],
      ["for_others", "t CO₂", "emitted in the city for consumers in others"],
      ["exported_abroad", "t CO₂", "emitted in the city for foreign exports"],
      [
        "imported_share",
        "1",
        "share of foreign imports in what the city uses; their emissions are not in the footprint",
      ],
      ["upstreamness, downstreamness", "1", "mean distance to final use and from primary inputs, weighted by output"],
      ["footprint_of_…", "t CO₂", "footprint by final use"],
      ["emissions_…_t", "t CO₂", "emitted in origin for consumer"],
      ["mitigation_t", "t CO₂", "cut in origin credited to consumer; negative where carbon was added"],
      ["measure, price_basis", "", "how mitigation is credited, and at which prices the years are compared"],
      [
        "local, outsourced (mitigation.csv)",
        "t CO₂; t CO₂ per CNY 10,000; 1",
        "mitigation; in tonnes but for per-demand and relative",
      ],
      ["class", "", "strong, weak, local-led, self-reliant, no-mitigation, unclassified"],
      ["value_added", "CNY 10,000", "current prices"],
      ["population", "persons", "estimated where the next column says so"],
    ] as [string, string, string][],
  },
  sources: {
    heading: "Sources",
    intro: "The public figures behind the estimate keep the terms of their producers.",
    columns: ["Title", "Producer", "Citation", "Terms"],
  },
  cite: {
    heading: "How to cite",
    title: "Who cuts carbon for whom: consumption-based carbon accounts of Chinese cities",
    study: "The question is that of the study, which has its own figures:",
  },
  licence: {
    heading: "Licence",
    text: "Code: MIT. Results, figures and text: CC BY 4.0. Fonts: SIL Open Font License.",
  },
};
