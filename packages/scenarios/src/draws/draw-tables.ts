import { calcOriginSectorConsumer, type RequirementsOperator, type SolveColumns } from "@tributary/core";
import type { State } from "../baseline/state.ts";
import { joinDemand } from "../run/answer-city.ts";
import { type DrawEffects, DrawWeigher, makeDrawEffects, storeEffects } from "./draw-effects.ts";
import { drawLognormal } from "./draw-factors.ts";
import { type DrawnAccounts, type DrawnAnswer, prepareDraws } from "./prepare-draws.ts";
import type { DrawTerms } from "./spreads.ts";

const TOLERANCE = 1e-10;

/** One draw of a table: its terms and its number. */
type Draw = DrawTerms & { draw: number };

/** Where draws are kept while others are still to be made. */
export interface KeptDraws {
  /** The effects of a draw, R each, if it is made. */
  get(draw: number): DrawEffects | undefined;
  add(draw: number, effects: DrawEffects): void;
}

/** A drawn state with its gross output, n: where the next solve starts. */
type SolvedAccounts = DrawnAccounts & { x: Float64Array };

/**
 * Draw the table itself: inputs and final demand as well as intensities, the same factors on baseline and scenario, both
 * solved again in every draw. Trade shares, exports and the earlier year's table stay as they are.
 *
 * @param done Told how many draws are made.
 * @param kept Draws that are made already are taken from there, to the last bit; the others are added one by one.
 * @throws {ModelError} As the solver; `not-productive` where the inputs drawn use more than they make.
 * @see docs/method.md#levers
 */
export async function drawTables(
  answer: DrawnAnswer,
  terms: DrawTerms,
  solve: SolveColumns,
  done: (draws: number, total: number) => void,
  kept?: KeptDraws,
): Promise<DrawEffects> {
  const { R, history } = answer.accounts.state.baseline;
  const effects = makeDrawEffects(terms.draws * R, history !== undefined);
  for (let draw = 0; draw < terms.draws; draw++) {
    const known = kept?.get(draw);
    const one = known ?? (await drawOne(answer, terms, draw, solve));
    if (!known) kept?.add(draw, one);
    storeEffects(effects, one, draw * R);
    done(draw + 1, terms.draws);
  }
  return effects;
}

async function drawOne(answer: DrawnAnswer, terms: DrawTerms, draw: number, solve: SolveColumns): Promise<DrawEffects> {
  const drawn = await solveDraw(answer, { ...terms, draw }, solve);
  return new DrawWeigher(prepareDraws(drawn)).weigh(terms, draw, draw + 1);
}

async function solveDraw({ before, accounts }: DrawnAnswer, draw: Draw, solve: SolveColumns): Promise<DrawnAnswer> {
  const base = await solveDrawn(before.accounts.state, draw, solve);
  return { before: { ...before, accounts: base }, accounts: await solveDrawn(accounts.state, draw, solve, base) };
}

/** @param near A solved state that differs little: what does not change stays as it is there, to the last digit. */
async function solveDrawn(
  state: State,
  draw: Draw,
  solve: SolveColumns,
  near?: SolvedAccounts,
): Promise<SolvedAccounts> {
  const A = drawRequirements(state, draw);
  const Y = drawDemand(state, draw);
  const { X } = await solve(A, Y, { tolerance: TOLERANCE, start: near?.X });
  const total = sumColumns(Y, state.baseline.base.e);
  const { X: x } = await solve(A, total, { tolerance: TOLERANCE, start: near?.x });
  return { state, X, x, emissions: calcOriginSectorConsumer(state.S, x) };
}

/** One factor for each input of each sector of each city. */
function drawRequirements(state: State, { seed, spreads, draw }: Draw): RequirementsOperator {
  if (spreads.requirements === 0) return state.A;
  const { R, N, sourcing } = state.baseline;
  const factors = drawLognormal(R * N * N, spreads.requirements, seed, "requirements", draw);
  const regions = new Map<number, Float64Array>();
  for (let s = 0; s < R; s++) {
    const cell = (at: number) => state.technology(s, Math.floor(at / N), at % N) * factors[s * N * N + at];
    regions.set(
      s,
      Float64Array.from({ length: N * N }, (_, at) => cell(at)),
    );
  }
  return sourcing.change({ ...state.sourcingChanges, regions });
}

/** One factor for each product of each consumer, whatever its origin. Shape: n×R. */
function drawDemand(state: State, { seed, spreads, draw }: Draw): Float64Array {
  const Y = joinDemand(state);
  if (spreads.demand === 0) return Y;
  const { R, N, n } = state.baseline;
  const factors = drawLognormal(R * N, spreads.demand, seed, "demand", draw);
  return Y.map((value, at) => value * factors[Math.floor(at / n) * N + (at % N)]);
}

function sumColumns(Y: Float64Array, e: Float64Array): Float64Array {
  const sum = e.slice();
  for (let at = 0; at < Y.length; at++) sum[at % e.length] += Y[at];
  return sum;
}
