/** Last section, data and citation. */
export const data = {
  heading: "Data and citation",
  say: (files: number): string =>
    `The modelled figures of this page are in ${files} small files, with all their digits; the full arrays are on the data page.`,
  table: { file: "File", holds: "Holds" },
  hashes: "SHA-256 of each of these files",
  sections: {
    "in-short": "The four numbers and the peers’ medians",
    mitigation: "Local and outsourced mitigation, city and peers",
    accounts: "Both accounts in both years",
    origins: "Emissions by origin, all cities",
    uses: "The footprint by final use",
    chains: "Products bought and the sectors that emit for them",
    paths: "The ten largest supply chains",
    why: "Change by cause",
    partners: "Mitigation received and given, all partners",
    peers: "Peers and their figures",
    certainty: "Classes and mitigation over the draws, and at every price basis",
    "what-if": "Footprint under the scenarios that move it most",
    changes: "Headline figures that moved since the last release",
  },
  citeTitle: "Cite this page",
  releaseNote: (release: string) => `Consumption-based carbon accounts, release ${release}`,
  apa: (title: string, release: string, year: string, url: string | null) =>
    `Tributary. (${year}). ${title} (release ${release}) [Data set].${url === null ? "" : ` ${url}`}`,
  gbt: (title: string, release: string, year: string, url: string | null) =>
    `Tributary. ${title}: release ${release}[${url === null ? "DS" : "DS/OL"}]. ${year}.${url === null ? "" : ` ${url}.`}`,
  openEstimate: "Say “open estimate” when you quote a number from this page: it is modelled from public figures.",
  asideTitle: "Licence",
  aside:
    "Figures and text CC BY 4.0. The sources of the public figures are listed with their own terms on the data page.",
  dataPage: "All data",
};
