import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { createSolvePool } from "../apps/cli/src/workers/solve-pool.ts";
import { buildFactoredModel } from "../packages/core/src/index.ts";
import { median } from "./measure.ts";
import { openYear } from "./open-year.ts";

interface Options {
  release: string;
  year: number;
  rounds: number;
  row: (what: string, result: string, against: string, goal: string) => void;
}

/**
 * Origin × consumer matrix of one year at full resolution: the factored solver on all threads against numpy/scipy LU
 * of the dense table, round by round in turn. Set-up of the solver counts; building the dense table does not count
 * for the peer.
 */
export async function compareWithLu({ release, year, rounds, row }: Options): Promise<void> {
  const peer = startPeer(release, year);
  const versions = await peer.next();
  const ours: number[] = [];
  const theirs: number[] = [];
  let difference = 0;
  for (let round = 0; round < rounds; round++) {
    const mine = await solveFactored(release, year);
    const other = await peer.next("go\n");
    ours.push(mine.seconds);
    theirs.push(other.seconds);
    difference = Math.max(difference, Math.abs(mine.total / other.total - 1), Math.abs(mine.local / other.local - 1));
  }
  peer.end();
  const [a, b] = [median(ours), median(theirs)];
  row(
    "G3 origin × consumer, factored, 1e-10",
    `${a.toFixed(2)} s; ${(b / a).toFixed(1)}× faster`,
    `LU ${b.toFixed(1)} s (numpy ${versions.numpy}, scipy ${versions.scipy}); totals agree to ${difference.toExponential(1)}`,
    "≥ 12× LU",
  );
}

async function solveFactored(folder: string, year: number) {
  const { space, tables } = openYear(folder, year);
  const pool = createSolvePool();
  const begin = performance.now();
  const { A, Y, F, x } = buildFactoredModel(space, tables);
  const { X } = await pool.solve(A, Y);
  const N = space.axes.sectors.length;
  let total = 0;
  let local = 0;
  for (let at = 0; at < X.length; at++) {
    const i = at % A.n;
    const caused = (F[i] / x[i]) * X[at];
    total += caused;
    if (Math.floor(i / N) === Math.floor(at / A.n)) local += caused;
  }
  const seconds = (performance.now() - begin) / 1000;
  await pool.close();
  return { seconds, total, local };
}

function startPeer(release: string, year: number) {
  const script = new URL("peer_lu.py", import.meta.url).pathname;
  const child = spawn("python3", [script, release, String(year)], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async next(ask?: string) {
      if (ask) child.stdin.write(ask);
      const { value, done } = await lines.next();
      if (done) throw new Error("The peer ended early.");
      return JSON.parse(value);
    },
    end: () => child.stdin.end(),
  };
}
