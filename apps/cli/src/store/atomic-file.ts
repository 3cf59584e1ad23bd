import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { explainWrite } from "./full-disk.ts";
import { openTemporary } from "./temporary-file.ts";

/** Write a file as a whole: beside its place first, so that nobody ever finds half of it. @throws {InputError} `disk-full`. */
export function writeFileWhole(path: string, bytes: Uint8Array | string): void {
  writeWith(path, (temporary) => writeFileSync(temporary, bytes));
}

/** The same for a file that is written piece by piece. */
export function writeWith(path: string, write: (path: string) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = openTemporary(path);
  try {
    write(temporary.path);
    renameSync(temporary.path, path);
  } catch (error) {
    throw explainWrite(error, path);
  } finally {
    temporary.remove();
  }
}
