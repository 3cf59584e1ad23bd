import {
  calcOriginSectorConsumer,
  calcProduction,
  type SolveOptions,
  solveMultipliers,
  solveOutput,
} from "@tributary/core";
import type { State } from "../baseline/state.ts";

/** What a scenario does, seen from one city: as much as three solves give. */
export interface CityAnswer {
  /** Footprint of every city, R, t CO₂. */
  footprints: Float64Array;
  /** Emissions of production in every city, R, t CO₂. */
  production: Float64Array;
  /** Emissions for the chosen city's consumption by origin sector, n, t CO₂. */
  origins: Float64Array;
  /** Largest residual of the solves over the largest entry of their right-hand sides. */
  residual: number;
}

/**
 * Answer for one city while a lever moves: the column of the chosen city, the multipliers (every footprint) and total
 * output (all emissions of production). What no lever touched is not solved again; the rest starts from the baseline.
 *
 * @throws {ModelError} As `solveOutput`.
 */
export function answerCity(state: State, c: number, options: SolveOptions = {}): CityAnswer {
  const { baseline, S } = state;
  const x = solveTotalOutput(state, options);
  const X = solveDriven(state, c, options);
  const M = solveM(state, options);
  return {
    footprints: state.weighDemand(M.X),
    production: calcProduction(calcOriginSectorConsumer(S, x.X), baseline.R),
    origins: calcOriginSectorConsumer(S, X.X),
    residual: Math.max(M.residual, X.residual, x.residual),
  };
}

/** A solve that was made, or was not needed. */
interface Solved {
  X: Float64Array;
  residual: number;
}

/** Total multipliers under a state, n. */
export function solveM(state: State, options: SolveOptions = {}): Solved {
  const { baseline } = state;
  if (!state.hasOtherRequirements && state.S === baseline.base.S) return kept(baseline.M);
  return solveMultipliers(state.A, state.S, { ...options, start: baseline.M });
}

/** Output that consumer c drives under a state, n. */
export function solveDriven(state: State, c: number, options: SolveOptions = {}): Solved {
  const { baseline } = state;
  if (!state.hasOtherRequirements && !state.hasOtherDemand(c)) return kept(baseline.driven(c));
  return solveOutput(state.A, state.demand(c), { ...options, start: baseline.driven(c) });
}

/** Gross output under a state, n. */
export function solveTotalOutput(state: State, options: SolveOptions): Solved {
  const { x } = state.baseline.base;
  if (!state.hasOtherRequirements && !state.hasOtherDemand()) return kept(x);
  return solveOutput(state.A, state.totalDemand(), { ...options, start: x });
}

/** Final demand of all consumers, n×R: the baseline's own array where nothing changed. */
export function joinDemand(state: State): Float64Array {
  const { n, base } = state.baseline;
  if (!state.hasOtherDemand()) return base.Y;
  const Y = base.Y.slice();
  for (const c of state.listOtherConsumers()) Y.set(state.demand(c), c * n);
  return Y;
}

const kept = (X: Float64Array): Solved => ({ X, residual: 0 });
