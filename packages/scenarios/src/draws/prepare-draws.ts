import { calcFootprint, calcOriginConsumer, rescaleAmounts, rescaleIntensity } from "@tributary/core";
import type { Accounts } from "../run/accounts.ts";
import type { SolvedBaseline } from "../run/answer-scenario.ts";

/** As much of a state's accounts as draws need. */
export type DrawnAccounts = Pick<Accounts, "state" | "X" | "emissions">;

/** As much of a scenario's answer as draws need. */
export interface DrawnAnswer {
  before: Pick<SolvedBaseline, "X0"> & { accounts: DrawnAccounts };
  accounts: DrawnAccounts;
}

/**
 * What draws of intensities weigh: everything that is linear in them. Shapes: n = R·N rows; matrices n×R, consumer after
 * consumer. Units: t CO₂.
 */
export interface DrawInput {
  n: number;
  R: number;
  /** Change of emissions by origin sector for each consumer. */
  change: Float64Array;
  /** Change of emissions of production by origin sector, n. */
  production: Float64Array;
  /** Mitigation since the first year by origin sector for each consumer, and what the scenario adds; null without one. */
  mitigation: { before: Float64Array; added: Float64Array; size: Float64Array } | null;
}

/** Lay out a scenario's answer for draws of intensities. */
export function prepareDraws(answer: DrawnAnswer): DrawInput {
  const { before, accounts } = answer;
  const { n, R } = accounts.state.baseline;
  const change = new Float64Array(n * R);
  for (let c = 0; c < R; c++) change.set(calcChange(answer, c), c * n);
  return {
    n,
    R,
    change,
    production: calcProductionChange(answer),
    mitigation: prepareMitigation(before.accounts, accounts, before.X0),
  };
}

/** A change up to this part of the whole is what the solver left open: none. */
const NOISE = 1e-9;

/** Change of emissions by origin sector for a consumer, n; 0 at home or elsewhere where it is noise. */
export function calcChange({ before, accounts }: DrawnAnswer, c: number): Float64Array {
  const { n, N } = accounts.state.baseline;
  const emit = ({ state: { S }, X }: DrawnAccounts) => S.map((intensity, i) => intensity * X[c * n + i]);
  const [was, is] = [emit(before.accounts), emit(accounts)];
  const change = is.map((value, i) => value - was[i]);
  const noise = NOISE * sumSizes(was);
  const home = change.subarray(c * N, (c + 1) * N);
  const isHomeStill = sumSizes(home) <= noise;
  if (sumSizes(change) - sumSizes(home) <= noise) {
    change.fill(0, 0, c * N);
    change.fill(0, (c + 1) * N);
  }
  if (isHomeStill) home.fill(0);
  return change;
}

/** Change of emissions of production by origin sector, n; 0 in a city where it is noise. */
export function calcProductionChange({ before, accounts }: DrawnAnswer): Float64Array {
  const { n, N } = accounts.state.baseline;
  const was = before.accounts.emissions;
  const change = accounts.emissions.map((value, i) => value - was[i]);
  for (let at = 0; at < n; at += N) {
    const city = change.subarray(at, at + N);
    if (sumSizes(city) <= NOISE * sumSizes(was.subarray(at, at + N))) city.fill(0);
  }
  return change;
}

const sumSizes = (values: Float64Array) => values.reduce((sum, value) => sum + Math.abs(value), 0);

function prepareMitigation(
  before: DrawnAccounts,
  after: DrawnAccounts,
  first: Float64Array | null,
): DrawInput["mitigation"] {
  const { history, R } = after.state.baseline;
  if (!history || !first) return null;
  const own = calcFootprint(calcOriginConsumer(history.first.S, first, R));
  const [base, changed] = [calcMitigated(before, first), calcMitigated(after, first)];
  return {
    before: base,
    added: changed.map((value, at) => value - base[at]),
    size: own.total,
  };
}

/** Polar mitigation by origin sector, `½ (S⁰ − S¹)(X⁰ + X¹)` at prices of the first year; for one consumer or all. */
export function calcMitigated({ state, X }: Pick<DrawnAccounts, "state" | "X">, first: Float64Array): Float64Array {
  const { n, history } = state.baseline;
  const { first: earlier, index } = history!;
  const S1 = rescaleIntensity(state.S, index);
  const halfFall = earlier.S.map((intensity, i) => (intensity - S1[i]) / 2);
  return rescaleAmounts(X, index).map((output, at) => halfFall[at % n] * (first[at] + output));
}
