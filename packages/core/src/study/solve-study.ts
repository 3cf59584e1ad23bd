import { type Cube, calcCube, restateCube, type YearPair } from "../accounts/cube.ts";
import { calcIntensity } from "../accounts/intensity.ts";
import { rescaleAmounts } from "../accounts/rescale-prices.ts";
import { readUpstreamness } from "../analysis/chain-position.ts";
import { buildSplit, calcParts, mergeSourcing } from "../analysis/sda/split-causes.ts";
import type { SdaMethod } from "../analysis/sda/three-factors.ts";
import { calcBounds, readSensitivity } from "../kernel/bound.ts";
import { joinColumns } from "../kernel/panels.ts";
import { type Solution, type SolveColumns, solveMultipliers } from "../kernel/solver.ts";
import type { Model } from "../model/model.ts";
import type { Cause } from "../release/results.ts";
import type { StudyModels } from "./study-models.ts";

/** How closely each kind of solve is carried: own years are published, crossed years enter mitigation, the rest splits it. */
const TOLERANCE = { own: 1e-10, crossed: 1e-8, split: 1e-6, alternative: 1e-6 };

/** A solve and what it left open. */
export interface SolveRecord {
  id: string;
  residual: number;
  /** Largest bound on a footprint's error, t CO₂; null where none is claimed. */
  bound: number | null;
  rounds: number;
}

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

/** One price basis: the eight matrices and the demand of each year. */
export interface BasisCube {
  basis: string;
  cube: Cube;
  y0: Float64Array;
  y1: Float64Array;
}

export interface SolvedStudy {
  years: readonly [SolvedYear, SolvedYear];
  /** The default basis first. */
  bases: readonly BasisCube[];
  causes: Record<Cause, Float64Array>;
  /**
   * Bound on the error of each city's mitigation by falls of intensity, R, t CO₂: |ΔS| in place of S, both years added.
   */
  mitigationBounds: Float64Array | null;
  records: readonly SolveRecord[];
}

/** Hands solves over, and keeps what each left open. */
class Runner {
  readonly records: SolveRecord[] = [];
  readonly #solve: SolveColumns;
  readonly #report: (done: number, total: number) => void;
  readonly #total: number;
  #done = 0;

  constructor(solve: SolveColumns, report: (done: number, total: number) => void, total: number) {
    this.#solve = solve;
    this.#report = report;
    this.#total = total;
  }

  async run(id: string, { A }: Model, Y: Float64Array, tolerance: number): Promise<Solved> {
    const record: SolveRecord = { id, residual: 0, bound: null, rounds: 0 };
    this.records.push(record);
    const { X, R, residual, rounds } = await this.#solve(A, Y, { tolerance });
    Object.assign(record, { residual, rounds });
    this.#report(++this.#done, this.#total);
    return { X, R, record };
  }

  async columns(...args: Parameters<Runner["run"]>): Promise<Float64Array> {
    return (await this.run(...args)).X;
  }
}

type Solved = Pick<Solution, "X" | "R"> & { record: SolveRecord };

/**
 * Everything that has to be solved for the published results: two years with their crossings, the split of the
 * decomposition, and the crossings again at every other price basis.
 *
 * Solves are handed over before they are waited for: where they run in other threads, this one prepares the next.
 *
 * @param solve `solveOutput`, wherever it runs.
 * @param method Orders of the decomposition that are averaged.
 * @param report Told how many solves are done, and of how many.
 * @param whileOpen Given both years once they are solved, while other threads solve the rest.
 * @throws {ModelError} As the solver; {InputError} as `calcIntensity`.
 */
