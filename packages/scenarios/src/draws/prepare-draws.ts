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
export function prepareDraws({ before, accounts }: DrawnAnswer): DrawInput {
  const { n, R } = accounts.state.baseline;
  const [S0, S1] = [before.accounts.state.S, accounts.state.S];
  const [X0, X1] = [before.accounts.X, accounts.X];
  return {
    n,
    R,
    change: X1.map((output, at) => S1[at % n] * output - S0[at % n] * X0[at]),
    production: accounts.emissions.map((value, i) => value - before.accounts.emissions[i]),
    mitigation: prepareMitigation(before.accounts, accounts, before.X0),
  };
}

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
