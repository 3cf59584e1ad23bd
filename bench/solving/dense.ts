import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { decodeNpy } from "../../apps/cli/src/store/npy.ts";
import { type Measured, measureNode, median } from "../measure.ts";
import type { OurRun } from "./ours.ts";
import { hasPeer, type Peer, startPeer } from "./start-peer.ts";

interface Options {
  work: string;
  rounds: number;
  parts: ReadonlySet<string>;
  row: (what: string, result: string, against: string, goal: string) => void;
}

const YEAR = 2017;
const tributary = new URL("../../apps/cli/bin/tributary.js", import.meta.url).pathname;

/** A made table of full size: imported, then solved against numpy and scipy, round by round in turn. */
export async function measureDense({ work, rounds, parts, row }: Options): Promise<void> {
  const release = importTable(work, row);
  const wanted = parts.has("G1") || parts.has("G2") || parts.has("G7");
  const peer = wanted && hasPeer() ? await startPeer(release, YEAR, work) : null;
  try {
    if (parts.has("G1")) {
      const steps = ["inverse", "lu", "bicgstab"];
      const run = await alternate({ release, work, what: "multipliers", steps, peer, rounds });
      report("G1 multipliers, dense, 1e-10", run, "≥ 150× inverse, ≥ 50× LU, ≥ 3× bicgstab; ≤ 1.0 GB", row);
      compare("G1 the same, distance to the peer", join(work, "our-M.npy"), join(work, "peer-M.npy"), "≤ 1e-9", row);
    }
    if (parts.has("G2") || parts.has("G7")) {
      const steps = ["pymrio_steps", ...(peer?.pymrio ? ["pymrio_itself"] : []), "lu_columns"];
      const run = await alternate({ release, work, what: "matrix", steps, peer, rounds });
      report("G2 origin × consumer, dense, 1e-7", run, "≥ 8× pymrio's steps, ≥ 1.4× LU; ≤ 1.2 GB", row);
      compare("G2 the same, distance to the peer", join(work, "our-C.npy"), join(work, "peer-C.npy"), "≤ 1e-7", row);
      const { bound } = run.last;
      row(
        "G7 bound on a footprint's error, over the largest",
        bound?.toExponential(1) ?? "none",
        "",
        "with every result",
      );
    }
    if (parts.has("G5")) {
      const run = await alternate({ release, work, what: "switch", steps: [], peer: null, rounds });
      const { whole } = run.last;
      const against = `solved whole ${formatSeconds(whole?.seconds ?? Number.NaN)}, ${whole?.distance.toExponential(1)} of the largest entry apart`;
      row("G5 supplier switch, dense", formatSeconds(median(run.solves)), against, "≤ 0.8 s, ≤ 1e-9");
    }
    if (peer) row("peer of G1, G2", peer.about, peer.pymrio ? `pymrio ${peer.pymrio}` : "pymrio not installed", "");
    else if (wanted) row("G1, G2 against numpy and scipy", "not measured", "skipped: not on this machine", "");
  } finally {
    peer?.end();
  }
}

function importTable(work: string, row: Options["row"]): string {
  const files = join(work, "table");
  const release = join(work, "dense");
  measureNode([new URL("write-table.ts", import.meta.url).pathname, files]);
  const lists = ["--regions", join(files, "regions.csv"), "--sectors", join(files, "sectors.csv")];
  const parts = ["Z", "Y", "x", "VA", "F"].map((part) => join(files, `${part}.npy`));
  const units = ["--unit", "10^4 CNY", "--emissions-unit", "t"];
  const about = ["--profile", "npy", "--year", String(YEAR), ...units, ...lists];
  const imported = measureNode([tributary, "data", "import", ...parts, ...about, "--out", release]);
  row("import of 13,146 rows, NumPy", formatSeconds(imported.seconds), `peak ${formatPeak(imported)}`, "≤ 1 GB + 1.38");
  rmSync(files, { recursive: true });
  return release;
}

interface Runs {
  ours: Measured[];
  last: OurRun;
  solves: number[];
  firsts: number[];
  reads: number[];
  theirs: Map<string, number[]>;
}

async function alternate(options: {
  release: string;
  work: string;
  what: string;
  steps: readonly string[];
  peer: Peer | null;
  rounds: number;
}): Promise<Runs> {
  const { release, work, what, steps, peer, rounds } = options;
  const script = new URL("ours.ts", import.meta.url).pathname;
  const runs: Omit<Runs, "last"> = {
    ours: [],
    solves: [],
    firsts: [],
    reads: [],
    theirs: new Map(steps.map((step) => [step, []])),
  };
  let last: OurRun | undefined;
  for (let round = 0; round < rounds; round++) {
    const measured = measureNode([script, release, String(YEAR), what, work]);
    last = JSON.parse(measured.stdout) as OurRun;
    runs.ours.push(measured);
    runs.solves.push(last.solve);
    runs.firsts.push(last.first ?? last.solve);
    runs.reads.push(last.read);
    if (peer) for (const step of steps) runs.theirs.get(step)?.push(await peer.run(step));
  }
  if (!last) throw new Error("At least one round is needed.");
  return { ...runs, last };
}

function report(
  what: string,
  { ours, solves, firsts, reads, theirs, last }: Runs,
  goal: string,
  row: Options["row"],
): void {
  const solve = median(solves);
  const peak = median(ours.map((measured) => measured.peak));
  const first = median(firsts);
  const cold = first === solve ? "" : ` (${formatSeconds(first)} the first time in a process)`;
  const result = `${formatSeconds(solve)} with the fit${cold}, residual ${last.residual.toExponential(1)}; peak ${peak.toFixed(2)} GB`;
  row(what, result, formatRatios(theirs, solve), goal);
  const end = formatSeconds(median(ours.map(({ seconds }) => seconds)));
  row(`${what.slice(0, 2)} end to end`, end, `reading and hashing ${formatSeconds(median(reads))} of it`, "");
}

/** Largest difference over the largest number. */
export function compare(what: string, mine: string, theirs: string, goal: string, row: Options["row"]): void {
  if (!existsSync(theirs)) return;
  const [ours, peers] = [mine, theirs].map((path) => decodeNpy(readFileSync(path), path).data);
  let [apart, size] = [0, 0];
  for (let i = 0; i < ours.length; i++) {
    apart = Math.max(apart, Math.abs(ours[i] - peers[i]));
    size = Math.max(size, Math.abs(peers[i]));
  }
  row(what, (apart / size).toExponential(1), "largest entry", goal);
}

/** What each step of the peer took, and how often ours fits into it. */
export function formatRatios(theirs: ReadonlyMap<string, readonly number[]>, solve: number): string {
  const ratios = [...theirs]
    .filter(([, times]) => times.length > 0)
    .map(([step, times]) => `${step} ${formatSeconds(median(times))}: ${(median(times) / solve).toFixed(1)}×`);
  return ratios.join("; ") || "no peer";
}

export function formatSeconds(seconds: number): string {
  return `${seconds < 10 ? seconds.toFixed(2) : seconds.toFixed(1)} s`;
}

function formatPeak({ peak }: Measured): string {
  return `${peak.toFixed(2)} GB`;
}
