import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "@tributary/core/errors";
import { askNear } from "../../did-you-mean.ts";
import { DEFAULT_PATHS, showPath } from "../../paths.ts";

/** What a scenario file ends with. */
const ENDING = /\.(ya?ml|json)$/;

/**
 * The file of a scenario that somebody named: a path, or the id of one in the gallery.
 *
 * @throws {InputError} `no-scenario` where an id is none of the gallery's.
 */
export function findScenario(typed: string, folder: string = DEFAULT_PATHS.scenarios): string {
  if (ENDING.test(typed) || existsSync(typed)) return typed;
  const files = existsSync(folder) ? listScenarioFiles(folder) : [];
  const file = files.find((each) => each.replace(ENDING, "") === typed);
  if (file) return join(folder, file);
  const ids = files.map((each) => each.replace(ENDING, ""));
  throw new InputError(
    "no-scenario",
    `There is no scenario file "${typed}", and none of that name in ${showPath(folder)}.${askNear(typed, ids)}`,
  );
}

/** Names of the scenario files of a folder, sorted. */
export function listScenarioFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => ENDING.test(file))
    .sort();
}
