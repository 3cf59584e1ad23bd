import type { Output } from "./output.ts";

/** Reports how far a run has come. */
export interface Progress {
  /** Begin a step. */
  step(name: string): void;
  /** How far the step has come. */
  update(done: number, total: number): void;
  /** End the last step. */
  end(): void;
}

/** Steps shorter than this are not worth a time. */
const SHORT_MS = 50;

/**
 * Report steps on stderr: a line that rewrites itself on a terminal, a plain line a step elsewhere.
 *
 * @param clock Milliseconds, for tests.
 */
export function createProgress(output: Output, clock: () => number = () => performance.now()): Progress {
  let current: { name: string; since: number } | undefined;
  const end = () => {
    if (!current) return;
    const ms = clock() - current.since;
    output.message(ms < SHORT_MS ? current.name : `${current.name}  ${(ms / 1000).toFixed(1)} s`);
    current = undefined;
  };
  return {
    step(name) {
      end();
      current = { name, since: clock() };
      output.transient(`${name} …`);
    },
    update(done, total) {
      if (current) output.transient(`${current.name} … ${Math.floor((100 * done) / total)} %`);
    },
    end,
  };
}
