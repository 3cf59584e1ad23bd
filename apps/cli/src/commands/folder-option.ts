import { Option } from "commander";
import { showPath } from "../paths.ts";

/** An option that takes a folder; the help shows its default as seen from here. */
export function folderOption(flags: string, description: string, path: string): Option {
  return new Option(flags, description).default(path, showPath(path));
}
