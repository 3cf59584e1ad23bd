import { countClasses } from "../accounts/agreement.ts";
import { calcOutsourcedShare, calcOutsourcedShares } from "../accounts/outsourced-share.ts";
import type { TableSummary } from "../release/results.ts";
import { PAPER } from "./paper.ts";
import type { Study, StudyYear, TableAccounts } from "./study.ts";

/** Lines of the network that leave each city. */
const LINKS = 3;

/** `results/summary.json`: what is said of all cities together, and how good the numbers are. */
export function summarizeRun(study: Study): TableSummary {
  const { frame, years, measure, shown, readings, solved } = study;
  const [first, last] = years.map(({ footprint }) => calcOutsourcedShares(footprint));
  return {
    ...summarizeAccounts(study),
    measure,
    priceBasis: solved.bases[0].basis,
    priceBases: frame.priceBases.map(({ id, label, note }) => ({ id, label, note })),
    shareRose: first.filter((share, c) => last[c] > share).length,
    classCounts: countClasses(shown.classes),
    counts: readings.map(({ measure, priceBasis, classes }) => ({
      measure,
      priceBasis,
      counts: countClasses(classes),
    })),
    // The study looked at the cities that the estimate is made of, and at no other table.
    paper: frame.kind === "open-estimate" ? PAPER : null,
  };
}

/** The same for accounts without a comparison: everything that compares years is empty. */
export function summarizeAccounts({ frame, years, records }: TableAccounts): TableSummary {
  return {
    schema: "tributary.results/v1",
    release: {
      ...{ id: frame.id, kind: frame.kind, label: frame.label },
      ...(frame.sha256 !== undefined && { sha256: frame.sha256 }),
    },
    years: [...frame.years],
    cities: frame.regions.length,
    sectors: frame.sectors.length,
    ...{ units: { flow: frame.units.flow }, stressor: frame.stressor, stressors: [...frame.stressors] },
    ...{ measure: null, priceBasis: null, priceBases: [] },
    totals: Object.fromEntries(years.map((year) => [String(year.model.year), calcTotals(year)])),
    ...{ shareRose: null, classCounts: null, counts: [] },
    solves: [...records],
    paper: null,
    leftOut: frame.leftOut,
    network: listNetwork(years[years.length - 1]),
  };
}

function calcTotals({ model, footprint, production, abroad }: StudyYear) {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  return {
    production: sum(production),
    householdDirect: sum(model.FY),
    footprint: sum(footprint.total),
    exportedAbroad: sum(abroad),
    outsourcedShare: calcOutsourcedShare(footprint, model.FY),
    outsourcedShareUnweighted: calcOutsourcedShare(footprint, model.FY, "unweighted"),
    outsourcedShareWithHouseholds: calcOutsourcedShare(footprint, model.FY, "with-households"),
  };
}

/** The largest outside origins of every city, as indices. */
function listNetwork({ C, model }: StudyYear): TableSummary["network"] {
  const R = model.axes.regions.length;
  return model.axes.regions.flatMap((_, to) =>
    model.axes.regions
      .flatMap((_, from) => (from === to ? [] : [{ from, to, value: C[from * R + to] }]))
      .sort((a, b) => b.value - a.value)
      .slice(0, LINKS),
  );
}
