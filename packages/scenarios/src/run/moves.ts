import { joinOutputs, MovedOutput, type RankOneMove, type Solution, type SolveColumns } from "@tributary/core";
import type { State } from "../baseline/state.ts";
import { joinDemand } from "./answer-city.ts";

/** More moves than these take as long as all columns. */
const MOST_MOVES = 64;
/** Panels of which a start is worked out before they are solved: others of the thread have their turn in between. */
const AT_ONCE = 5;

/** The moves that make a state's requirements out of the baseline's; undefined where they are many. */
export function listMoves(state: State): RankOneMove[] | undefined {
  return state.baseline.sourcing.listMoves(state.sourcingChanges, MOST_MOVES);
}

/**
 * Output that each consumer drives, from that of the baseline: one solve a move instead of one a consumer. It is a start
 * that the solver checks, and improves where it is not good enough or where demand changed too.
 *
 * Shapes: `X` n×R.
 */
export async function startFromMoves(
  state: State,
  moves: readonly RankOneMove[],
  X: Float64Array,
  solve: SolveColumns,
  tolerance: number,
): Promise<Pick<Solution, "X" | "R">> {
  const { n, R, N, base } = state.baseline;
  const { X: Z } = await solve(base.A, joinOutputs(moves, n), { tolerance });
  const moved = new MovedOutput(moves, Z, N);
  const Y = joinDemand(state);
  const driven = { X: new Float64Array(n * R), R: new Float64Array(n * R) };
  for (let from = 0, to: number; from < R; from = to) {
    to = Math.min(from + AT_ONCE * state.A.chooseWidth(R), R);
    const start = X.slice(from * n, to * n);
    for (let at = 0; at < start.length; at += n) moved.move(start.subarray(at, at + n));
    const solved = await solve(state.A, Y.subarray(from * n, to * n), { tolerance, start });
    driven.X.set(solved.X, from * n);
    driven.R.set(solved.R, from * n);
  }
  return driven;
}
