import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "@tributary/core";
import { showPath } from "../../paths.ts";
import type { Block, Part } from "./block.ts";

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
      .filter((entry) => entry.isFile() && pattern.test(entry.name))
      .map(({ name }) => join(path, name))
      .sort();
  });
}

/** Flows come first, for the axes are theirs; the rest keeps its order. */
export function sortBlocks(blocks: readonly Block[]): Block[] {
  const rank = ({ part }: Block) => (FLOWS.has(part) ? 0 : 1);
  return blocks.toSorted((a, b) => rank(a) - rank(b));
}

const FLOWS: ReadonlySet<Part> = new Set(["Z", "A"]);
