import {
  calcBounds,
  calcFootprint,
  calcOriginConsumer,
  calcOriginSectorConsumer,
  calcProduction,
  type Footprint,
  readSensitivity,
  type SolveColumns,
  solveMultipliers,
} from "@tributary/core";
import type { Baseline } from "../baseline/baseline.ts";
import type { State } from "../baseline/state.ts";
import { joinDemand, solveTotalOutput } from "./answer-city.ts";

/** How closely all columns are solved. */
const TOLERANCE = 1e-10;

/** Output that each consumer drives, and what the solve left open. Shapes: n×R. */
export interface DrivenOutput {
  X: Float64Array;
  residuals: Float64Array;
}

/** The accounts of every city under one state. Units: t CO₂. */
export interface Accounts extends DrivenOutput {
  state: State;
  /** Emissions of production by origin sector, n. */
  emissions: Float64Array;
  /** Emissions of production by city, R. */
  production: Float64Array;
  /** Origin × consumer, R×R row-major. */
  C: Float64Array;
  footprint: Footprint;
  /** Bound on the error of each footprint, R; null where none is claimed. */
  bounds: Float64Array | null;
}

/**
 * The accounts of a state with all consumers' columns.
 *
 * @param solve `solveOutput`, wherever it runs.
 * @param before Output driven in the baseline: columns that no lever touched are taken from there.
 * @throws {ModelError} As the solver.
 * @see docs/method.md#accounts
 */
export async function solveAccounts(state: State, solve: SolveColumns, before?: DrivenOutput): Promise<Accounts> {
  const { S, baseline } = state;
  const driven = await solveDrivenOutput(state, solve, before);
  const emissions = calcOriginSectorConsumer(S, solveTotalOutput(state, { tolerance: TOLERANCE }).X);
  const C = calcOriginConsumer(S, driven.X, baseline.R);
  return {
    ...driven,
    state,
    emissions,
    production: calcProduction(emissions, baseline.R),
    C,
    footprint: calcFootprint(C),
    bounds: calcFootprintBounds(state, driven.residuals),
  };
}

/** Emissions for consumer c's demand by origin sector, n, t CO₂. */
export function calcOriginsOf({ state, X }: Accounts, c: number): Float64Array {
  const { n } = state.baseline;
  return calcOriginSectorConsumer(state.S, X.subarray(c * n, (c + 1) * n));
}

/** Output that each consumer of an earlier year drives, for mitigation since then; at prices of that year. */
export async function solveHistory({ history }: Baseline, solve: SolveColumns): Promise<Float64Array | null> {
  if (!history) return null;
  return (await solve(history.first.A, history.first.Y, { tolerance: TOLERANCE })).X;
}

async function solveDrivenOutput(state: State, solve: SolveColumns, before?: DrivenOutput): Promise<DrivenOutput> {
  const { n } = state.baseline;
  if (!before || state.hasOtherRequirements) {
    const { X, R } = await solve(state.A, joinDemand(state), { tolerance: TOLERANCE });
    return { X, residuals: R };
  }
  const consumers = state.listOtherConsumers();
  if (consumers.length === 0) return before;
  const Y = new Float64Array(n * consumers.length);
  for (const [at, c] of consumers.entries()) Y.set(state.demand(c), at * n);
  const solved = await solve(state.A, Y, { tolerance: TOLERANCE });
  const [X, residuals] = [before.X.slice(), before.residuals.slice()];
  for (const [at, c] of consumers.entries()) {
    X.set(solved.X.subarray(at * n, (at + 1) * n), c * n);
    residuals.set(solved.R.subarray(at * n, (at + 1) * n), c * n);
  }
  return { X, residuals };
}

function calcFootprintBounds({ A, S, baseline: { n } }: State, residuals: Float64Array): Float64Array | null {
  if (!A.nonNegative) return null;
  const weights = new Float64Array(2 * n).fill(1);
  weights.set(S);
  const { X, R } = solveMultipliers(A, weights, { tolerance: TOLERANCE });
  return calcBounds(readSensitivity(X.subarray(0, n), R.subarray(0, n), X.subarray(n)), residuals);
}
