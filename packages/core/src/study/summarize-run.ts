import { countClasses } from "../accounts/agreement.ts";
import { calcOutsourcedShare, calcOutsourcedShares } from "../accounts/outsourced-share.ts";
import type { RunSummary } from "../release/results.ts";
import { PAPER } from "./paper.ts";
import type { Study, StudyYear } from "./study.ts";

/** Lines of the network that leave each city. */
const LINKS = 3;

/** `results/summary.json`: what is said of all cities together, and how good the numbers are. */
export function summarizeRun({ manifest, years, measure, shown, readings, solved }: Study): RunSummary {
  const [first, last] = years.map(({ footprint }) => calcOutsourcedShares(footprint));
  return {
    schema: "tributary.results/v1",
    release: { id: manifest.id, kind: manifest.kind, label: manifest.label },
    years: manifest.years,
    cities: manifest.regions.length,
    sectors: manifest.sectors.length,
    measure,
    priceBasis: solved.bases[0].basis,
    priceBases: manifest.priceBases.map(({ id, label, note }) => ({ id, label, note })),
    totals: Object.fromEntries(years.map((year) => [String(year.model.year), calcTotals(year)])),
    shareRose: first.filter((share, c) => last[c] > share).length,
    classCounts: countClasses(shown.classes),
    counts: readings.map(({ measure, priceBasis, classes }) => ({
      measure,
      priceBasis,
      counts: countClasses(classes),
    })),
    solves: [...solved.records],
    paper: PAPER,
    leftOut: manifest.leftOut,
    network: listNetwork(years[1]),
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
function listNetwork({ C, model }: StudyYear): RunSummary["network"] {
  const R = model.axes.regions.length;
  return model.axes.regions.flatMap((_, to) =>
    model.axes.regions
      .flatMap((_, from) => (from === to ? [] : [{ from, to, value: C[from * R + to] }]))
      .sort((a, b) => b.value - a.value)
      .slice(0, LINKS),
  );
}
