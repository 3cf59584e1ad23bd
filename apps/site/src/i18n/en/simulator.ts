import type { LedgerTerms, LeverFamily } from "@tributary/scenarios";
import type { FailureCode } from "../../lib/simulator/engine/model-failure.ts";
import type { Quantity } from "../../lib/simulator/state/simulator-state.ts";
import type { Direction } from "../../view-models/simulator/answer-facts.ts";

const listed = (items: readonly string[]) =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

/** The simulator: page, controls and answers. */
export const simulator = {
  noTable:
    "The simulator is not part of this copy: it needs the table itself, and the licence of one of its sources does not allow that to be passed on.",
  title: "Simulator",
  description: (cities: number, sectors: number) =>
    `What if things were made, bought or used otherwise? The full model of ${cities} cities and ${sectors} sectors, in your browser.`,
  heading: "What if?",
  lead: "Change how things are made, bought or used, and see where carbon falls. The model is the full one; nothing leaves this page.",
  noScript:
    "The simulator computes in your browser, which needs JavaScript. These are the worked scenarios; each can be run in the terminal.",
  gallery: {
    heading: "Worked scenarios",
    lead: "Each opens in the simulator with its levers set; its page has the results for all cities.",
    effect: (change: string) => `All footprints together: ${change}.`,
    open: "Open in the simulator",
    openNamed: (title: string) => `Open in the simulator: ${title}`,
  },
  city: { label: "Seen from", profile: (name: string) => `Profile of ${name}`, none: "No city in the table fits." },
  modes: {
    label: "Mode",
    explore: "Explore",
    goal: "Reach a goal",
    sensitivity: "Sensitivity",
    compare: (count: number) => (count === 0 ? "Compare" : `Compare ${count} of 4`),
  },
  undo: "Undo",
  redo: "Redo",
  resetAll: "Reset all",
  families: {
    upstream: "Upstream: cleaner production in origin cities",
    "supply-chain": "Supply chain: buy elsewhere",
    local: "Local: cleaner production at home",
    demand: "Demand: use less, or otherwise",
  } satisfies Record<LeverFamily, string> as Record<LeverFamily, string>,
  levers: {
    heading: "Levers",
    none: "none",
    levels: (label: string) => `Levels: ${label}`,
    slider: (label: string) => label,
    field: (label: string) => `${label}, as a number`,
    held: "Held fixed:",
    source: "Level from:",
    noSource: "A level of your own, between the named ones.",
    was: (value: string) => `was ${value}`,
    reset: "Reset",
    resetNamed: (label: string) => `Reset: ${label}`,
    where: "Where it applies",
    assumptions: "Assumptions",
    whenEmpty: (meaning: string) => `Empty: ${meaning}.`,
    outside: (typed: string, min: string, max: string, stays: string) =>
      `${typed} is outside ${min} to ${max}: ${stays}.`,
    noNumber: (stays: string) => `This is no number: ${stays}.`,
    notWhole: (typed: string, stays: string) => `${typed} is not a whole number: ${stays}.`,
    stays: (value: string) => `${value} stays`,
    staysEmpty: "the field stays empty",
    meant: (value: string) => ` Did you mean ${value}?`,
    unit: { "%": "%", "1": "%", "money/t": "CNY/t" } as Record<"%" | "1" | "money/t", string>,
  },
  selectors: {
    names: {
      origins: "Origin cities",
      regions: "Cities",
      buyer: "Buyers",
      consumer: "Consumers",
      consumers: "Consumers",
      sectors: "Sectors",
      product: "Products",
      products: "Products",
      from: "Bought less from",
      to: "Bought more from",
      users: "Cities whose producers save",
      industries: "Sectors that save",
      materials: "Materials saved",
      on: "Spent again on",
      within: "Within",
    } as Record<string, string>,
    city: (names: readonly string[]) => listed(names),
    topOrigins: (count: number, name: string) => `the ${count} largest origins of ${name}`,
    all: "all cities",
    allSectors: "all sectors",
    province: (names: readonly string[]) => `cities of ${listed(names)}`,
    type: (names: readonly string[]) => `cities of the types ${listed(names)}`,
    group: (names: readonly string[]) => `the groups ${listed(names)}`,
    cleanest: "the cleanest suppliers, by emissions along the chain",
    dirtiest: "the dirtiest suppliers, by emissions along the chain",
    within: (rule: string, place: string) => `${rule}, within ${place}`,
    ends: {
      cities: "Cities",
      types: "Types",
      provinces: "Provinces",
      groups: "Groups",
      sectors: "Sectors",
      rules: "By rule",
    },
  },
  opening: "Opening the model …",
  settling: "Quick answer, settling …",
  sharing: "Exact for this city; sharing it out among the levers …",
  completing: "Exact for this city; solving all cities …",
  settled: (residual: string) => `Exact: solved at full resolution; largest residual ${residual} of demand.`,
  bound: (amount: string) => `Within the model the footprint is certain to ${amount} t.`,
  noBound: "No bound is claimed: some cells of the changed table are negative.",
  failed: "The model could not be opened. Reload the page, or run the scenario in the terminal.",
  failures: {
    silent:
      "The file of the model does not arrive: nothing has come for half a minute. Check the connection and reload the page.",
    missing: "The file of the model could not be loaded whole. Reload the page, or run the scenario in the terminal.",
    "other-release":
      "The model that was loaded is of another release than this page, and nothing is computed with it. Reload the page.",
    "no-worker":
      "This browser, or a setting of it, lets no page compute in the background. Use another browser, or run the scenario in the terminal.",
    ended:
      "The computation in the background has ended, perhaps for lack of memory. Reload the page, or run the scenario in the terminal.",
  } satisfies Record<FailureCode, string> as Record<FailureCode, string>,
  refused: (message: string) => `The model refuses these settings: ${message}`,
  answer: {
    base: (city: string, total: string, share: string) =>
      `${city}’s footprint is ${total}; {out|${share} of it is emitted in other cities.} Move a lever to see what would change.`,
    same: (city: string, total: string) => `${city}’s footprint stays at {b|${total}}: these levers hardly reach it.`,
    moves: {
      fall: (city: string, from: string, to: string, percent: string) =>
        `${city}’s footprint falls from ${from} to {b|${to}}, ${percent} less.`,
      rise: (city: string, from: string, to: string, percent: string) =>
        `${city}’s footprint rises from ${from} to {b|${to}}, ${percent} more.`,
    } as Record<Direction, (city: string, from: string, to: string, percent: string) => string>,
    elsewhere: {
      fall: (share: string) => `{out|${share} of the cut happens in other cities.}`,
      rise: (share: string) => `{out|${share} of the rise happens in other cities.}`,
    } as Record<Direction, (share: string) => string>,
    apart: {
      fall: (out: string, local: string) =>
        `{out|In other cities it falls by ${out}}, {local|at home it rises by ${local}}.`,
      rise: (out: string, local: string) =>
        `{out|In other cities it rises by ${out}}, {local|at home it falls by ${local}}.`,
    } as Record<Direction, (out: string, local: string) => string>,
    reached: "It meets the target.",
    missed: (amount: string) => `It stays ${amount} short of the target.`,
    quantities: {
      footprint: "footprint",
      local: "local part",
      outsourced: "outsourced part",
      production: "territorial emissions",
    } satisfies Record<Quantity, string> as Record<Quantity, string>,
  },
  before: {
    heading: "Before and after",
    unit: (unit: string, year: number) => `${unit} CO₂ a year, ${year} economy.`,
    base: (year: number) => `${year} base`,
    scenario: "Scenario",
    target: (percent: string, amount: string) => `target ${percent}: ${amount}`,
    targetField: "Target, change of the footprint in per cent",
    change: "Change the target",
    noTarget: "No target",
    table: "Before and after as a table",
    columns: { what: "Account", before: "Before", after: "After", change: "Change" },
    rows: {
      footprint: "Footprint",
      local: "Local part",
      outsourced: "Outsourced part",
      production: "Territorial emissions",
    } satisfies Record<Quantity, string> as Record<Quantity, string>,
  },
  shares: {
    heading: "What each lever contributes",
    note: {
      shapley: (unit: string) =>
        `Change of the footprint, ${unit} CO₂. Each lever’s mean effect over all orders of applying them, so that the parts add up. Hatched: adds to emissions.`,
      ordered: (unit: string) =>
        `Change of the footprint, ${unit} CO₂. Levers in the order in which they apply, so that the parts add up. Hatched: adds to emissions.`,
    },
    total: "All together",
    interaction: (amount: string) => `One by one and added up, they would differ by ${amount}: levers overlap.`,
    table: "Contributions as a table",
    columns: { lever: "Lever", local: "Local", outsourced: "Outsourced", sum: "Sum" },
    empty: "No lever is moved yet.",
  },
  changes: {
    heading: (city: string) => `Where emissions change for ${city}`,
    note: (unit: string, falls: number, rises: number) =>
      `${unit} CO₂; the ${falls} largest falls${rises > 0 ? ` and ${rises} largest rises` : ""}.`,
    table: "Changes by origin as a table",
    column: "Origin",
    others: (count: number) => `${count} others`,
  },
  partners: {
    heading: "Who else gains or loses",
    gains: (amount: string, count: number) => `The footprints of the other ${count} cities change by ${amount} in all.`,
    column: "City",
    change: (unit: string) => `Footprint, ${unit}`,
    production: (unit: string) => `Emitted there, ${unit}`,
    leakage: (rise: string, fall: string) => `Emissions of production fall by ${fall} and rise by ${rise} elsewhere.`,
    noLeakage: (fall: string) => `Emissions of production fall by ${fall} and rise nowhere.`,
    classes: (count: number) =>
      count === 0
        ? "No city would change its class."
        : count === 1
          ? "One city would be of another class."
          : `${count} cities would be of another class.`,
    reclassified: (city: string, before: string, after: string) => `${city}: ${before} → ${after}`,
    table: "Cities of another class",
  },
  ledger: {
    heading: "Who pays whom",
    note: (price: string, cuts: string) =>
      `CNY ${price} a tonne ${cuts}, paid by the consumers that they were made for. Million CNY a year; nothing else in the model changes.`,
    cuts: {
      scenario: "for the cuts that the other levers make in intensities",
      period: "for the cuts since the earlier year, the levers’ included",
    } satisfies Record<LedgerTerms["cuts"], string> as Record<LedgerTerms["cuts"], string>,
    amount: (value: string) => `CNY ${value} million`,
    say: (city: string, paid: string, received: string) => `${city} pays ${paid} and receives ${received}.`,
    none: "No payments: no intensity is cut. Levers on purchases and demand make no cut that is paid for.",
    partners: "Whom it pays, and who pays it",
    table: "All cities as a table",
    columns: {
      city: "City",
      paidTo: "Paid to it",
      receivedFrom: "Received from it",
      received: "Received",
      paid: "Paid",
      net: "Net",
    },
    others: (count: number) => `${count} others`,
  },
  certainty: {
    heading: "How certain is it?",
    lead: "Nobody knows intensities to the last digit. Each draw gives every sector of every city a factor of its own, in base and scenario alike, and looks at what the change comes to.",
    draws: "Draws",
    noDraws: "none",
    count: (count: number) => String(count),
    spread: "Spread of intensities, deviation of the logarithm",
    seed: "Seed",
    waiting: "Drawing …",
    elsewhere:
      "This scenario draws inputs or demand as well: each draw is a table of its own. The command line makes these draws; its command stands below.",
    between: (name: string, low: string, high: string) =>
      `In nine of ten draws the footprint of ${name} changes by ${low} to ${high}.`,
    always: "It falls in every draw.",
    never: "It falls in none.",
    falls: (part: string) => `It falls in ${part} of them.`,
    note: (unit: string, draws: string, seed: string, spread: string) =>
      `Change, ${unit} CO₂ a year. Line: nine of ten draws; thick: half of them; dot: the middle one. ${draws} draws of intensities, deviation of the logarithm ${spread}, seed ${seed}.`,
    table: "Draws as a table",
    classes: "How often each class is drawn",
    cities: (unit: string, count: number) =>
      `The ${count} cities whose footprint changes most, in these draws, ${unit} CO₂; draws.csv has all`,
    columns: { account: (unit: string) => `Change, ${unit} CO₂`, falls: "Falls in", class: "Class", city: "City" },
  },
  goal: {
    heading: "Least effort to a target",
    note: "Choose what is to fall, which levers may be used and how far each may go. The least effort is sought by a linear programme, then run again by the model. Where each lever applies is set below its slider.",
    quantity: "What is to fall",
    change: "by",
    levers: "Levers that may be used, and how far",
    bound: "up to",
    boundOf: (name: string) => `${name}: up to`,
    fixed: (count: number) =>
      count === 1 ? "One other lever stays as it is set." : `${count} other levers stay as they are set.`,
    seek: "Find the least effort",
    seeking: "Seeking …",
    unmet: "No effort was found:",
    found: (before: string, after: string, wanted: string) =>
      `The target of ${wanted} is met: from ${before} to ${after}.`,
    table: "Levers found",
    effort: "Effort",
    meaning: "What the next step would do",
    apply: "Set the levers like this",
  },
  sensitivity: {
    heading: "How far each lever alone could move the footprint",
    note: (unit: string) =>
      `${unit} CO₂ against the settings as they stand; each lever at either end of its slider, the others left alone. Hatched: more emissions.`,
    table: "Sensitivity as a table",
    columns: { lever: "Lever", low: "At its lowest", high: "At its highest" },
    waiting: "Trying each lever …",
  },
  compare: {
    heading: "Side by side",
    now: "Now",
    column: "Scenario",
    table: "Comparison as a table",
    nothing: "no lever moved",
    empty: "Nothing is pinned yet. Set the levers, then press “Pin to compare”.",
    open: "Open",
    openNamed: (name: string) => `Open scenario ${name}`,
    remove: "Remove",
    removeNamed: (name: string) => `Remove scenario ${name}`,
    waiting: "Solving the pinned scenarios …",
  },
  share: {
    heading: "Keep and share",
    copy: "Copy link",
    copied: "Link copied.",
    notCopied: "The browser did not let the link be copied; it is in the address bar.",
    pin: "Pin to compare",
    pinned: (count: number) => `Pinned: ${count} of 4.`,
    yaml: "YAML",
    csv: "CSV (IAMC)",
    terminal: "Run this in the terminal",
    preparing: "Solving all cities for the file …",
    tooLong: "This scenario is too long for a link; share it as a YAML file.",
    terminalLead: "Save the YAML file; from its folder this prints the same numbers:",
    source: (release: string, year: number) => `Open estimate, release ${release}, ${year}. Current prices.`,
    sourceOther: (release: string, year: number) => `Release ${release}, ${year}.`,
  },
  link: {
    bad: "The link in the address could not be opened; nothing of it was applied.",
    unknownCity: (code: string) => `The address names the city ${code}, which is not in this table.`,
    notice: "About this link:",
    dismiss: "Dismiss",
  },
};
