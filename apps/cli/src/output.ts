import { createColors } from "picocolors";

/** A stream to write to, as much of it as is used. */
interface Sink {
  write(text: string): unknown;
  isTTY?: boolean;
}

/** The only way to the terminal: data to one stream, everything said about it to the other. */
export interface Output {
  /** Whether somebody watches: then progress may rewrite its line. */
  readonly watched: boolean;
  /** Colours for messages; plain text where there is no terminal or `NO_COLOR` is set. */
  readonly colors: ReturnType<typeof createColors>;
  /** What was asked for, on stdout, as it is. */
  data(text: string): void;
  /** A line about it, on stderr. */
  message(text: string): void;
  /** A line on stderr that the next one replaces; nothing where nobody watches. */
  transient(text: string): void;
}

const CLEAR_LINE = "\r\x1b[2K";

/** Write to the streams of the process, or to others in tests. */
export function createOutput(
  stdout: Sink = process.stdout,
  stderr: Sink = process.stderr,
  env: NodeJS.ProcessEnv = process.env,
): Output {
  const watched = stderr.isTTY === true && env.TERM !== "dumb";
  let pending = false;
  const clear = () => {
    if (pending) stderr.write(CLEAR_LINE);
    pending = false;
  };
  return {
    watched,
    colors: createColors(watched && !env.NO_COLOR),
    data: (text) => {
      clear();
      stdout.write(text);
    },
    message: (text) => {
      clear();
      stderr.write(`${text}\n`);
    },
    transient: (text) => {
      if (!watched) return;
      stderr.write(CLEAR_LINE + text);
      pending = true;
    },
  };
}
