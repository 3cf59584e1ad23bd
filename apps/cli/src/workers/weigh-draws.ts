import { availableParallelism } from "node:os";
import { DRAWS_AT_ONCE, type DrawEffects, type DrawInput, type DrawTerms, makeDrawEffects } from "@tributary/scenarios";
import { Tinypool } from "tinypool";
import { shareArray } from "./shared-operator.ts";
import weighShared, { type WeighTask } from "./weigh-worker.ts";

let count = 0;

/**
 * Weigh a scenario's draws on all cores. What a draw gives does not depend on how many there are.
 *
 * @param done Told how many draws are weighed.
 */
export async function weighDraws(
  input: DrawInput,
  terms: DrawTerms,
  done: (draws: number, total: number) => void,
  threads: number = availableParallelism(),
): Promise<DrawEffects> {
  const tasks = listTasks(shareInput(input), terms);
  let weighed = 0;
  const report = ({ first, end }: WeighTask) => {
    weighed += end - first;
    done(weighed, terms.draws);
  };
  if (threads === 1 || tasks.length < 2)
    for (const task of tasks) {
      weighShared(task);
      report(task);
    }
  else await weighInPool(tasks, threads, report);
  return tasks[0].into;
}

async function weighInPool(
  tasks: readonly WeighTask[],
  threads: number,
  report: (task: WeighTask) => void,
): Promise<void> {
  const pool = new Tinypool({
    filename: new URL("./weigh-worker.ts", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    isolateWorkers: false,
  });
  try {
    await Promise.all(tasks.map(async (task) => pool.run(task).then(() => report(task))));
  } finally {
    await pool.destroy();
  }
}

function listTasks(input: DrawInput, terms: DrawTerms): WeighTask[] {
  const id = ++count;
  const share = (bytes: number) => new SharedArrayBuffer(bytes);
  const into = makeDrawEffects(terms.draws * input.R, input.mitigation !== null, share);
  return Array.from({ length: Math.ceil(terms.draws / DRAWS_AT_ONCE) }, (_, k) => {
    const first = k * DRAWS_AT_ONCE;
    return { id, input, terms, first, end: Math.min(first + DRAWS_AT_ONCE, terms.draws), into };
  });
}

function shareInput({ n, R, change, production, mitigation }: DrawInput): DrawInput {
  const shared = mitigation && {
    before: shareArray(mitigation.before),
    added: shareArray(mitigation.added),
    size: shareArray(mitigation.size),
  };
  return { n, R, change: shareArray(change), production: shareArray(production), mitigation: shared };
}
