const EXIT_CODES: Readonly<Partial<Record<NodeJS.Signals, number>>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const SIGNALS = Object.keys(EXIT_CODES) as NodeJS.Signals[];

/** What is to be cleaned up if the process is interrupted now, oldest first. */
const pending: (() => void)[] = [];

/**
 * Run `cleanUp` before the process ends on an interrupt or a termination request, what was registered last first.
 *
 * Signals are only held while something is registered: a long computation without files to mend ends at once.
 *
 * @param cleanUp Must not wait: the process ends when all have returned.
 * @returns Takes the registration away again.
 */
export function onInterrupt(cleanUp: () => void): () => void {
  if (pending.length === 0) for (const signal of SIGNALS) process.on(signal, endProcess);
  pending.push(cleanUp);
  return () => {
    const at = pending.indexOf(cleanUp);
    if (at >= 0) pending.splice(at, 1);
    if (pending.length === 0) for (const signal of SIGNALS) process.removeListener(signal, endProcess);
  };
}

function endProcess(signal: NodeJS.Signals): void {
  for (const cleanUp of pending.toReversed()) cleanUp();
  process.exit(EXIT_CODES[signal]);
}
