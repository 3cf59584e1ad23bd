import type { Solution, SolveColumns } from "@tributary/core";
import type { State } from "../baseline/state.ts";
import { joinDemand } from "./answer-city.ts";

/**
 * What one region buys of one product in another way: a change of rank one, `ΔA = Σ u vᵀ` with u by origin of product k
 * and v by the sectors of region s. Shapes: `origins` R, `inputs` N.
 */
interface Move {
  k: number;
  s: number;
  origins: Float64Array;
  inputs: Float64Array;
}

/** More moves than these take as long as all columns. */
const MOST_MOVES = 64;
/** Columns of which a start is worked out before they are solved: others of the thread have their turn in between. */
const AT_ONCE = 40;

/** The moves that make a state's requirements out of the baseline's; undefined where they are many. */
export function listMoves(state: State): Move[] | undefined {
  if (state.weights || state.shares.size > MOST_MOVES || state.regions.size > MOST_MOVES) return undefined;
  const { R, N, factored } = state.baseline;
  const { T, a } = factored.factors;
  const bought = (k: number, s: number) => Float64Array.from({ length: R }, (_, r) => T[k][r * R + s]);
  const moves: Move[] = [];
  for (const [key, shares] of state.shares) {
    const [k, s] = [Math.floor(key / R), key % R];
    const before = bought(k, s);
    const inputs = state.technologyOf(s).subarray(k * N, (k + 1) * N);
    moves.push({ k, s, origins: shares.map((share, r) => share - before[r]), inputs });
  }
  for (const [s, technology] of state.regions)
    for (let k = 0; k < N; k++) {
      const inputs = technology.slice(k * N, (k + 1) * N).map((use, j) => use - a[(s * N + k) * N + j]);
      if (inputs.some((use) => use !== 0)) moves.push({ k, s, origins: bought(k, s), inputs });
    }
  return moves.length > MOST_MOVES ? undefined : moves;
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
  moves: readonly Move[],
  X: Float64Array,
  solve: SolveColumns,
  tolerance: number,
): Promise<Pick<Solution, "X" | "R">> {
  const { n, R } = state.baseline;
  const { X: Z } = await solve(state.A, placeOrigins(state, moves), { tolerance });
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

/** The origins of each move as a column. Shapes: n×m. */
function placeOrigins({ baseline: { n, N } }: State, moves: readonly Move[]): Float64Array {
  const U = new Float64Array(n * moves.length);
  for (const [m, { k, origins }] of moves.entries())
    for (const [r, share] of origins.entries()) U[m * n + r * N + k] = share;
  return U;
}

/** `x += Z (Vᵀ x)`. Shapes: `x` n, `Z` n×m. */
function addMoves(x: Float64Array, moves: readonly Move[], Z: Float64Array, N: number): void {
  const used = moves.map(({ s, inputs }) => inputs.reduce((sum, use, j) => sum + use * x[s * N + j], 0));
  for (const [m, amount] of used.entries())
    for (let i = 0, at = m * x.length; i < x.length; i++, at++) x[i] += amount * Z[at];
}
