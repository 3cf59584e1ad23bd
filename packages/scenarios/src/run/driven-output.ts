import type { SolveColumns } from "@tributary/core";
import type { Baseline } from "../baseline/baseline.ts";
import type { State } from "../baseline/state.ts";
import { joinDemand } from "./answer-city.ts";
import { listMoves, startFromMoves } from "./moves.ts";

/** How closely all columns are solved. */
export const TOLERANCE = 1e-10;

/** Output that each consumer drives, and what the solve left open. Shapes: n×R. */
export interface DrivenOutput {
  X: Float64Array;
  residuals: Float64Array;
}

/** Output that each consumer of an earlier year drives, for mitigation since then; at prices of that year. */
export async function solveHistory({ history }: Baseline, solve: SolveColumns): Promise<Float64Array | null> {
  if (!history) return null;
  return (await solve(history.first.A, history.first.Y, { tolerance: TOLERANCE })).X;
}

/**
 * Output that each consumer drives under a state.
 *
 * @param before That of the baseline: columns that no lever touched are taken from there, others are solved from there.
 */
export async function solveDrivenOutput(
  state: State,
  solve: SolveColumns,
  before?: DrivenOutput,
): Promise<DrivenOutput> {
  if (before && !state.hasOtherRequirements) return solveOtherConsumers(state, solve, before);
  const moves = before && listMoves(state);
  const { X, R } =
    before && moves
      ? await startFromMoves(state, moves, before.X, solve, TOLERANCE)
      : await solve(state.A, joinDemand(state), { tolerance: TOLERANCE, start: before?.X });
  return { X, residuals: R };
}

async function solveOtherConsumers(state: State, solve: SolveColumns, before: DrivenOutput): Promise<DrivenOutput> {
  const { n } = state.baseline;
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
