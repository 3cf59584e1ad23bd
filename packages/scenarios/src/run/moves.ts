import type { RankOneMove, Solution, SolveColumns } from "@tributary/core";
import type { State } from "../baseline/state.ts";
import { joinDemand } from "./answer-city.ts";

/** More moves than these take as long as all columns. */
const MOST_MOVES = 64;
/** Columns of which a start is worked out before they are solved: others of the thread have their turn in between. */
const AT_ONCE = 40;

/** The moves that make a state's requirements out of the baseline's; undefined where they are many. */
export function listMoves(state: State): RankOneMove[] | undefined {
  return state.baseline.sourcing.listMoves(state.sourcingChanges, MOST_MOVES);
}

/**
 * Output that each consumer drives, `X' = X + Z (Vᵀ X)` with `Z = A' Z + U`: one solve a move instead of one a consumer.
 * It is a start that the solver checks, and improves where it is not good enough or where demand changed too.
 *
 * Shapes: `X` n×R.
 *
 * @see Sherman & Morrison (1950), Annals of Mathematical Statistics 21(1); docs/method.md#levers
 */
export async function startFromMoves(
  state: State,
  moves: readonly RankOneMove[],
  X: Float64Array,
  solve: SolveColumns,
  tolerance: number,
): Promise<Pick<Solution, "X" | "R">> {
  const { n, R } = state.baseline;
  const { X: Z } = await solve(state.A, placeOutputs(moves, n), { tolerance });
  const Y = joinDemand(state);
  const driven = { X: new Float64Array(n * R), R: new Float64Array(n * R) };
  for (let from = 0, to: number; from < R; from = to) {
    to = Math.min(from + AT_ONCE, R);
    const start = X.slice(from * n, to * n);
    for (let at = 0; at < start.length; at += n) addMoves(start.subarray(at, at + n), moves, Z, state.baseline.N);
    const solved = await solve(state.A, Y.subarray(from * n, to * n), { tolerance, start });
    driven.X.set(solved.X, from * n);
    driven.R.set(solved.R, from * n);
  }
  return driven;
}

/** What each move takes from where, as a column. Shapes: n×m. */
function placeOutputs(moves: readonly RankOneMove[], n: number): Float64Array {
  const U = new Float64Array(n * moves.length);
  for (const [m, { outputs }] of moves.entries()) U.set(outputs, m * n);
  return U;
}

/** `x += Z (Vᵀ x)`. Shapes: `x` n, `Z` n×m. */
function addMoves(x: Float64Array, moves: readonly RankOneMove[], Z: Float64Array, N: number): void {
  const used = moves.map(({ s, inputs }) => inputs.reduce((sum, use, j) => sum + use * x[s * N + j], 0));
  for (const [m, amount] of used.entries())
    for (let i = 0, at = m * x.length; i < x.length; i++, at++) x[i] += amount * Z[at];
}
