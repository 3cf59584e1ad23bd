const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof EXIT_CODES;

/**
 * Run `cleanUp` before the process ends on an interrupt or a termination request.
 *
 * @param cleanUp Must not wait: the process ends when it returns.
 * @returns Takes the handler away again.
 */
export function onInterrupt(cleanUp: () => void): () => void {
  const handle = (signal: NodeJS.Signals) => {
    cleanUp();
    process.exit(EXIT_CODES[signal as Signal]);
  };
  for (const signal of Object.keys(EXIT_CODES)) process.once(signal, handle);
  return () => {
    for (const signal of Object.keys(EXIT_CODES)) process.removeListener(signal, handle);
  };
}
