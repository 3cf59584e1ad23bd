import { type Cube, calcCube, type YearPair } from "../accounts/cube.ts";
import { calcIntensity } from "../accounts/intensity.ts";
import { rescaleAmounts, rescaleIntensity } from "../accounts/rescale-prices.ts";
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
interface SolveRecord {
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

/** Solves one after another, and keeps what each left open. */
class Runner {
  readonly records: SolveRecord[] = [];
  readonly #solve: SolveColumns;
  readonly #step: (name: string) => void;

  constructor(solve: SolveColumns, step: (name: string) => void) {
    this.#solve = solve;
    this.#step = step;
  }

  async run(id: string, { A }: Model, Y: Float64Array, tolerance: number): Promise<Solution> {
    this.#step(id);
    const solution = await this.#solve(A, Y, { tolerance });
    this.records.push({ id, residual: solution.residual, bound: null, rounds: solution.rounds });
    return solution;
  }

  async columns(...args: Parameters<Runner["run"]>): Promise<Float64Array> {
    return (await this.run(...args)).X;
  }
}

/**
 * Everything that has to be solved for the published results: two years with their crossings, the split of the
 * decomposition, and the crossings again at every other price basis.
 *
 * @param solve `solveOutput`, wherever it runs.
 * @param method Orders of the decomposition that are averaged.
 * @param step Told the name of each solve before it begins, and how many there are.
 * @throws {ModelError} As the solver; {InputError} as `calcIntensity`.
 */
export async function solveStudy(
  { first, last, basis, alternatives }: StudyModels,
  solve: SolveColumns,
  method: SdaMethod,
  step: (name: string, of: number) => void = () => {},
): Promise<SolvedStudy> {
  const runner = new Runner(solve, (name) => step(name, 10 + 2 * alternatives.length));
  const S = [first, last].map(({ F, x, axes }) => calcIntensity(F, x, axes));
  const change = S[1].map((intensity, i) => intensity - S[0][i]);
  const years = [await solveYear(runner, first, S[0], change), await solveYear(runner, last, S[1], change)] as const;
  const R = first.axes.regions.length;
  const pair: YearPair = {
    S0: years[0].S,
    S1: years[1].S,
    X00: years[0].X,
    X11: years[1].X,
    X01: await runner.columns("first-structure-last-demand", first, last.Y, TOLERANCE.crossed),
    X10: await runner.columns("last-structure-first-demand", last, first.Y, TOLERANCE.crossed),
    y0: sumColumns(first.Y, R),
    y1: sumColumns(last.Y, R),
  };
  const cube = calcCube(pair);
  const causes = await solveCauses(runner, first, last, pair, cube, method);
  const bases: BasisCube[] = [{ basis: basis.id, cube, y0: pair.y0, y1: pair.y1 }];
  for (const { basis: other, q } of alternatives) bases.push(await solveBasis(runner, first, last, pair, other.id, q));
  return { years, bases, causes, mitigationBounds: boundMitigation(years), records: runner.records };
}

/**
 * One year: its own demand, and in a panel each what exports and output drive, and the multipliers of S, of |ΔS| and of
 * ones.
 */
async function solveYear(runner: Runner, model: Model, S: Float64Array, change: Float64Array): Promise<SolvedYear> {
  const { A, x, e, Y, year } = model;
  const own = await runner.run(`own-demand-${year}`, model, Y, TOLERANCE.own);
  const record = runner.records[runner.records.length - 1];
  const [Xe, driven] = splitColumns(
    await runner.columns(`exports-${year}`, model, joinColumns(e, x), TOLERANCE.own),
    A.n,
  );
  const back = solveMultipliers(A, joinColumns(S, change.map(Math.abs), new Float64Array(A.n).fill(1)));
  const [M, MChange, Dn] = splitColumns(back.X, A.n);
  const [q, qChange] = splitColumns(back.R, A.n);
  const bound = (multipliers: Float64Array, open: Float64Array) =>
    calcBounds(readSensitivity(multipliers, open, Dn), own.R);
  const bounds = A.nonNegative ? { footprint: bound(M, q), mitigation: bound(MChange, qChange) } : null;
  record.bound = bounds ? Math.max(...bounds.footprint) : null;
  return { model, S, M, X: own.X, Xe, U: readUpstreamness(driven, x), Dn, bounds };
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
  const solved = {
    technology0: await runner.columns("technology-first-demand", last, split.technology0, TOLERANCE.split),
    technology1: await runner.columns("technology-last-demand", last, split.technology1, TOLERANCE.split),
    sourcing0: await runner.columns("sourcing-first-structure", first, split.sourcing, TOLERANCE.split),
    sourcing1: await runner.columns("sourcing-last-structure", last, split.sourcing, TOLERANCE.split),
  };
  return mergeSourcing(calcParts(cube, pair, solved, method));
}

/** The crossings at another price basis: right-hand sides restated, and the rest of the pair rescaled. */
async function solveBasis(
  runner: Runner,
  first: Model,
  last: Model,
  pair: YearPair,
  id: string,
  q: Float64Array,
): Promise<BasisCube> {
  const Y1 = rescaleAmounts(last.Y, q);
  const y1 = sumColumns(Y1, pair.y1.length);
  const X10 = await runner.columns(
    `last-structure-first-demand:${id}`,
    last,
    raiseColumns(first.Y, q),
    TOLERANCE.alternative,
  );
  const restated: YearPair = {
    ...pair,
    S1: rescaleIntensity(pair.S1, q),
    X11: rescaleAmounts(pair.X11, q),
    X01: await runner.columns(`first-structure-last-demand:${id}`, first, Y1, TOLERANCE.alternative),
    X10: rescaleAmounts(X10, q),
    y1,
  };
  return { basis: id, cube: calcCube(restated), y0: pair.y0, y1 };
}

function boundMitigation([first, last]: readonly [SolvedYear, SolvedYear]): Float64Array | null {
  const after = last.bounds;
  return after && first.bounds && first.bounds.mitigation.map((bound, c) => bound + after.mitigation[c]);
}

/** `q̂ Y`, column by column: the right-hand side of requirements that are restated by q. */
function raiseColumns(Y: Float64Array, q: Float64Array): Float64Array {
  return Y.map((amount, at) => amount * q[at % q.length]);
}

/** Sum of each column, R. */
function sumColumns(Y: Float64Array, R: number): Float64Array {
  const n = Y.length / R;
  const sums = new Float64Array(R);
  for (let at = 0; at < Y.length; at++) sums[Math.floor(at / n)] += Y[at];
  return sums;
}
