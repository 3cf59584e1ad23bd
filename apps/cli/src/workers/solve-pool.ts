import { availableParallelism } from "node:os";
import {
  ModelError,
  prepareSolve,
  type RequirementsOperator,
  type Solution,
  type SolveColumns,
  type SolveOptions,
} from "@tributary/core";
import { Tinypool } from "tinypool";
import {
  allocateShared,
  openOperator,
  type SharedOperator,
  shareArray,
  shareDirections,
  shareOperator,
} from "./shared-operator.ts";
import { type SolveReport, type SolveTask, type SolveWork, solveTask } from "./solve-worker.ts";

/** Threads that share the columns of a solve. */
export interface SolvePool {
  /**
   * `solveOutput`, spread over the threads. The result does not depend on their number: every panel is solved as it
   * would be alone.
   *
   * @throws {ModelError} As `solveOutput`, from the first columns that fail; `stale` if another table was written meanwhile where
   *   this one takes turns.
   */
  solve: SolveColumns;
  /** End the threads. */
  close(): Promise<void>;
}

/** Up to this many columns are solved before another thread has been told of them. */
const FEW = 8;

/**
 * Start a pool of solvers. Threads start at once, and load the model while the caller reads its input.
 *
 * @param threads How many; one means that everything runs in the calling thread.
 */
export function createSolvePool(threads: number = availableParallelism()): SolvePool {
  const shared = new WeakMap<RequirementsOperator, SharedOperator>();
  const reopened = new WeakMap<RequirementsOperator, RequirementsOperator>();
  let count = 0;
  const pool =
    threads > 1
      ? new Tinypool({
          filename: new URL("./solve-worker.ts", import.meta.url).href,
          minThreads: threads,
          maxThreads: threads,
          isolateWorkers: false,
        })
      : undefined;

  const share = (A: RequirementsOperator): SharedOperator => {
    const operator = shared.get(A) ?? shareOperator(A, ++count, share);
    shared.set(A, operator);
    return operator;
  };
  /**
   * A table as a thread of the pool opens it. One that was changed stands on what its parent laid out, and rounds otherwise than one
   * that stands alone: results would depend on the number of threads.
   */
  const reopen = (A: RequirementsOperator): RequirementsOperator => {
    const operator = reopened.get(A) ?? (A.kind === "factored" ? openOperator(share(A), () => A) : A);
    reopened.set(A, operator);
    return operator;
  };
  const solve: SolveColumns = async (A, Y, options = {}) => {
    if (!pool || Y.length <= FEW * A.n) {
      const tasks = listTasks(A, Y, options);
      const own = Y.length > FEW * A.n ? reopen(A) : A;
      return collect(
        tasks,
        tasks.map((task) => solveTask(own, task)),
      );
    }
    const { table, check } = A.settle?.() ?? { table: A };
    const operator = share(table);
    const send = (work: SolveWork) => pool.run(work) as Promise<SolveReport>;
    // The threads lay the table out while this one finds what its iteration is slowest in.
    const laid = Array.from({ length: A.prepare ? threads : 0 }, () => send({ operator, columns: Y.length / A.n }));
    const tasks = listTasks(A, Y, options);
    const solved = tasks.map((task) => send({ operator, task }));
    const [reports] = await Promise.all([Promise.all(solved), ...laid]);
    check?.();
    return collect(tasks, reports);
  };
  return { solve, close: async () => pool?.destroy() };
}

/** One task a panel of the operator's own width, so that columns meet the same neighbours whatever the threads. */
function listTasks(A: RequirementsOperator, values: Float64Array, given: SolveOptions): SolveTask[] {
  if (values.length % A.n !== 0)
    throw new ModelError(
      "shape-mismatch",
      `A right-hand side of ${values.length} numbers is not made of columns of ${A.n}.`,
    );
  const Y = shareArray(values);
  const [X, R] = [allocateShared(Y.length), allocateShared(Y.length)];
  const { spectrum, slow } = prepareSolve(A, values.length / A.n, given);
  const options = {
    ...given,
    spectrum,
    slow: slow && shareDirections(slow),
    start: given.start && shareArray(given.start),
  };
  const tasks: SolveTask[] = [];
  for (let first = 0, end: number; first < Y.length / A.n; first = end) {
    end = Math.min(first + A.chooseWidth(Y.length / A.n - first), Y.length / A.n);
    tasks.push({ Y, X, R, first, end, options });
  }
  return tasks;
}

function collect(tasks: readonly SolveTask[], reports: readonly SolveReport[]): Solution {
  let [rounds, residual] = [0, 0];
  for (const report of reports) {
    if ("code" in report) throw new ModelError(report.code, report.message);
    rounds = Math.max(rounds, report.rounds);
    residual = Math.max(residual, report.residual);
  }
  const [X, R] = tasks.length > 0 ? [tasks[0].X, tasks[0].R] : [new Float64Array(0), new Float64Array(0)];
  return { X, R, residual, rounds };
}
