import type { MitigationClass } from "@tributary/core";
import type { Quantity } from "@tributary/scenarios";
import { terms } from "./terms.ts";

/** Which way something went; `same` where it prints as no change. */
export type Turn = "fall" | "rise" | "same";

/** The gallery of worked scenarios and the page of each. */
export const gallery = {
  title: "Scenarios",
  description: (count: number) => `${count} worked what-if scenarios with their results for every city.`,
  lead: "Each changes a few things in the table of one year and solves it again. Results are for all cities; every one opens in the simulator and runs in the terminal.",
  contents: "On this page",
  none: "The results of the gallery have not been computed for this release. Run: tributary scenario gallery",
  table: "Scenarios and what they change",
  columns: {
    scenario: "Scenario",
    levers: "Levers",
    footprint: "All footprints",
    production: "All territorial emissions",
    classes: "Cities in another class",
  },
  open: "Open in the simulator",
  page: {
    what: "What it says",
    where: (lines: readonly string[]) => lines.join("; "),
    held: "Held fixed",
    result: "What it does",
    resultOf: (title: string) => `Results: ${title}`,
    say: (turn: Turn, from: string, to: string, percent: string, year: number) =>
      ({
        fall: `All footprints together fall from ${from} to {b|${to}}, ${percent} less than in ${year}.`,
        rise: `All footprints together rise from ${from} to {b|${to}}, ${percent} more than in ${year}.`,
        same: `All footprints together stay at {b|${to}}, as in ${year}.`,
      })[turn],
    rising: (count: number) =>
      count === 0
        ? "No city’s footprint rises."
        : `The footprint of ${count === 1 ? "one city" : `${count} cities`} rises.`,
    totals: "All cities together",
    quantities: {
      footprint: "Footprints",
      local: "of it local",
      outsourced: "of it outsourced",
      production: "Territorial emissions",
    } satisfies Record<Quantity, string> as Record<Quantity, string>,
    account: (unit: string) => `Account, ${unit} CO₂`,
    before: "Before",
    after: "After",
    change: "Change",
    percent: "Change, %",
    sides: "Cities whose footprint changes most",
    sidesNote: (unit: string, year: number) =>
      `Change of the footprint, ${unit} CO₂ a year, economy of ${year}. Hatched: it rises.`,
    focus: (name: string) => `Seen from ${name}`,
    focusNote: (unit: string, year: number) =>
      `{local|Local} and {out|outsourced} footprint, ${unit} CO₂, economy of ${year}.`,
    base: (year: number) => String(year),
    scenario: "Scenario",
    target: (amount: string) => `target ${amount}`,
    met: "It meets the scenario’s target.",
    missed: "It misses the scenario’s target.",
    levers: "What each lever adds",
    shapley: "Mean over all orders in which the levers can apply, so that the parts add up to the whole.",
    ordered: "In the order in which the levers apply, so that the parts add up to the whole.",
    lever: "Lever",
    interaction: "Overlap, shared out above",
    footprints: "All footprints, CO₂",
    production: "Territorial emissions, CO₂",
    producers: "Who mitigates",
    producer: "City",
    sector: "Sector",
    producersTable: "Producers whose emissions change most",
    emissions: (when: string, unit: string) => `${when}, ${unit} CO₂`,
    /** Amounts with their unit; null where nothing falls, or nothing rises. */
    leakage: (fall: string | null, rise: string | null, rate: string | null) => {
      if (fall === null)
        return rise === null ? "No city’s territorial emissions change." : `Territorial emissions rise by ${rise}.`;
      if (rise === null) return `Territorial emissions fall by ${fall} and rise nowhere.`;
      const back = rate === null ? "" : `: ${rate} of the fall leaks to other cities`;
      return `Territorial emissions fall by ${fall} where they fall and rise by ${rise} where they rise${back}.`;
    },
    classes: "Classes",
    classesSay: (count: number, year: number) =>
      count === 0
        ? "No city changes its class by mitigation."
        : `Had ${year} been so, ${count === 1 ? "one city" : `${count} cities`} would stand in another class.`,
    class: "Class",
    classOf: (name: MitigationClass) => terms.classes[name],
    moved: "Cities in another class",
    cities: "All cities",
    citiesTable: "Footprint of every city before and after, largest change first",
    city: "City",
    local: "Local part",
    outsourced: "Outsourced part",
    territorial: "Territorial emissions",
    unit: (unit: string, year: number) =>
      `${unit} CO₂ a year, economy of ${year}; households’ direct emissions are not in it.`,
    source: (release: string, year: number) =>
      `Open estimate, release ${release}, ${year}; current prices. Modelled, not observed.`,
    sourceOther: (release: string, year: number) => `Release ${release}, ${year}.`,
    noInterval: "No interval in this run.",
    remarks: "Remarks",
    exact: (bound: string) => `Exact: the changed table was solved; no city’s change is off by more than ${bound} t.`,
    noBound: "Exact: the changed table was solved; no bound is claimed, because some of its cells are negative.",
    again: "The same again",
    againSay: "The file of the scenario, and the command that prints the same numbers.",
    files: "Files",
  },
  city: {
    heading: "What would change it",
    say: (name: string, title: string, turn: Turn, percent: string) =>
      ({
        fall: `Of the worked scenarios, “${title}” moves the footprint of ${name} most: it falls by ${percent}.`,
        rise: `Of the worked scenarios, “${title}” moves the footprint of ${name} most: it rises by ${percent}.`,
        same: `None of the worked scenarios moves the footprint of ${name}.`,
      })[turn],
    caption: "Footprint under the scenarios that move it most",
    note: (unit: string, year: number) =>
      `Change of the footprint, ${unit} CO₂ a year. Everything else as in ${year}; each scenario on its own. Hatched: it rises.`,
    table: "Table: scenarios before and after",
    scenario: (unit: string) => `Scenario, ${unit} CO₂`,
    base: (year: number) => `${year}, as it was`,
    footprint: "Footprint",
    formula: "footprint = Σ S′ x′, x′ = A′x′ + Y′: intensities, requirements and demand as the scenario changes them",
    inputs: "The table of the year; the scenario’s levers.",
    asideTitle: "How to read it",
    aside:
      "These are experiments with a table, not forecasts: prices, incomes and everything that a scenario does not name stay as they were.",
    open: (title: string) => `Open in the simulator: ${title}`,
    all: "All scenarios",
  },
};
