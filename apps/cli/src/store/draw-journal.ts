import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type DrawRecord, type DrawSource, drawRecordSchema, drawSourceSchema, InputError } from "@tributary/core";
import { showPath } from "../paths.ts";

/** Draws that are done, kept one a line while others are still to be made: an interrupt loses none of them. */
export interface DrawJournal {
  readonly records: ReadonlyMap<number, DrawRecord>;
  add(record: DrawRecord): void;
  /** Take the file away: the draws stand in their folder. */
  remove(): void;
}

/**
 * Open the journal at `path`, or begin it.
 *
 * @throws {InputError} `other-draws` where it is of another seed, other figures, settings or another version.
 */
export function openDrawJournal(path: string, source: DrawSource): DrawJournal {
  const head = `${JSON.stringify(source)}\n`;
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, head);
  }
  const records = readJournal(path, source);
  return {
    records,
    add(record) {
      records.set(record.draw, record);
      appendFileSync(path, `${JSON.stringify(record)}\n`);
    },
    remove: () => rmSync(path),
  };
}

/** A line that an interrupt has cut short is taken off; its draw is made again. */
function readJournal(path: string, source: DrawSource): Map<number, DrawRecord> {
  const text = readFileSync(path, "utf8");
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
  const [head, ...lines] = whole.split("\n").filter((line) => line !== "");
  const parsed = drawSourceSchema.safeParse(parseLine(head));
  if (!parsed.success || JSON.stringify(parsed.data) !== JSON.stringify(source))
    throw refuse(path, "are of another seed, other figures or settings, or another version");
  return new Map(
    lines.map((line) => {
      const record = drawRecordSchema.safeParse(parseLine(line));
      if (!record.success) throw refuse(path, "cannot be read");
      return [record.data.draw, record.data];
    }),
  );
}

function refuse(path: string, problem: string): InputError {
  return new InputError(
    "other-draws",
    `The unfinished draws in ${showPath(path)} ${problem}. Remove the file to begin anew, or give another --out.`,
  );
}

function parseLine(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? "");
  } catch {
    return undefined;
  }
}
