import { InvalidArgumentError, Option } from "commander";
import { showPath } from "../paths.ts";

/** An option that takes a folder; the help shows its default, if it has one, as seen from here. */
export function folderOption(flags: string, description: string, path?: string): Option {
  const option = new Option(flags, description).argParser(parseFolder);
  return path === undefined ? option : option.default(path, showPath(path));
}

/** A script whose variable is empty must not mean the folder it happens to run in. */
function parseFolder(typed: string): string {
  if (typed.trim() !== "") return typed;
  throw new InvalidArgumentError("A folder is needed.");
}
