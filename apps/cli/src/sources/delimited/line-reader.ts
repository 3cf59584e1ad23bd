import { closeSync, readSync } from "node:fs";
import { setImmediate as turn } from "node:timers/promises";
import { InputError } from "@tributary/core/errors";
import { showPath } from "../../paths.ts";
import { openInput } from "../../store/input-file.ts";

/** A line of a text file. Its bytes are used again: they hold until the next line is asked for. */
export interface Line {
  number: number;
  bytes: Uint8Array;
  /** Whether a line end follows; the last line may have none. */
  ended: boolean;
}

const CHUNK = 1 << 20;
/** No row of a table is longer; what is has no line ends. */
const LONGEST = 1 << 27;
const [FEED, RETURN] = [10, 13];
const BOM = [0xef, 0xbb, 0xbf];

/**
 * Lines of a file, one at a time, whatever its size; line feeds, with or without carriage returns before them.
 *
 * A byte order mark at the beginning is left out. A reader that waits between chunks lets interrupts through.
 *
 * @throws {InputError} `no-line-ends` for a line of more than 128 MiB.
 */
export async function* readLines(path: string): AsyncGenerator<Line> {
  const file = openInput(path);
  let buffer: Buffer = Buffer.allocUnsafe(2 * CHUNK);
  let [start, filled, number] = [0, 0, 0];
  try {
    for (;;) {
      if (filled === buffer.length) {
        buffer = makeRoom(buffer, start, filled);
        [start, filled] = [0, filled - start];
      }
      const read = readSync(file, buffer, filled, Math.min(CHUNK, buffer.length - filled), null);
      let scanned = filled;
      filled += read;
      if (number === 0 && start === 0 && filled >= 3 && BOM.every((byte, k) => buffer[k] === byte)) start = scanned = 3;
      for (
        let end = buffer.subarray(0, filled).indexOf(FEED, scanned);
        end >= 0;
        end = nextFeed(buffer, filled, start)
      ) {
        yield { number: ++number, bytes: withoutReturn(buffer.subarray(start, end)), ended: true };
        start = end + 1;
      }
      if (filled - start > LONGEST) throw refuseLine(path, number + 1);
      if (read === 0) break;
      await turn();
    }
    if (start < filled) yield { number: ++number, bytes: withoutReturn(buffer.subarray(start, filled)), ended: false };
  } finally {
    closeSync(file);
  }
}

function nextFeed(buffer: Buffer, filled: number, start: number): number {
  return buffer.subarray(0, filled).indexOf(FEED, start);
}

/** The unread rest at the beginning of a buffer, of twice the size where it is more than half of it. */
function makeRoom(buffer: Buffer, start: number, filled: number): Buffer {
  const rest = filled - start;
  const next = rest > buffer.length / 2 ? Buffer.allocUnsafe(2 * buffer.length) : buffer;
  buffer.copy(next, 0, start, filled);
  return next;
}

function refuseLine(path: string, line: number): InputError {
  const where = `${showPath(path)}:${line}`;
  const message = "is longer than 128 MiB: no row of a table is";
  const hint = "save the table with a line end behind each row";
  const issue = { severity: "error" as const, code: "no-line-ends", where, message, hint };
  return new InputError("no-line-ends", "The table cannot be read.", [issue]);
}

function withoutReturn(bytes: Uint8Array): Uint8Array {
  return bytes[bytes.length - 1] === RETURN ? bytes.subarray(0, -1) : bytes;
}
