import { fillSplit, splitDemand, type WeighedSplit } from "../analysis/sda/split-causes.ts";
import type { TechnologyChange } from "../analysis/sda/technology-change.ts";
import type { SdaMethod } from "../analysis/sda/three-factors.ts";
import type { Model } from "../model/model.ts";
import type { PairBlock } from "./solve-bases.ts";
import { type SolveRunner, TOLERANCE } from "./solve-runner.ts";

/** The four solves that split structure and demand of a block of consumers, weighed into `split`. */
export async function solveCauses(
  runner: SolveRunner,
  first: Model,
  last: Model,
  block: PairBlock,
  change: TechnologyChange,
  split: WeighedSplit,
  method: SdaMethod,
): Promise<void> {
  const R = first.axes.regions.length;
  const sides = splitDemand(change, block, R);
  const [technology0, technology1] = await Promise.all([
    runner.columns("technology-first-demand", last, sides.technology0, TOLERANCE, R),
    runner.columns("technology-last-demand", last, sides.technology1, TOLERANCE, R),
  ]);
  const [sourcing0, sourcing1] = await Promise.all([
    runner.columns("sourcing-first-structure", first, sides.sourcing, TOLERANCE, R),
    runner.columns("sourcing-last-structure", last, sides.sourcing, TOLERANCE, R),
  ]);
  fillSplit(split, block, { technology0, technology1, sourcing0, sourcing1 }, method, block.first);
}
