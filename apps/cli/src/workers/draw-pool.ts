import { availableParallelism } from "node:os";
import { type DrawPlan, type DrawRecord, type Facts, InputError } from "@tributary/core";
import { Tinypool } from "tinypool";
import type { DrawReport, DrawTask } from "./draw-worker.ts";

/**
 * Make draws on all cores, each in one thread. What a draw gives does not depend on how many there are.
 *
 * @param made Told of each as it is done, in whatever order.
 * @throws {InputError} Figures that no settings can use, as `drawEstimate`; draws that are not done are given up.
 */
export async function makeDraws(
  facts: Facts,
  plan: DrawPlan,
  draws: readonly number[],
  made: (record: DrawRecord) => void,
  threads: number = availableParallelism(),
): Promise<void> {
  const pool = new Tinypool({
    filename: new URL("./draw-worker.ts", import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
    isolateWorkers: false,
  });
  try {
    await Promise.all(
      draws.map(async (draw) => {
        const report = (await pool.run({ facts, plan, draw } satisfies DrawTask)) as DrawReport;
        if ("code" in report) throw new InputError(report.code, report.message);
        made(report.record);
      }),
    );
  } finally {
    await pool.destroy();
  }
}
