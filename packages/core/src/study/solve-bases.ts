import { type Cube, restateCube, type YearPair } from "../accounts/cube.ts";
import { rescaleAmounts } from "../accounts/rescale-prices.ts";
import type { Model } from "../model/model.ts";
import { type SolveRunner, TOLERANCE } from "./solve-runner.ts";
import { sumColumns } from "./solve-years.ts";
import type { StudyModels } from "./study-models.ts";

/** One price basis: the eight matrices and the demand of each year. */
export interface BasisCube {
  basis: string;
  cube: Cube;
  y0: Float64Array;
  y1: Float64Array;
}

/** One basis after another: the columns of all would not fit into memory. */
export async function solveBases(
  runner: SolveRunner,
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
  runner: SolveRunner,
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
      TOLERANCE,
    ),
    runner.columns(`first-structure-last-demand:${id}`, first, Y1, TOLERANCE),
  ]);
  return {
    basis: id,
    cube: restateCube(cube, pair, { X01, qX10 }, q),
    y0: pair.y0,
    y1: sumColumns(Y1, pair.y1.length),
  };
}
