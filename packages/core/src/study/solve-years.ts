import { calcIntensity } from "../accounts/intensity.ts";
import { readUpstreamness } from "../analysis/chain-position.ts";
import { calcBounds, readSensitivity } from "../kernel/bound.ts";
import { joinColumns } from "../kernel/panels.ts";
import { type SolveColumns, solveMultipliers } from "../kernel/solver.ts";
import type { Model } from "../model/model.ts";
import { type Solved, type SolveRecord, SolveRunner, TOLERANCE } from "./solve-runner.ts";

/** The solved year: everything the accounts are read from. */
export interface SolvedYear {
  model: Model;
  /** n. */
  S: Float64Array;
  M: Float64Array;
  /** Output driven by each consumer, n×R. */
  X: Float64Array;
  /** Output driven by exports, n. */
  Xe: Float64Array;
  /** Distance of each sector to final use, and from primary inputs, n. */
  U: Float64Array;
  Dn: Float64Array;
  /** Bounds on the errors of each city's footprint and of its mitigation in this year's weights, R, t CO₂. */
  bounds: { footprint: Float64Array; mitigation: Float64Array } | null;
}

/**
 * Everything that has to be solved for the accounts of one year.
 *
 * @param solve `solveOutput`, wherever it runs.
 * @param report Told how many solves are done, and of how many.
 * @throws {ModelError} As the solver; {InputError} as `calcIntensity`.
 */
export async function solveAccounts(
  model: Model,
  solve: SolveColumns,
  report: (done: number, total: number) => void = () => {},
): Promise<{ year: SolvedYear; records: readonly SolveRecord[] }> {
  const runner = new SolveRunner(solve, report, 2);
  const S = calcIntensity(model.F, model.x, model.axes);
  const [own, sides] = await Promise.all([
    runner.run(`own-demand-${model.year}`, model, model.Y, TOLERANCE),
    solveSides(runner, model, S, new Float64Array(S.length)),
  ]);
  return { year: readYear(model, S, own, sides), records: runner.records };
}

/** Both years, and either year's structure with the other's demand. */
export async function solvePair(runner: SolveRunner, first: Model, last: Model) {
  const S = [first, last].map(({ F, x, axes }) => calcIntensity(F, x, axes));
  const change = S[1].map((intensity, i) => intensity - S[0][i]);
  const R = first.axes.regions.length;
  const [own0, own1, X01, X10, sides0, sides1] = await Promise.all([
    runner.run(`own-demand-${first.year}`, first, first.Y, TOLERANCE),
    runner.run(`own-demand-${last.year}`, last, last.Y, TOLERANCE),
    runner.columns("first-structure-last-demand", first, last.Y, TOLERANCE),
    runner.columns("last-structure-first-demand", last, first.Y, TOLERANCE),
    solveSides(runner, first, S[0], change),
    solveSides(runner, last, S[1], change),
  ]);
  const years = [readYear(first, S[0], own0, sides0), readYear(last, S[1], own1, sides1)] as const;
  const [y0, y1] = [sumColumns(first.Y, R), sumColumns(last.Y, R)];
  return { years, pair: { S0: S[0], S1: S[1], X00: own0.X, X11: own1.X, X01, X10, y0, y1 } };
}

/** What exports and output of a year drive, and the multipliers of S, of |ΔS| and of ones: few columns, solved here. */
async function solveSides(runner: SolveRunner, model: Model, S: Float64Array, change: Float64Array) {
  const { A, x, e, year } = model;
  const sides = await runner.columns(`exports-${year}`, model, joinColumns(e, x), TOLERANCE);
  const multipliers = solveMultipliers(A, joinColumns(S, change.map(Math.abs), new Float64Array(A.n).fill(1)));
  return {
    driven: splitColumns(sides, A.n),
    M: splitColumns(multipliers.X, A.n),
    q: splitColumns(multipliers.R, A.n),
    change,
  };
}

function readYear(
  model: Model,
  S: Float64Array,
  { X, R, record }: Solved,
  { driven, M, q, change }: Awaited<ReturnType<typeof solveSides>>,
): SolvedYear {
  const [Xe, Xx] = driven;
  const Dn = M[2];
  const bound = (of: 0 | 1) =>
    calcBounds(readSensitivity(model.A, { S: [S, change][of], M: M[of], q: q[of], Dn, qn: q[2] }), X, R);
  const bounds = model.A.nonNegative ? { footprint: bound(0), mitigation: bound(1) } : null;
  record.bound = bounds ? Math.max(...bounds.footprint) : null;
  return { model, S, M: M[0], X, Xe, U: readUpstreamness(Xx, model.x), Dn, bounds };
}

function splitColumns(X: Float64Array, n: number): Float64Array[] {
  return Array.from({ length: X.length / n }, (_, c) => X.subarray(c * n, (c + 1) * n));
}

/** Sum of each column, R. */
export function sumColumns(Y: Float64Array, R: number): Float64Array {
  const n = Y.length / R;
  const sums = new Float64Array(R);
  for (let c = 0; c < R; c++) for (let at = c * n; at < (c + 1) * n; at++) sums[c] += Y[at];
  return sums;
}
