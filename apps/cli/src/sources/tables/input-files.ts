import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "@tributary/core/errors";
import { showPath } from "../../paths.ts";
import { recogniseKind } from "../file-kind.ts";
import type { Block, Part } from "./block.ts";

/** Whether there is a folder at a path. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** What spreadsheets and systems lay beside a file while it is open: `~$mrio.xlsx`, `._mrio.xlsx`. */
const LEFT_BESIDE = /^(~\$|\.)/;

/**
 * Files among what was named: each file itself, and of a folder those directly in it, by name.
 *
 * @param pattern Files of a folder that count; a file that is named counts whatever it is called.
 * @throws {InputError} `no-file` for a path where there is nothing.
 */
export function listFiles(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) => {
    if (!existsSync(path)) throw new InputError("no-file", `There is nothing at ${showPath(path)}.`);
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { withFileTypes: true })
      .filter(({ name }) => pattern.test(name) && !LEFT_BESIDE.test(name))
      .filter((entry) => entry.isFile())
      .map(({ name }) => join(path, name))
      .sort();
  });
}

/**
 * The same, and at least one.
 *
 * @param kind What the files are, for messages: `.xlsx`.
 * @throws {InputError} `no-file`, also where no file of a folder counts.
 */
export function requireFiles(paths: readonly string[], pattern: RegExp, kind: string): string[] {
  const files = listFiles(paths, pattern);
  if (files.length > 0) return files;
  throw new InputError("no-file", `There is no ${kind} file in ${paths.map(showPath).join(", ")}.`);
}

/** A folder of files that belong together. @throws {InputError} `no-file`, `not-a-folder`. */
export function requireFolder(path: string): string {
  if (!existsSync(path)) throw new InputError("no-file", `There is nothing at ${showPath(path)}.`);
  if (statSync(path).isDirectory()) return path;
  const kind = recogniseKind(path);
  const hint = kind?.packed ? "Unpack it, and give the folder." : "Give the folder that it is in.";
  throw new InputError("not-a-folder", `${showPath(path)} is a file, and this layout is a folder of files. ${hint}`);
}

/** Flows come first, for the axes are theirs; the rest keeps its order. */
export function sortBlocks(blocks: readonly Block[]): Block[] {
  const rank = ({ part }: Block) => (FLOWS.has(part) ? 0 : 1);
  return blocks.toSorted((a, b) => rank(a) - rank(b));
}

const FLOWS: ReadonlySet<Part> = new Set(["Z", "A"]);
