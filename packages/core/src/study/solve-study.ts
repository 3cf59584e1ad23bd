import { type Cube, calcCube, type YearPair } from "../accounts/cube.ts";
import { calcIntensity } from "../accounts/intensity.ts";
import { rescaleAmounts, rescaleIntensity } from "../accounts/rescale-prices.ts";
import { buildSplit, calcParts, mergeSourcing } from "../analysis/sda/split-causes.ts";
import type { SdaMethod } from "../analysis/sda/three-factors.ts";
import { calcBounds, calcSensitivity } from "../kernel/bound.ts";
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
  /** Bound on the error of each footprint, R, t CO₂; null where none is claimed. */
  bounds: Float64Array | null;
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
  records: readonly SolveRecord[];
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
  const of = 10 + 2 * alternatives.length;
  const records: SolveRecord[] = [];
  const run = async (id: string, { A }: Model, Y: Float64Array, tolerance: number): Promise<Solution> => {
    step(id, of);
    const solution = await solve(A, Y, { tolerance });
    records.push({ id, residual: solution.residual, bound: null, rounds: solution.rounds });
    return solution;
  };
  const solveYear = async (model: Model): Promise<SolvedYear> => {
    const S = calcIntensity(model.F, model.x, model.axes);
    const own = await run(`own-demand-${model.year}`, model, model.Y, TOLERANCE.own);
    const record = records[records.length - 1];
    const exports = await run(`exports-${model.year}`, model, model.e, TOLERANCE.own);
    const sensitivity = calcSensitivity(model.A, S);
    const bounds = sensitivity && calcBounds(sensitivity, own.R);
    record.bound = bounds ? Math.max(...bounds) : null;
    return { model, S, M: solveMultipliers(model.A, S).X, X: own.X, Xe: exports.X, bounds };
  };

  const year0 = await solveYear(first);
  const year1 = await solveYear(last);
  const R = first.axes.regions.length;
  const { X: X01 } = await run("first-structure-last-demand", first, last.Y, TOLERANCE.crossed);
  const { X: X10 } = await run("last-structure-first-demand", last, first.Y, TOLERANCE.crossed);
  const pair: YearPair = {
    S0: year0.S,
    S1: year1.S,
    X00: year0.X,
    X11: year1.X,
    X01,
    X10,
    y0: sumColumns(first.Y, R),
    y1: sumColumns(last.Y, R),
  };
  const cube = calcCube(pair);

  const split = buildSplit(first.A, last.A, { Y0: first.Y, Y1: last.Y, X00: pair.X00, X01 }, R);
  const parts = calcParts(
    cube,
    pair,
    {
      technology0: (await run("technology-first-demand", last, split.technology0, TOLERANCE.split)).X,
      technology1: (await run("technology-last-demand", last, split.technology1, TOLERANCE.split)).X,
      sourcing0: (await run("sourcing-first-structure", first, split.sourcing, TOLERANCE.split)).X,
      sourcing1: (await run("sourcing-last-structure", last, split.sourcing, TOLERANCE.split)).X,
    },
    method,
  );

  const bases: BasisCube[] = [{ basis: basis.id, cube, y0: pair.y0, y1: pair.y1 }];
  for (const { basis: other, q } of alternatives) {
    const Y1 = rescaleAmounts(last.Y, q);
    const X01q = (await run(`first-structure-last-demand:${other.id}`, first, Y1, TOLERANCE.alternative)).X;
    const raised = raiseColumns(first.Y, q);
    const X10q = (await run(`last-structure-first-demand:${other.id}`, last, raised, TOLERANCE.alternative)).X;
    const y1 = sumColumns(Y1, R);
    const restated: YearPair = {
      ...pair,
      S1: rescaleIntensity(pair.S1, q),
      X11: rescaleAmounts(pair.X11, q),
      X01: X01q,
      X10: rescaleAmounts(X10q, q),
      y1,
    };
    bases.push({ basis: other.id, cube: calcCube(restated), y0: pair.y0, y1 });
  }
  return { years: [year0, year1], bases, causes: mergeSourcing(parts), records };
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
