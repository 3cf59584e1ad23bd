import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type DenseMatrix, leadTeam, makeTeamMemory, type SharedMatrix } from "@tributary/core/kernel";

/** What a thread of a team is given. */
export interface TeamTask {
  matrix: SharedMatrix;
  team: SharedArrayBuffer;
}

/**
 * Let other threads help with every product of a matrix. They sleep in between, and end with the process.
 *
 * @param threads How many there are, the caller's own among them.
 */
export function startTeam(matrix: DenseMatrix, threads: number = availableParallelism()): void {
  const { n, precision, memory } = matrix;
  if (!memory || threads < 2) return;
  const team = makeTeamMemory();
  for (let helper = 1; helper < threads; helper++) {
    const workerData: TeamTask = { matrix: { n, precision, memory }, team };
    new Worker(new URL("./team-worker.ts", import.meta.url), { workerData }).unref();
  }
  matrix.run = leadTeam(matrix, team);
  matrix.enlist = (other) => startTeam(other, threads);
}
