import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { onInterrupt } from "../interrupt.ts";
import { explainWrite } from "./full-disk.ts";
import { processMark } from "./process-mark.ts";

/** Write a file as a whole: beside its place first, so that nobody ever finds half of it. @throws {InputError} `disk-full`. */
export function writeFileWhole(path: string, bytes: Uint8Array | string): void {
  writeWith(path, (temporary) => writeFileSync(temporary, bytes));
}

/** The same for a file that is written piece by piece. */
export function writeWith(path: string, write: (path: string) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.new-${processMark()}`;
  const clear = () => rmSync(temporary, { force: true });
  const release = onInterrupt(clear);
  try {
    write(temporary);
    renameSync(temporary, path);
  } catch (error) {
    throw explainWrite(error, path);
  } finally {
    clear();
    release();
  }
}
