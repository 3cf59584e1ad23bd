import type { Metric, Per } from "../../lib/explorer/metrics.ts";
import type { LeftOutReason } from "../../lib/search/place.ts";

/** The explorer and the search box. */
export const explorer = {
  title: "Cities",
  heading: (count: number) => (count === 1 ? "One city" : `All ${count} cities`),
  description: (count: number, years: string) =>
    `Footprint, outsourced share and mitigation of ${count} Chinese cities, ${years}: sort, filter and download the table.`,
  lead: "Sort by any column, narrow the list, or take the view with you as CSV. Each name opens the city’s profile.",
  uncertain: (count: number) =>
    count === 1
      ? "One of the classes is uncertain: the profile says how far."
      : `${count} of the classes are uncertain: each profile says how far its own is.`,
  filters: "Choose what the table shows",
  find: "Find a city",
  findHint: "Name, 中文, pinyin, initials or code",
  metric: "Metric",
  year: "Year",
  change: "Change",
  perLabel: "Counted",
  type: "Type",
  province: "Province",
  class: "Class",
  all: "All",
  city: "City",
  metrics: {
    footprint: "Footprint",
    outsourced: "Outsourced part",
    local: "Local part",
    "outsourced-share": "Outsourced share",
    production: "Territorial emissions",
    "local-mitigation": "Local mitigation",
    "outsourced-mitigation": "Outsourced mitigation",
    given: "Mitigation given to others",
  } as Record<Metric, string>,
  perNames: { total: "in total", person: "per person", "value-added": "per value added" } as Record<Per, string>,
  per: {
    total: (name: string) => name,
    person: (name: string) => `${name} per person`,
    "value-added": (name: string) => `${name} per value added`,
  } as Record<Per, (name: string) => string>,
  units: { total: "Mt CO₂", person: "t CO₂ a person", valueAdded: "t CO₂ per CNY 10,000" },
  inYear: (name: string, period: string) => `${name}, ${period}`,
  changeOf: (name: string, period: string) => `Change of ${name.charAt(0).toLowerCase()}${name.slice(1)}, ${period}`,
  span: (years: readonly [number, number]) => `${years[0]}–\u2060${years[1]}`,
  points: (percent: string) => `${percent.replace("%", "")} points`,
  growth: "added",
  none: "no figure",
  noneMeaning:
    "Cities marked “no figure” have no population in the sources; an estimate is not used for a comparison per person.",
  mitigationYears: (span: string) => `Mitigation is what changed over ${span}; it has no single year.`,
  shareCounted: "A share is the same in total and per person.",
  currentPrices: "Value added of the same year, at current prices.",
  shown: (count: number, of: number) => (count === of ? `${of} cities` : `${count} of ${of} cities`),
  reset: "Show all",
  nothing: "No city in the table fits this choice.",
  csv: "CSV of this view",
  allData: "All data",
  table: "Cities",
  scroll: "Table, scrolls sideways",
  sortBy: (name: string) => `Sort by ${name}`,
  swarm: (title: string) => title,
  swarmNote: "One dot per city. Touch or point at a dot to read it; the table below has the same values.",
  problem: (name: string, value: string) =>
    `The address asks for ${name} “${value}”, which does not exist; it was left out.`,
  search: {
    label: "Find a city",
    placeholder: "Changsha, 长沙, csh or 430100",
    open: "Open",
    results: (count: number) => (count === 0 ? "No place found" : count === 1 ? "1 place" : `${count} places`),
    list: "Places",
    failed: "The list of places could not be loaded. Press Open to see all cities.",
    notInTable: "not in this table",
    why: "Why it is not in the table",
  },
  leftOut: {
    "below-cut": (name: string) =>
      `${name} is not in this table, because its value added is below that of the last city taken in.`,
    "no-inventory": (name: string) =>
      `${name} is not in this table, because there is no inventory of its province’s CO₂.`,
    "no-value-added": (name: string) =>
      `${name} is not in this table, because its value added is not published for both years.`,
  } as Record<LeftOutReason, (name: string) => string>,
};
