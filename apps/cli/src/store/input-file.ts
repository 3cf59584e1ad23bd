import { openSync, readFileSync, type Stats, statSync } from "node:fs";
import { InputError } from "@tributary/core/errors";
import { showPath } from "../paths.ts";

/**
 * Refuse to open what has no end or waits for a writer: pipes, sockets and devices. Folders and what is not there pass,
 * for readers have their own words for these.
 *
 * @throws {InputError} `no-regular-file`.
 */
export function checkInput(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats || stats.isFile() || stats.isDirectory()) return;
  throw new InputError(
    "no-regular-file",
    `${showPath(path)} is ${nameKind(stats)}, not a file: write what it gives to a file, and name that.`,
  );
}

/** Handle of a file that somebody named, to read. @throws {InputError} As {@link checkInput}; system errors otherwise. */
export function openInput(path: string): number {
  checkInput(path);
  return openSync(path, "r");
}

/** Bytes of a file that somebody named. @throws {InputError} As {@link checkInput}; system errors otherwise. */
export function readInput(path: string): Buffer {
  checkInput(path);
  return readFileSync(path);
}

/** The same as text in UTF-8. */
export function readInputText(path: string): string {
  return readInput(path).toString("utf8");
}

function nameKind(stats: Stats): string {
  if (stats.isFIFO()) return "a pipe";
  return stats.isSocket() ? "a socket" : "a device";
}
