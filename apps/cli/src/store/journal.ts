import { appendFileSync, existsSync, mkdirSync, rmSync, truncateSync } from "node:fs";
import { dirname } from "node:path";
import { InputError } from "@tributary/core";
import type { z } from "zod";
import { showPath } from "../paths.ts";
import { writeFileWhole } from "./atomic-file.ts";
import { explainWrite } from "./full-disk.ts";
import { readInputText } from "./input-file.ts";

/** Draws that are done, kept one a line while others are still to be made: an interrupt loses none of them. */
export interface Journal<DrawRecord> {
  readonly records: ReadonlyMap<number, DrawRecord>;
  add(record: DrawRecord): void;
  /** Take the file away: the draws stand elsewhere. */
  remove(): void;
}

/** What unfinished work is kept beside a place for results. */
export const unfinishedPath = (path: string): string => `${path}.unfinished.jsonl`;

/**
 * Open the journal at `path`, or begin it.
 *
 * @param head What the draws are made of: a journal of something else is refused.
 * @throws {InputError} `other-draws` where it is of another head, or cannot be read; `disk-full`, then and when a draw is added.
 */
export function openJournal<DrawRecord extends { draw: number }>(
  path: string,
  head: object,
  schema: z.ZodType<DrawRecord>,
): Journal<DrawRecord> {
  if (isEmpty(path)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileWhole(path, `${JSON.stringify(head)}\n`);
  }
  const records = readJournal(path, head, schema);
  return {
    records,
    add(record) {
      records.set(record.draw, record);
      append(path, `${JSON.stringify(record)}\n`);
    },
    remove: () => rmSync(path, { force: true }),
  };
}

/** Whether there is no journal, or not even its first line: a disk was full when it was begun. */
const isEmpty = (path: string): boolean => !existsSync(path) || !readInputText(path).includes("\n");

function append(path: string, line: string): void {
  try {
    appendFileSync(path, line);
  } catch (error) {
    throw explainWrite(error, path);
  }
}

/** A line that an interrupt has cut short is taken off; its draw is made again. */
function readJournal<DrawRecord extends { draw: number }>(
  path: string,
  head: object,
  schema: z.ZodType<DrawRecord>,
): Map<number, DrawRecord> {
  const text = readInputText(path);
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  if (whole.length < text.length) truncateSync(path, Buffer.byteLength(whole));
  const [first, ...lines] = whole.split("\n").filter((line) => line !== "");
  if (first !== JSON.stringify(head))
    throw refuse(path, "are of another seed, other figures or settings, or another version");
  return new Map(
    lines.map((line) => {
      const record = schema.safeParse(parseLine(line));
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

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
