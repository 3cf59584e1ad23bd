import {
  calcBounds,
  calcFootprint,
  calcOriginConsumer,
  calcOriginSectorConsumer,
  calcProduction,
  calcSensitivity,
  type Footprint,
  type SolveColumns,
} from "@tributary/core";
import type { State } from "../baseline/state.ts";
import { solveTotalOutput } from "./answer-city.ts";
import { type DrivenOutput, solveDrivenOutput, TOLERANCE } from "./driven-output.ts";

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
    bounds: calcFootprintBounds(state, driven),
  };
}

/** Emissions for consumer c's demand by origin sector, n, t CO₂. */
export function calcOriginsOf({ state, X }: Accounts, c: number): Float64Array {
  const { n } = state.baseline;
  return calcOriginSectorConsumer(state.S, X.subarray(c * n, (c + 1) * n));
}

function calcFootprintBounds({ A, S }: State, { X, residuals }: DrivenOutput): Float64Array | null {
  const sensitivity = calcSensitivity(A, S, { tolerance: TOLERANCE });
  return sensitivity && calcBounds(sensitivity, X, residuals);
}
