import { readFileSync } from "node:fs";
import { InputError, parseSettings, type Settings } from "@tributary/core";
import { parse, YAMLParseError } from "yaml";
import { showPath } from "../paths.ts";

/**
 * Read a settings file of the estimate, YAML or JSON; without one, the defaults.
 *
 * @throws {InputError} `no-settings` where there is no such file; `not-yaml`; `invalid-settings` with every unknown name
 *   and every value out of range.
 */
export function readSettings(path: string | undefined): Settings {
  if (path === undefined) return parseSettings({});
  return parseSettings(parseFile(path) ?? {}, showPath(path));
}

function parseFile(path: string): unknown {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof YAMLParseError)
      throw new InputError("not-yaml", `${showPath(path)}: ${error.message.split("\n")[0]}`);
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw new InputError("no-settings", `There is no settings file ${showPath(path)}.`);
    throw error;
  }
}
