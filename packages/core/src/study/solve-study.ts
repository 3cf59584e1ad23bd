import { allocateCube, type Cube, fillCube } from "../accounts/cube.ts";
import { allocateSplit, joinParts, mergeSourcing } from "../analysis/sda/split-causes.ts";
import { buildTechnologyChange } from "../analysis/sda/technology-change.ts";
import type { SdaMethod } from "../analysis/sda/three-factors.ts";
import type { SolveColumns } from "../kernel/solver.ts";
import { type ConsumerBlock, listBlocks } from "../model/consumer-blocks.ts";
import { readDemand } from "../model/model.ts";
import type { Cause } from "../release/results.ts";
import { type BasisCube, openBases, type PairBlock, solveBases } from "./solve-bases.ts";
import { solveCauses } from "./solve-causes.ts";
import { type SolveRecord, SolveRunner, TOLERANCE } from "./solve-runner.ts";
import { OpenYear, type SolvedYear } from "./solve-years.ts";
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

/** Solves of a block: two years with their crossings, and four that split the decomposition. */
const SOLVES = 8;

/**
 * Everything that has to be solved for the published results: two years with their crossings, the split of the
 * decomposition, and the crossings again at every other price basis; one block of consumers after another.
 *
 * Solves are handed over before they are waited for: where they run in other threads, this one prepares the next.
 *
 * @param solve `solveOutput`, wherever it runs.
 * @param method Orders of the decomposition that are averaged.
 * @param report Told how many solves are done, and of how many.
 * @param whileOpen Given both years once they are solved, while other threads solve the rest, where all consumers are one block.
 * @throws {ModelError} As the solver; {InputError} as `calcIntensity`.
 */
export async function solveStudy(
  models: StudyModels,
  solve: SolveColumns,
  method: SdaMethod,
  report: (done: number, total: number) => void = () => {},
  whileOpen: (years: readonly [SolvedYear, SolvedYear], cube: Cube) => void = () => {},
  blocks = listBlocks(models.first.A.n, models.first.axes.regions.length),
): Promise<SolvedStudy> {
  const { first, last, basis, alternatives } = models;
  const R = first.axes.regions.length;
  const runner = new SolveRunner(solve, report, 2 + (SOLVES + 2 * alternatives.length) * blocks.length);
  const years = [new OpenYear(first), new OpenYear(last)] as const;
  const [y0, y1] = years.map(({ y }) => y);
  const cube = allocateCube(R);
  const bases = openBases(cube, y0, alternatives);
  const split = allocateSplit(R);
  let change: ReturnType<typeof buildTechnologyChange> | undefined;
  for (const at of blocks) {
    const block = await solvePair(runner, years, at);
    fillCube(cube, block, at.first);
    change ??= buildTechnologyChange(first.A, last.A, R);
    const causes = () => solveCauses(runner, first, last, block, change!, split, method);
    const rest = solveBases(runner, first, last, block, bases);
    if (blocks.length > 1) {
      // One after the other: each has arrays of a block of its own.
      await rest;
      await causes();
      continue;
    }
    const both = Promise.all([rest, causes()]);
    whileOpen(readYears(years), cube);
    await both;
  }
  const solved = readYears(years);
  return {
    years: solved,
    bases: [{ basis: basis.id, cube, y0, y1 }, ...bases],
    causes: mergeSourcing(joinParts(cube, { y0, y1 }, split, method)),
    mitigationBounds: boundMitigation(solved),
    records: runner.records,
  };
}

const readYears = ([first, last]: readonly [OpenYear, OpenYear]) => [first.read(), last.read()] as const;

/** A block of both years, and of either year's structure with the other's demand. */
async function solvePair(
  runner: SolveRunner,
  [first, last]: readonly [OpenYear, OpenYear],
  { first: from, end }: ConsumerBlock,
): Promise<PairBlock> {
  const [before, after] = [first.model, last.model];
  const [Y0, Y1] = [readDemand(before, from, end), readDemand(after, from, end)];
  const all = before.axes.regions.length;
  const change = last.S.map((intensity, i) => intensity - first.S[i]);
  const [own0, own1, X01, X10] = await Promise.all([
    runner.run(`own-demand-${before.year}`, before, Y0, TOLERANCE, all),
    runner.run(`own-demand-${after.year}`, after, Y1, TOLERANCE, all),
    runner.columns("first-structure-last-demand", before, Y1, TOLERANCE, all),
    runner.columns("last-structure-first-demand", after, Y0, TOLERANCE, all),
    // Once, beside the first block.
    ...(from === 0 ? [first.solveSides(runner, change), last.solveSides(runner, change)] : []),
  ]);
  first.add(Y0, own0, from);
  last.add(Y1, own1, from);
  return { first: from, Y0, Y1, S0: first.S, S1: last.S, X00: own0.X, X11: own1.X, X01, X10 };
}

function boundMitigation([first, last]: readonly [SolvedYear, SolvedYear]): Float64Array | null {
  const after = last.bounds;
  return after && (first.bounds?.mitigation.map((bound, c) => bound + after.mitigation[c]) ?? null);
}
