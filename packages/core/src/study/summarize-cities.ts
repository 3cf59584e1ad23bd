import { calcAgreement } from "../accounts/agreement.ts";
import { calcMargin } from "../accounts/classes.ts";
import { calcFootprintByUse } from "../accounts/footprint.ts";
import { calcMitigationBalance } from "../accounts/mitigation.ts";
import { sumByRegion } from "../accounts/origin-consumer.ts";
import { readDemand } from "../model/model.ts";
import type { RegionSummary } from "../release/results.ts";
import type { Study, StudyYear, TableAccounts } from "./study.ts";

/** Production and supply of electricity and heat in the lists of 42 sectors, whose sectors are in groups. */
const POWER = { code: "25", group: "energy" };

type YearAccounts = RegionSummary["accounts"][string];

/** `results/cities.json`: one row a city, in the order of the release. */
export function summarizeCities(study: Study): RegionSummary[] {
  const { shown, readings, types, W } = study;
  const { given, net } = calcMitigationBalance(W);
  return summarizeRegions(study).map((region, c) => ({
    ...region,
    type: types?.[c] ?? null,
    mitigation: {
      local: shown.local[c],
      outsourced: shown.outsourced[c],
      class: shown.classes[c],
      margin: calcMargin(shown.local[c], shown.outsourced[c]),
      given: given[c],
      net: net[c],
      agreement: calcAgreement(
        shown.classes[c],
        readings.map(({ classes }) => classes[c]),
      ),
    },
  }));
}

/** The same for accounts without a comparison. */
export function summarizeRegions({ frame, years }: TableAccounts): RegionSummary[] {
  const accounts = years.map(listAccounts);
  return frame.regions.map((region, c) => ({
    ...region,
    type: null,
    accounts: Object.fromEntries(years.map(({ model }, t) => [String(model.year), accounts[t][c]])),
    mitigation: null,
  }));
}

/** Accounts of every city in one year. */
function listAccounts(year: StudyYear): YearAccounts[] {
  const { model, M, footprint, production, abroad, upstreamness, downstreamness } = year;
  const byUse = calcFootprintByUse(model, M);
  const importedShare = calcImportedShare(year);
  const power = calcOutsourcedPower(year);
  return model.axes.regions.map((_, c) => ({
    production: production[c],
    householdDirect: model.FY[c],
    footprint: footprint.total[c],
    local: footprint.local[c],
    outsourced: footprint.outsourced[c],
    forOthers: footprint.forOthers[c],
    exportedAbroad: abroad[c],
    outsourcedPower: power?.[c] ?? null,
    byFinalUse: Object.fromEntries(Object.entries(byUse).map(([use, totals]) => [use, totals[c]])),
    importedShare: importedShare[c],
    upstreamness: upstreamness[c],
    downstreamness: downstreamness[c],
  }));
}

/** What power plants elsewhere emit for each city, R, t CO₂; null where no sector is known to be power. */
function calcOutsourcedPower({ sums, model }: StudyYear): Float64Array | null {
  const { sectors, regions } = model.axes;
  const power = sectors.findIndex(({ code, group }) => code === POWER.code && group === POWER.group);
  if (power < 0) return null;
  return Float64Array.from(regions, (_, c) => sums.outsourced[c * sectors.length + power]);
}

/** Foreign imports over all that a city uses, intermediate and final. R [1]. */
function calcImportedShare({ model }: StudyYear): Float64Array {
  const { A, x, m, axes } = model;
  const R = axes.regions.length;
  const inputs = new Float64Array(A.n);
  A.multiplyTransposed(new Float64Array(A.n).fill(1), inputs);
  const intermediate = sumByRegion(
    inputs.map((share, j) => share * x[j]),
    R,
  );
  const imports = sumByRegion(m ?? new Float64Array(A.n), R);
  return intermediate.map((used, c) => {
    const final = readDemand(model, c, c + 1).reduce((total, value) => total + value, 0);
    return imports[c] / (imports[c] + used + final);
  });
}
