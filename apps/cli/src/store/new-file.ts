import { existsSync, linkSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { InputError } from "@tributary/core";
import { showPath } from "../paths.ts";
import { explainWrite } from "./full-disk.ts";
import { openTemporary } from "./temporary-file.ts";

/** Refuse, before a computation, to write over what is there: it is somebody's work. @throws {InputError} `file-exists`. */
export function checkNewFile(path: string): void {
  if (existsSync(path)) throw refuse(path);
}

/** Write a file that is not there yet, as a whole: never half of it, never over another. @throws {InputError} `file-exists`, `disk-full`. */
export function writeNewFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = openTemporary(path);
  try {
    writeFileSync(temporary.path, text);
    linkSync(temporary.path, path);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "EEXIST" ? refuse(path) : explainWrite(error, path);
  } finally {
    temporary.remove();
  }
}

function refuse(path: string): InputError {
  return new InputError("file-exists", `${showPath(path)} is there already; choose another --out.`);
}
