import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { onInterrupt } from "../interrupt.ts";
import { isRunning, processMark } from "./process-mark.ts";
import { tryRemove } from "./recover-folder.ts";

/** A name beside that of a file, under which it is written before it is renamed. */
export interface TemporaryFile {
  path: string;
  /** Take it away where it is still there; an interrupt does so too until then. */
  remove(): void;
}

/** A temporary name for a file; what killed runs left beside the file goes. */
export function openTemporary(path: string): TemporaryFile {
  removeLeft(path);
  const temporary = `${path}.new-${processMark()}`;
  const remove = () => tryRemove(temporary);
  const release = onInterrupt(remove);
  return {
    path: temporary,
    remove() {
      remove();
      release();
    },
  };
}

function removeLeft(path: string): void {
  const prefix = `${basename(path)}.new-`;
  for (const name of readdirSync(dirname(path)))
    if (name.startsWith(prefix) && !isRunning(name.slice(prefix.length))) tryRemove(join(dirname(path), name));
}
