import { InputError, parseSettings, type Settings } from "@tributary/core";
import { showPath } from "../paths.ts";
import { readText } from "./read-text.ts";
import { parseYaml } from "./yaml-text.ts";

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
  const parsed = parseYaml(readText(path, "no-settings", "settings file"));
  if ("value" in parsed) return parsed.value;
  const { line, message } = parsed.problem;
  const where = line === undefined ? showPath(path) : `${showPath(path)}:${line}`;
  throw new InputError("not-yaml", "The settings are neither YAML nor JSON.", [
    { severity: "error", code: "not-yaml", where, message },
  ]);
}
