import {
  ModelError,
  type ModelErrorCode,
  type RequirementsOperator,
  type SolveOptions,
  solveOutput,
} from "@tributary/core/kernel";
import { openOperator, type SharedOperator } from "./shared-operator.ts";

/** Columns `first` to `end` of a solve; `Y`, `X` and `R` are shared, and no two tasks write to the same columns. */
export interface SolveTask {
  Y: Float64Array;
  X: Float64Array;
  R: Float64Array;
  first: number;
  end: number;
  options: SolveOptions;
}

/** What the task took and left open, or why it failed: an error class does not survive the way between threads. */
export type SolveReport = { rounds: number; residual: number } | { code: ModelErrorCode; message: string };

/** Operators opened last: setting one up costs more than a panel. Two years are enough, and memory stays bounded. */
const KEPT = 2;
const opened = new Map<number, RequirementsOperator>();

/** What a thread of the pool is asked for: a task, or to be ready for tasks of so many columns. */
export type SolveWork = { operator: SharedOperator } & ({ task: SolveTask } | { columns: number });

/** Solve one task of a pool, or lay its table out, in a thread of the pool. */
export default function solveShared(work: SolveWork): SolveReport | undefined {
  const A = findOperator(work.operator);
  if ("task" in work) return solveTask(A, work.task);
  A.prepare?.(work.columns);
  return undefined;
}

/** Solve one task in this thread. */
export function solveTask(A: RequirementsOperator, { Y, X, R, first, end, options }: SolveTask): SolveReport {
  try {
    const [from, to] = [first * A.n, end * A.n];
    const solution = solveOutput(A, Y.subarray(from, to), {
      ...options,
      start: options.start?.subarray(from, to),
    });
    X.set(solution.X, from);
    R.set(solution.R, from);
    return { rounds: solution.rounds, residual: solution.residual };
  } catch (error) {
    if (error instanceof ModelError) return { code: error.code, message: error.message };
    throw error;
  }
}

function findOperator(shared: SharedOperator): RequirementsOperator {
  const known = opened.get(shared.id);
  if (known) return known;
  const A = openOperator(shared, findOperator);
  // The table that it changes is kept: what stands on it needs no room of its own.
  if (shared.kind === "updated") return A;
  opened.set(shared.id, A);
  for (const id of [...opened.keys()].slice(0, -KEPT)) opened.delete(id);
  return A;
}
