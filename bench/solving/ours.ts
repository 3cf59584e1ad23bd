// One solve of a release in a process of its own, so that its memory can be measured:
// `node bench/solving/ours.ts RELEASE YEAR multipliers|matrix|switch SCRATCH`.
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
  DenseRequirements,
  joinOutputs,
  type Model,
  MovedOutput,
  openSourcing,
  type Sourcing,
  solveMultipliers,
  solveOutput,
} from "../../packages/core/src/index.ts";

/** What a solve took, from the cells in memory to the answer, the fit included; and what it left open. */
export interface OurRun {
  read: number;
  solve: number;
  /** The same the first time in the process: code is compiled, and memory is asked for. */
  first?: number;
  residual: number;
  /** Largest bound on a footprint, over the largest footprint. */
  bound: number | null;
  /** Of a switch: distance to the changed table solved whole, over the largest entry, and what that took. */
  whole?: { distance: number; seconds: number };
}

const [folder, year, what, scratch] = process.argv.slice(2);
let since = performance.now();
const lap = () => {
  const seconds = (performance.now() - since) / 1000;
  since = performance.now();
  return seconds;
};

const pool = what === "matrix" ? createSolvePool() : undefined;
const { release, manifest } = readRelease(folder);
const read = lap();
const yearAt = manifest.years.indexOf(Number(year));
const model = buildYearModel(release, yearAt);
const S = calcIntensity(model.F, model.x, model.axes);
const solveOne = what === "switch" ? solveSwitch : solveAll;
const run: OurRun = { read, ...(pool ? await solveMatrix(model) : solveOne(model)) };
console.log(JSON.stringify(run));
await pool?.close();

function solveAll({ A }: Model): Omit<OurRun, "read"> {
  solveMultipliers(A, S, { tolerance: 1e-10 });
  const first = lap();
  const again = buildYearModel(release, yearAt);
  const { X, residual } = solveMultipliers(again.A, calcIntensity(again.F, again.x, again.axes), { tolerance: 1e-10 });
  const solve = lap();
  writeNpyFile(join(scratch, "our-M.npy"), X, [X.length]);
  return { solve, first, residual, bound: null };
}

/** A quarter of what one city's producers buy of a product from themselves comes from another city. */
function solveSwitch({ A, Y: demand, axes, x }: Model): Omit<OurRun, "read"> {
  if (!(A instanceof DenseRequirements)) throw new Error("The release is not dense.");
  const [R, N] = [axes.regions.length, axes.sectors.length];
  const Y = demand.subarray(0, A.n);
  const X0 = solveOutput(A, Y, { tolerance: 1e-11 }).X;
  const sourcing = openSourcing(A, R);
  lap();
  const changes = { shares: switchSupplier(sourcing, R, N), regions: new Map<number, Float64Array>() };
  const moves = sourcing.listMoves(changes, N)!;
  const Z = solveOutput(A, joinOutputs(moves, A.n), { tolerance: 1e-10 }).X;
  const start = X0.slice();
  new MovedOutput(moves, Z, N).move(start);
  const { X, residual } = solveOutput(sourcing.change(changes), Y, { tolerance: 1e-10, start });
  const solve = lap();
  for (const { s, outputs, inputs } of moves)
    for (let i = 0; i < A.n; i++) for (let j = 0; j < N; j++) A.A[i * A.n + s * N + j] += outputs[i] * inputs[j];
  const whole = solveOutput(new DenseRequirements(A.matrix, { R, weights: x }), Y, { tolerance: 1e-11 }).X;
  const seconds = lap();
  const size = Math.max(...whole);
  const distance = X.reduce((most, value, i) => Math.max(most, Math.abs(value - whole[i])), 0) / size;
  return { solve, residual, bound: null, whole: { distance, seconds } };
}

/** Shares of product 5 that the sectors of region 0 take, by the key of product and buyer. */
function switchSupplier(sourcing: Sourcing, R: number, N: number): Map<number, Float64Array> {
  const k = 5;
  const shares = new Map<number, Float64Array>();
  for (let b = 0; b < N; b++) {
    const share = Float64Array.from({ length: R }, (_, r) => sourcing.share(k, r, b));
    const moved = share[0] / 4;
    share[0] -= moved;
    share[1] += moved;
    shares.set(k * R * N + b, share);
  }
  return shares;
}

async function solveMatrix({ A, Y, axes }: Model): Promise<Omit<OurRun, "read">> {
  const R = axes.regions.length;
  const { X, R: left, residual } = await pool!.solve(A, Y, { tolerance: A.kind === "dense" ? 1e-7 : 1e-10 });
  const C = calcOriginConsumer(S, X, R);
  const solve = lap();
  writeNpyFile(join(scratch, "our-C.npy"), C, [R, R]);
  const sensitivity = calcSensitivity(A, S);
  const footprints = Array.from({ length: R }, (_, c) => C.reduce((sum, t, at) => (at % R === c ? sum + t : sum), 0));
  const bound = sensitivity && Math.max(...calcBounds(sensitivity, X, left)) / Math.max(...footprints);
  return { solve, residual, bound };
}
