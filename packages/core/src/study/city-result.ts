import { calcMitigationBalance, calcMitigationMatrix } from "../accounts/mitigation.ts";
import { calcCauseSteps } from "../analysis/sda/split-causes.ts";
import { CITY_GROUPS, type CityGroup, type CityResult, type RegionResult, TONNE_MEASURES } from "../release/results.ts";
import { openChains } from "./chains.ts";
import type { Study, StudyYear, YearAccounts } from "./study.ts";

/** What one year's accounts say of a city, and what only a comparison of two can: the two halves of its file. */
export type AccountResult = Pick<CityResult, "schema" | "code" | "origins" | "originSectors" | "consumers" | "chains">;
export type ComparisonResult<T extends RegionResult = RegionResult> = Omit<T, keyof AccountResult>;

/**
 * The comparison of one city after another, second half of `results/cities/<code>.json`.
 *
 * A function that makes them, so that what all cities share is computed once and no more than one is in memory.
 */
export function makeComparisons(study: Study): (c: number) => ComparisonResult<CityResult> {
  const { frame, years, readings, solved, W, peers } = study;
  const steps = calcCauseSteps(solved.causes);
  const balances = TONNE_MEASURES.map((measure) => ({
    measure,
    ...calcMitigationBalance(calcMitigationMatrix(solved.bases[0].cube, measure)),
  }));
  const codes = frame.regions.map(({ code }) => code);
  const R = codes.length;

  return (c) => ({
    received: listFlows(codes, c, (other) => W[other * R + c]),
    given: listFlows(codes, c, (other) => W[c * R + other]),
    mitigation: readings.map(({ measure, priceBasis, local, outsourced, classes }) => ({
      measure,
      priceBasis,
      local: orNull(local[c]),
      outsourced: orNull(outsourced[c]),
      class: classes[c],
    })),
    balance: balances.map(({ measure, given, received, net }) => ({
      measure,
      given: given[c],
      received: received[c],
      net: net[c],
    })),
    causes: {
      method: study.method,
      steps: steps.map(({ cause, local, outsourced }) => ({ cause, local: local[c], outsourced: outsourced[c] })),
    },
    peers: peers[c].map((peer) => codes[peer]),
    bound: { footprint: listBounds(years, c), mitigation: solved.mitigationBounds?.[c] ?? null },
  });
}

/** The same for accounts without a comparison: everything that compares years is empty. */
export function makeEmptyComparisons({ years }: YearAccounts): (c: number) => ComparisonResult {
  const none = { received: [], given: [], mitigation: [], balance: [], causes: null, peers: [] };
  return (c) => ({ ...none, bound: { footprint: listBounds(years, c), mitigation: null } });
}

/** The accounts of one city after another, first half of `results/cities/<code>.json`. */
export function makeAccountResults({ frame, years }: YearAccounts): (c: number) => AccountResult {
  const codes = frame.regions.map(({ code }) => code);
  const R = codes.length;
  const last = years[years.length - 1];
  const chainsOf = openChains(last);
  const byYear = <T>(read: (year: StudyYear) => T) =>
    Object.fromEntries(years.map((year) => [String(year.model.year), read(year)]));
  return (c) => ({
    schema: "tributary.city/v1",
    code: codes[c],
    origins: byYear((year) => listOrigins(year, c, codes)),
    originSectors: byYear((year) => listOriginSectors(year, c)),
    consumers: listFlows(codes, c, (other) => last.C[c * R + other]),
    chains: chainsOf?.(c) ?? null,
  });
}

function listBounds(years: readonly StudyYear[], c: number): Record<string, number> {
  return Object.fromEntries(
    years.flatMap(({ model, bounds }) => (bounds ? [[String(model.year), bounds.footprint[c]]] : [])),
  );
}

/** Where the footprint of c is emitted, by sector group where there are groups; largest first. */
function listOrigins({ sums: { C, groups } }: StudyYear, c: number, codes: readonly string[]) {
  const R = codes.length;
  const listed = groups.length > 0 ? CITY_GROUPS : [];
  const found = codes.map((code, r) => {
    const at = (c * R + r) * CITY_GROUPS.length;
    const entries = listed.map((group, g) => [group, groups[at + g]]);
    return { code, value: C[r * R + c], groups: Object.fromEntries(entries) as Record<CityGroup, number> };
  });
  return found.sort((a, b) => b.value - a.value);
}

function listOriginSectors({ sums, model }: StudyYear, c: number): Record<string, number> {
  const { sectors } = model.axes;
  return Object.fromEntries(sectors.map(({ code }, k) => [code, sums.all[c * sectors.length + k]]));
}

/** One value for every other city, largest first. */
function listFlows(codes: readonly string[], c: number, read: (other: number) => number) {
  return codes
    .flatMap((code, other) => (other === c ? [] : [{ code, value: read(other) }]))
    .sort((a, b) => b.value - a.value);
}

/** A measure that is undefined for a city is null in files: JSON has no NaN. */
function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
