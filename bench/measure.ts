import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import "../apps/cli/bin/keep-code.js";

/** What a command took. */
export interface Measured {
  seconds: number;
  /** Peak resident memory, GB; of the process with its threads. */
  peak: number;
  stdout: string;
}

/**
 * Run a Node program to its end.
 *
 * @throws {Error} With the program's own words if it fails.
 */
export function measureNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): Measured {
  const folder = mkdtempSync(join(tmpdir(), "tributary-bench-"));
  const peakFile = join(folder, "peak");
  const preload = new URL("peak.ts", import.meta.url).href;
  const begin = performance.now();
  const run = spawnSync(process.execPath, ["--no-wasm-code-gc", "--import", preload, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, ...env, TRIBUTARY_PEAK_FILE: peakFile },
  });
  const seconds = (performance.now() - begin) / 1000;
  if (run.status !== 0) throw new Error(`${args.join(" ")} ended with ${run.status}:\n${run.stderr}`);
  const peak = Number(readFileSync(peakFile, "utf8")) / 1e6;
  rmSync(folder, { recursive: true });
  return { seconds, peak, stdout: run.stdout };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
