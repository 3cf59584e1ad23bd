import { allocateRestated, type BlockPair, type Cube, fillRestated } from "../accounts/cube.ts";
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

/** A price basis while blocks of consumers are solved. */
type OpenBasis = BasisCube & { q: Float64Array };

/** Every other basis, to be filled. */
export function openBases(cube: Cube, y0: Float64Array, alternatives: StudyModels["alternatives"]): OpenBasis[] {
  return alternatives.map(({ basis, q }) => ({
    ...{ basis: basis.id, q, cube: allocateRestated(cube) },
    ...{ y0, y1: new Float64Array(y0.length) },
  }));
}

/** A block of consumers: their demand, and the output that it drives. */
export interface PairBlock extends BlockPair {
  first: number;
  Y0: Float64Array;
  Y1: Float64Array;
}

/** One basis after another: the crossings of a block at its prices, right-hand sides restated. */
export async function solveBases(
  runner: SolveRunner,
  first: Model,
  last: Model,
  block: PairBlock,
  bases: readonly OpenBasis[],
): Promise<void> {
  for (const { basis, cube, y1, q } of bases) {
    const Y1 = rescaleAmounts(block.Y1, q);
    const back = rescaleAmounts(
      block.Y0,
      q.map((index) => 1 / index),
    );
    const all = y1.length;
    const [qX10, X01] = await Promise.all([
      runner.columns(`last-structure-first-demand:${basis}`, last, back, TOLERANCE, all),
      runner.columns(`first-structure-last-demand:${basis}`, first, Y1, TOLERANCE, all),
    ]);
    fillRestated(cube, block, { X01, qX10 }, q, block.first);
    y1.set(sumColumns(Y1, q.length), block.first);
  }
}
