import { ModelError } from "../../errors.ts";
import type { DenseMatrix } from "./dense-matrix.ts";
import { JOB_KINDS, type Job, runItem } from "./job.ts";

/** Words of a team's memory: whole numbers, then places and lengths of the job's arrays. */
const [CALL, LEFT, DONE, FAILED, KIND, ITEMS, COUNT, WORDS] = [0, 1, 2, 3, 4, 5, 6, 8];
const PLACES = 6;
/** Looks at a word before a thread sleeps: a tenth of a millisecond or so. */
const LOOKS = 5_000;

/** Memory through which a team is told of its jobs. */
export function makeTeamMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(WORDS * 4 + PLACES * 8);
}

/**
 * Do jobs together with the threads that serve the same memory; those that are not ready yet are not waited for.
 *
 * @see serveTeam
 */
export function leadTeam(matrix: DenseMatrix, shared: SharedArrayBuffer): (job: Job) => void {
  const words = new Int32Array(shared, 0, WORDS);
  const places = new Float64Array(shared, WORDS * 4);
  return (job) => {
    words[KIND] = JOB_KINDS.indexOf(job.kind);
    words[ITEMS] = job.items;
    words[COUNT] = job.count;
    const { x, out, blocks } = job;
    places.set([x, out, blocks].flatMap((array) => [array?.byteOffset ?? 0, array?.length ?? 0]));
    Atomics.store(words, DONE, 0);
    // Pieces are counted down: one that is taken keeps the job, and these words, alive.
    Atomics.store(words, LEFT, job.items);
    Atomics.add(words, CALL, 1);
    Atomics.notify(words, CALL);
    takeItems(matrix, job, words);
    for (let done = Atomics.load(words, DONE); done < job.items; done = Atomics.load(words, DONE))
      awaitChange(words, DONE, done);
    if (Atomics.load(words, FAILED) > 0) throw new ModelError("not-finite", "A thread of a product has failed.");
  };
}

/** Help with every job that is called. Does not return: the thread belongs to the team. */
export function serveTeam(matrix: DenseMatrix, shared: SharedArrayBuffer): never {
  const words = new Int32Array(shared, 0, WORDS);
  const places = new Float64Array(shared, WORDS * 4);
  for (let seen = Atomics.load(words, CALL); ; seen = Atomics.load(words, CALL)) {
    takeItems(matrix, () => readJob(matrix, words, places), words);
    awaitChange(words, CALL, seen);
  }
}

/** Look for a while, for jobs follow each other closely and waking takes longer than many of them; then sleep. */
function awaitChange(words: Int32Array, word: number, value: number): void {
  for (let look = 0; look < LOOKS; look++) if (Atomics.load(words, word) !== value) return;
  Atomics.wait(words, word, value);
}

function takeItems(matrix: DenseMatrix, given: Job | (() => Job), words: Int32Array): void {
  for (let item = Atomics.sub(words, LEFT, 1) - 1; item >= 0; item = Atomics.sub(words, LEFT, 1) - 1) {
    try {
      runItem(matrix, typeof given === "function" ? given() : given, item);
    } catch {
      Atomics.add(words, FAILED, 1);
    }
    Atomics.add(words, DONE, 1);
    Atomics.notify(words, DONE);
  }
}

function readJob(matrix: DenseMatrix, words: Int32Array, places: Float64Array): Job {
  const [x, xLength, out, outLength, blocks, blocksLength] = places;
  return {
    kind: JOB_KINDS[words[KIND]],
    items: words[ITEMS],
    count: words[COUNT],
    x: matrix.doublesAt(x, xLength),
    out: matrix.doublesAt(out, outLength),
    blocks: matrix.singlesAt(blocks, blocksLength),
  };
}
