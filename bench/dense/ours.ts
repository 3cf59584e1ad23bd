// One solve of a dense release in a process of its own, so that its memory can be measured:
// `node bench/dense/ours.ts RELEASE YEAR multipliers|matrix SCRATCH`.
import { join } from "node:path";
import { writeNpyFile } from "../../apps/cli/src/store/npy-file.ts";
import { readRelease } from "../../apps/cli/src/store/release-reader.ts";
import { createSolvePool } from "../../apps/cli/src/workers/solve-pool.ts";
import {
  buildYearModel,
  calcBounds,
  calcIntensity,
  calcOriginConsumer,
  calcSensitivity,
  type Model,
  solveMultipliers,
} from "../../packages/core/src/index.ts";

/** What a solve took, from the cells in memory to the answer, the fit included; and what it left open. */
export interface OurRun {
  read: number;
  solve: number;
  residual: number;
  /** Largest bound on a footprint, over the largest footprint. */
  bound: number | null;
}

const [folder, year, what, scratch] = process.argv.slice(2);
let since = performance.now();
const lap = () => {
  const seconds = (performance.now() - since) / 1000;
  since = performance.now();
  return seconds;
};

const pool = what === "matrix" ? createSolvePool() : undefined;
const { release } = readRelease(folder, [Number(year)]);
const read = lap();
const model = buildYearModel(release, 0);
const S = calcIntensity(model.F, model.x, model.axes);
const run: OurRun = { read, ...(pool ? await solveMatrix(model) : solveAll(model)) };
console.log(JSON.stringify(run));
await pool?.close();

function solveAll({ A }: Model): Omit<OurRun, "read"> {
  const { X, residual } = solveMultipliers(A, S, { tolerance: 1e-10 });
  const solve = lap();
  writeNpyFile(join(scratch, "our-M.npy"), X, [X.length]);
  return { solve, residual, bound: null };
}

async function solveMatrix({ A, Y, axes }: Model): Promise<Omit<OurRun, "read">> {
  const R = axes.regions.length;
  const { X, R: left, residual } = await pool!.solve(A, Y, { tolerance: 1e-7 });
  const C = calcOriginConsumer(S, X, R);
  const solve = lap();
  writeNpyFile(join(scratch, "our-C.npy"), C, [R, R]);
  const sensitivity = calcSensitivity(A, S);
  const footprints = Array.from({ length: R }, (_, c) => C.reduce((sum, t, at) => (at % R === c ? sum + t : sum), 0));
  const bound = sensitivity && Math.max(...calcBounds(sensitivity, left)) / Math.max(...footprints);
  return { solve, residual, bound };
}
