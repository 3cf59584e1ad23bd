import { resolve } from "node:path";
import { readFactoredRelease } from "../apps/cli/src/store/release-reader.ts";
import { createSolvePool } from "../apps/cli/src/workers/solve-pool.ts";
import { weighDraws } from "../apps/cli/src/workers/weigh-draws.ts";
import { drawFactors } from "../packages/scenarios/src/draws/draw-factors.ts";
import {
  answerScenario,
  type DrawInput,
  openBaseline,
  prepareDraws,
  resolveSettings,
  solveBaseline,
} from "../packages/scenarios/src/index.ts";
import { median } from "./measure.ts";

interface Options {
  release: string;
  year: number;
  rounds: number;
  row: (what: string, result: string, against: string, goal: string) => void;
}

const TERMS = { draws: 1000, seed: 1, spreads: { intensity: 0.2, requirements: 0, demand: 0 } };
/** Draws of the reference in a round: enough to tell its speed. */
const PLAIN = 8;

/** Draws on all intensities of a scenario that changes every one of them, against plain loops over the same matrices. */
export async function measureDraws({ release, year, rounds, row }: Options): Promise<void> {
  const input = await prepare(release, year);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await time(() => weighDraws(input, TERMS, () => {})));
    theirs.push((await time(async () => weighPlainly(input))) * (TERMS.draws / PLAIN));
  }
  const [a, b] = [median(ours), median(theirs)];
  row(
    `${TERMS.draws} draws on intensities, all cities, classes too`,
    `${a.toFixed(2)} s; ${(b / a).toFixed(1)}× faster`,
    `plain loops in one thread ${b.toFixed(1)} s (from ${PLAIN} draws)`,
    "≤ 2 s",
  );
}

async function prepare(release: string, year: number): Promise<DrawInput> {
  const { manifest, release: tables } = readFactoredRelease(resolve(release));
  const pool = createSolvePool();
  try {
    const before = await solveBaseline(openBaseline(manifest, tables, year), pool.solve);
    const cut = { where: { origins: { all: true }, sectors: "all" }, change: { percent: -18 } };
    const settings = resolveSettings({ levers: [{ lever: "upstream-decarbonisation", ...cut }] });
    return prepareDraws(await answerScenario(before, settings, pool.solve));
  } finally {
    await pool.close();
  }
}

/** The definition: every matrix weighted and summed cell by cell. */
function weighPlainly({ n, R, change, mitigation }: DrawInput): number {
  const N = n / R;
  let sum = 0;
  for (let draw = 0; draw < PLAIN; draw++) {
    const factors = drawFactors(TERMS, { R, N }, draw, draw + 1);
    for (const X of [change, mitigation!.before, mitigation!.added])
      for (let c = 0; c < R; c++) {
        let [local, outsourced] = [0, 0];
        for (let i = 0; i < n; i++) {
          const value = factors[i] * X[c * n + i];
          if (Math.floor(i / N) === c) local += value;
          else outsourced += value;
        }
        sum += local + outsourced;
      }
  }
  return sum;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return (performance.now() - since) / 1000;
}
