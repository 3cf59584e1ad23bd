import { readFileSync } from "node:fs";
import { InputError, parseSettings, type Settings } from "@tributary/core";
import { isSystemError } from "../exit-code.ts";
import { showPath } from "../paths.ts";
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
  const parsed = parseYaml(readText(path));
  if ("value" in parsed) return parsed.value;
  const { line, message } = parsed.problem;
  const where = line === undefined ? showPath(path) : `${showPath(path)}:${line}`;
  throw new InputError("not-yaml", "The settings are neither YAML nor JSON.", [
    { severity: "error", code: "not-yaml", where, message },
  ]);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === "ENOENT") throw new InputError("no-settings", `There is no settings file ${showPath(path)}.`);
    throw new InputError("no-settings", `${showPath(path)} cannot be read (${error.code}); it must be a file.`);
  }
}
