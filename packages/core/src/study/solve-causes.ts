import type { Cube, YearPair } from "../accounts/cube.ts";
import { buildSplit, calcParts, mergeSourcing } from "../analysis/sda/split-causes.ts";
import type { SdaMethod } from "../analysis/sda/three-factors.ts";
import type { Model } from "../model/model.ts";
import type { Cause } from "../release/results.ts";
import { type SolveRunner, TOLERANCE } from "./solve-runner.ts";

/** The change of footprints by cause, with the four solves that split structure and demand. */
export async function solveCauses(
  runner: SolveRunner,
  first: Model,
  last: Model,
  pair: YearPair,
  cube: Cube,
  method: SdaMethod,
): Promise<Record<Cause, Float64Array>> {
  const sides = { Y0: first.Y, Y1: last.Y, X00: pair.X00, X01: pair.X01 };
  const split = buildSplit(first.A, last.A, sides, first.axes.regions.length);
  const [technology0, technology1] = await Promise.all([
    runner.columns("technology-first-demand", last, split.technology0, TOLERANCE),
    runner.columns("technology-last-demand", last, split.technology1, TOLERANCE),
  ]);
  const [sourcing0, sourcing1] = await Promise.all([
    runner.columns("sourcing-first-structure", first, split.sourcing, TOLERANCE),
    runner.columns("sourcing-last-structure", last, split.sourcing, TOLERANCE),
  ]);
  return mergeSourcing(calcParts(cube, pair, { technology0, technology1, sourcing0, sourcing1 }, method));
}
