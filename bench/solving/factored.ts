import { join } from "node:path";
import { writeNpyFile } from "../../apps/cli/src/store/npy-file.ts";
import { readRelease } from "../../apps/cli/src/store/release-reader.ts";
import { createSolvePool, type SolvePool } from "../../apps/cli/src/workers/solve-pool.ts";
import { buildYearModel, calcIntensity, calcOriginConsumer } from "../../packages/core/src/index.ts";
import { measureNode, median } from "../measure.ts";
import { compare, formatRatios, formatSeconds } from "./dense.ts";
import { hasPeer, startPeer } from "./start-peer.ts";

interface Options {
  release: string;
  year: number;
  work: string;
  rounds: number;
  row: (what: string, result: string, against: string, goal: string) => void;
}

const WHAT = "G3 origin × consumer, factored, 1e-10";
const GOAL = "≥ 60× pymrio's steps, ≥ 12× LU";

/**
 * Origin × consumer matrix of the open estimate at full resolution: the factored solver on all threads against numpy and
 * scipy on the table written out, round by round in turn. Set-up of the solver counts, but for the start of its threads, which read
 * while a release is read; writing the table out does not count for the peer.
 */
export async function measureFactored({ release, year, work, rounds, row }: Options): Promise<void> {
  if (!hasPeer()) {
    row(WHAT, "not measured", "skipped: no numpy and scipy on this machine", GOAL);
    return;
  }
  const peer = await startPeer(release, year, work);
  const pool = createSolvePool();
  const ours: number[] = [];
  const theirs = new Map<string, number[]>([
    ["pymrio_steps", []],
    ["lu_columns", []],
  ]);
  try {
    for (let round = 0; round < rounds; round++) {
      ours.push(await solve(pool, { release, year, target: join(work, "our-C.npy") }));
      for (const [step, times] of theirs) times.push(await peer.run(step));
    }
  } finally {
    peer.end();
    await pool.close();
  }
  const mine = median(ours);
  row(WHAT, formatSeconds(mine), formatRatios(theirs, mine), GOAL);
  compare("G3 the same, distance to the peer", join(work, "our-C.npy"), join(work, "peer-C.npy"), "≤ 1e-9", row);
  const script = new URL("ours.ts", import.meta.url).pathname;
  const cold = Array.from({ length: rounds }, () => measureNode([script, release, String(year), "matrix", work]));
  const end = formatSeconds(median(cold.map(({ seconds }) => seconds)));
  row("G3 end to end, its bound included", end, "a process of its own", "");
}

async function solve(pool: SolvePool, files: { release: string; year: number; target: string }): Promise<number> {
  const { release, manifest } = readRelease(files.release);
  const begin = performance.now();
  const { A, Y, F, x, axes } = buildYearModel(release, manifest.years.indexOf(files.year));
  const { X } = await pool.solve(A, Y, { tolerance: 1e-10 });
  const R = axes.regions.length;
  const C = calcOriginConsumer(calcIntensity(F, x, axes), X, R);
  const seconds = (performance.now() - begin) / 1000;
  writeNpyFile(files.target, C, [R, R]);
  return seconds;
}
