/** Words of the frame around every page. */
export const shell = {
  brand: "Tributary",
  tagline: "who cuts carbon for whom",
  title: (page: string | null) => (page === null ? "Tributary: who cuts carbon for whom" : `${page} | Tributary`),
  skip: "Skip to content",
  mainNav: "Main",
  breadcrumb: "Breadcrumb",
  nav: { cities: "Cities", scenarios: "Scenarios", simulator: "Simulator", methods: "Methods", data: "Data" },
  search: "Search",
  badge: "Open estimate",
  badgeMeaning: "Open estimate: what it means",
  footer: {
    openEstimate:
      "Open estimate: modelled from public figures, not observed. City-level trade is inferred from a gravity model; each profile says where that matters.",
    otherData: "Computed from a table supplied by the user of this copy.",
    cite: "Cite",
    release: (id: string) => `Release ${id}.`,
    citeLink: "How to cite",
    licence: "Licence",
    licenceText: "Code MIT; figures and text CC BY 4.0.",
    private: "No trackers, no third-party requests.",
    about: "About",
  },
  find: {
    label: "Find a city",
    placeholder: "Changsha, 长沙, csh or 430100",
    open: "Open",
    startWith: "Or start with",
  },
  notFound: {
    title: "Page not found",
    text: "There is no page at this address. Look for a city by name, pinyin, initials or code.",
    home: "Home page",
  },
};
