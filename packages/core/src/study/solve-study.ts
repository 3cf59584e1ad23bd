import { type Cube, calcCube } from "../accounts/cube.ts";
import type { SdaMethod } from "../analysis/sda/three-factors.ts";
import type { SolveColumns } from "../kernel/solver.ts";
import type { Cause } from "../release/results.ts";
import { type BasisCube, solveBases } from "./solve-bases.ts";
import { solveCauses } from "./solve-causes.ts";
import { type SolveRecord, SolveRunner } from "./solve-runner.ts";
import { type SolvedYear, solvePair } from "./solve-years.ts";
import type { StudyModels } from "./study-models.ts";

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
  const runner = new SolveRunner(solve, report, 10 + 2 * alternatives.length);
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

function boundMitigation([first, last]: readonly [SolvedYear, SolvedYear]): Float64Array | null {
  const after = last.bounds;
  return after && (first.bounds?.mitigation.map((bound, c) => bound + after.mitigation[c]) ?? null);
}