export async function solveStudy(
  { first, last, basis, alternatives }: StudyModels,
  solve: SolveColumns,
  method: SdaMethod,
  report: (done: number, total: number) => void = () => {},
  whileOpen: (years: readonly [SolvedYear, SolvedYear], cube: Cube) => void = () => {},
): Promise<SolvedStudy> {
  const runner = new Runner(solve, report, 10 + 2 * alternatives.length);
  const { years, pair } = await solvePair(runner, first, last);
  const cube = calcCube(pair);
  const rest = Promise.all([
    solveBases(runner, first, last, pair, cube, alternatives),
    solveCauses(runner, first, last, pair, cube, method),
  ]);
  whileOpen(years, cube);
  const [others, causes] = await rest;
  return {
    years,
    bases: [{ basis: basis.id, cube, y0: pair.y0, y1: pair.y1 }, ...others],
    causes,
    mitigationBounds: boundMitigation(years),
    // In an order that does not depend on which thread was faster.
    records: runner.records.sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
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
  const runner = new Runner(solve, report, 2);
  const S = calcIntensity(model.F, model.x, model.axes);
  const [own, sides] = await Promise.all([
    runner.run(`own-demand-${model.year}`, model, model.Y, TOLERANCE.own),
    solveSides(runner, model, S, new Float64Array(S.length)),
  ]);
  return { year: readYear(model, S, own, sides), records: runner.records };
}

/** Both years, and either year's structure with the other's demand. */
async function solvePair(runner: Runner, first: Model, last: Model) {
  const S = [first, last].map(({ F, x, axes }) => calcIntensity(F, x, axes));
  const change = S[1].map((intensity, i) => intensity - S[0][i]);
  const R = first.axes.regions.length;
  const [own0, own1, X01, X10, sides0, sides1] = await Promise.all([
    runner.run(`own-demand-${first.year}`, first, first.Y, TOLERANCE.own),
    runner.run(`own-demand-${last.year}`, last, last.Y, TOLERANCE.own),
    runner.columns("first-structure-last-demand", first, last.Y, TOLERANCE.crossed),
    runner.columns("last-structure-first-demand", last, first.Y, TOLERANCE.crossed),
    solveSides(runner, first, S[0], change),
    solveSides(runner, last, S[1], change),
  ]);
  const years = [readYear(first, S[0], own0, sides0), readYear(last, S[1], own1, sides1)] as const;
  const [y0, y1] = [sumColumns(first.Y, R), sumColumns(last.Y, R)];
  return { years, pair: { S0: S[0], S1: S[1], X00: own0.X, X11: own1.X, X01, X10, y0, y1 } };
}

/** What exports and output of a year drive, and the multipliers of S, of |ΔS| and of ones: few columns, solved here. */
async function solveSides(runner: Runner, model: Model, S: Float64Array, change: Float64Array) {
  const { A, x, e, year } = model;
  const sides = await runner.columns(`exports-${year}`, model, joinColumns(e, x), TOLERANCE.own);
  const multipliers = solveMultipliers(A, joinColumns(S, change.map(Math.abs), new Float64Array(A.n).fill(1)));
  return { driven: splitColumns(sides, A.n), M: splitColumns(multipliers.X, A.n), q: splitColumns(multipliers.R, A.n) };
}

function readYear(
  model: Model,
  S: Float64Array,
  { X, R, record }: Solved,
  { driven, M, q }: Awaited<ReturnType<typeof solveSides>>,
): SolvedYear {
  const [Xe, Xx] = driven;
  const Dn = M[2];
  const bound = (of: 0 | 1) => calcBounds(readSensitivity(M[of], q[of], Dn), R);
  const bounds = model.A.nonNegative ? { footprint: bound(0), mitigation: bound(1) } : null;
  record.bound = bounds ? Math.max(...bounds.footprint) : null;
  return { model, S, M: M[0], X, Xe, U: readUpstreamness(Xx, model.x), Dn, bounds };
}

function splitColumns(X: Float64Array, n: number): Float64Array[] {
  return Array.from({ length: X.length / n }, (_, c) => X.subarray(c * n, (c + 1) * n));
}

/** The change of footprints by cause, with the four solves that split structure and demand. */
async function solveCauses(
  runner: Runner,
  first: Model,
  last: Model,
  pair: YearPair,
  cube: Cube,
  method: SdaMethod,
): Promise<Record<Cause, Float64Array>> {
  const sides = { Y0: first.Y, Y1: last.Y, X00: pair.X00, X01: pair.X01 };
  const split = buildSplit(first.A, last.A, sides, first.axes.regions.length);
  const [technology0, technology1] = await Promise.all([
    runner.columns("technology-first-demand", last, split.technology0, TOLERANCE.split),
    runner.columns("technology-last-demand", last, split.technology1, TOLERANCE.split),
  ]);
  const [sourcing0, sourcing1] = await Promise.all([
    runner.columns("sourcing-first-structure", first, split.sourcing, TOLERANCE.split),
    runner.columns("sourcing-last-structure", last, split.sourcing, TOLERANCE.split),
  ]);
  return mergeSourcing(calcParts(cube, pair, { technology0, technology1, sourcing0, sourcing1 }, method));
}

/** One basis after another: the columns of all would not fit into memory. */
async function solveBases(
  runner: Runner,
  first: Model,
  last: Model,
  pair: YearPair,
  cube: Cube,
  alternatives: StudyModels["alternatives"],
): Promise<BasisCube[]> {
  const bases: BasisCube[] = [];
  for (const { basis, q } of alternatives) bases.push(await solveBasis(runner, first, last, pair, cube, basis.id, q));
  return bases;
}

/** The crossings at another price basis: right-hand sides restated. */
async function solveBasis(
  runner: Runner,
  first: Model,
  last: Model,
  pair: YearPair,
  cube: Cube,
  id: string,
  q: Float64Array,
): Promise<BasisCube> {
  const Y1 = rescaleAmounts(last.Y, q);
  const [qX10, X01] = await Promise.all([
    runner.columns(
      `last-structure-first-demand:${id}`,
      last,
      rescaleAmounts(
        first.Y,
        q.map((index) => 1 / index),
      ),
      TOLERANCE.alternative,
    ),
    runner.columns(`first-structure-last-demand:${id}`, first, Y1, TOLERANCE.alternative),
  ]);
  return {
    basis: id,
    cube: restateCube(cube, pair, { X01, qX10 }, q),
    y0: pair.y0,
    y1: sumColumns(Y1, pair.y1.length),
  };
}

function boundMitigation([first, last]: readonly [SolvedYear, SolvedYear]): Float64Array | null {
  const after = last.bounds;
  return after && (first.bounds?.mitigation.map((bound, c) => bound + after.mitigation[c]) ?? null);
}

/** Sum of each column, R. */
function sumColumns(Y: Float64Array, R: number): Float64Array {
  const n = Y.length / R;
  const sums = new Float64Array(R);
  for (let c = 0; c < R; c++) for (let at = c * n; at < (c + 1) * n; at++) sums[c] += Y[at];
  return sums;
}
