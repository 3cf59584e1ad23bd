import { type SolveColumns, sum } from "@tributary/core";
import type { Baseline } from "../baseline/baseline.ts";
import { type Accounts, solveAccounts } from "./accounts.ts";
import { answerCity } from "./answer-city.ts";
import { applyLevers, type Setting } from "./apply-levers.ts";
import { calcStanding, type Standing } from "./classes.ts";
import { type Contributions, calcContributions } from "./contributions.ts";
import { type DrivenOutput, solveHistory } from "./driven-output.ts";
import { calcLedger, type Ledger } from "./ledger.ts";

/** An interaction is a small difference of large numbers: at this tolerance it is right to the tonne. */
const SHARE_TOLERANCE = 1e-12;

/** The baseline's solved side: made once, and used by every scenario on it. */
export interface SolvedBaseline {
  accounts: Accounts;
  /** Output that each consumer drove in the first year, n×R; null where there is none. */
  X0: Float64Array | null;
  standing: Standing | null;
}

/** What a scenario does to every city. Units: t CO₂. */
export interface ScenarioAnswer {
  before: SolvedBaseline;
  accounts: Accounts;
  /** Mitigation and classes as they would have been; null where the baseline has no earlier year. */
  standing: Standing | null;
  leakage: Leakage;
  /** Payments of each compensation ledger, as listed. */
  ledgers: Ledger[];
}

/** Where emissions of production rise although the scenario cuts them elsewhere. */
export interface Leakage {
  /** Sum over the cities whose emissions rise, and over those whose emissions fall (negative), t CO₂. */
  rise: number;
  fall: number;
  /** `rise / −fall`; NaN where nothing falls. */
  rate: number;
}

/** What each lever adds: to every city's footprint and production, and to one city's local and outsourced part. */
export interface LeverContributions {
  footprints: Contributions;
  production: Contributions;
  /** Two numbers a lever: local, outsourced. */
  city: Contributions;
}

/** Solve a baseline with all consumers, ready for scenarios. @throws {ModelError} As the solver. */
export async function solveBaseline(baseline: Baseline, solve: SolveColumns): Promise<SolvedBaseline> {
  const accounts = await solveAccounts(applyLevers(baseline, []), solve);
  const X0 = await solveHistory(baseline, solve);
  return { accounts, X0, standing: calcStanding(accounts, X0) };
}

/**
 * Answer a scenario for all cities.
 *
 * @param solve `solveOutput`, wherever it runs.
 * @throws {InputError} As `applyLevers` and `calcLedger`. @throws {ModelError} As the solver.
 * @see docs/method.md#levers
 */
export async function answerScenario(
  before: SolvedBaseline,
  settings: readonly Setting[],
  solve: SolveColumns,
): Promise<ScenarioAnswer> {
  const { baseline } = before.accounts.state;
  const driven: DrivenOutput = before.accounts;
  const accounts = await solveAccounts(applyLevers(baseline, settings), solve, driven);
  return {
    before,
    accounts,
    standing: calcStanding(accounts, before.X0),
    leakage: calcLeakage(before.accounts.production, accounts.production),
    ledgers: settings.flatMap(({ lever, settings: stated }) => {
      const terms = lever.ledger?.(stated);
      return terms ? [calcLedger(before.accounts, accounts, before.X0, terms)] : [];
    }),
  };
}

/**
 * Share a scenario's effect out among its levers, with three solves a subset of them.
 *
 * @param c The city whose local and outsourced part is shared out too.
 * @param pause Awaited between subsets, so that the thread can do something else; what it throws ends the work.
 * @throws {InputError} As `applyLevers`. @throws {ModelError} As the solver.
 * @see docs/method.md#levers
 */
export async function contributeLevers(
  baseline: Baseline,
  settings: readonly Setting[],
  c: number,
  pause: () => Promise<void> = async () => {},
): Promise<LeverContributions> {
  const { R, N } = baseline;
  const { method, parts, interaction } = await calcContributions(settings.length, async (levers) => {
    await pause();
    const state = applyLevers(
      baseline,
      levers.map((k) => settings[k]),
    );
    const { footprints, production, origins } = answerCity(state, c, { tolerance: SHARE_TOLERANCE });
    const local = sum(origins.subarray(c * N, (c + 1) * N));
    return Float64Array.from([...footprints, ...production, local, footprints[c] - local]);
  });
  const cut = (from: number, to: number): Contributions => ({
    method,
    parts: parts.map((part) => part.slice(from, to)),
    interaction: interaction.slice(from, to),
  });
  return { footprints: cut(0, R), production: cut(R, 2 * R), city: cut(2 * R, 2 * R + 2) };
}

function calcLeakage(before: Float64Array, after: Float64Array): Leakage {
  const changes = after.map((value, r) => value - before[r]);
  const rise = sum(changes.filter((change) => change > 0));
  const fall = sum(changes.filter((change) => change < 0));
  return { rise, fall, rate: fall < 0 ? rise / -fall : Number.NaN };
}
