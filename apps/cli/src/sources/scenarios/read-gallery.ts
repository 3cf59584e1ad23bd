import { existsSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "@tributary/core/errors";
import { showPath } from "../../paths.ts";
import { IssueList } from "../issue-list.ts";
import { listScenarioFiles } from "./find-scenario.ts";
import { collectScenario, type ScenarioSource } from "./read-scenario.ts";

/**
 * The scenarios of a folder, by the names of their files.
 *
 * @throws {InputError} `no-gallery` where there is no folder; `bad-scenario` with every problem of every file, an id that
 *   is not the name of its file among them.
 */
export function readGallery(folder: string): ScenarioSource[] {
  if (!existsSync(folder))
    throw new InputError("no-gallery", `There is no folder of scenarios at ${showPath(folder)}.`);
  const issues = new IssueList();
  const sources = listScenarioFiles(folder).flatMap((file) => {
    const source = collectScenario(join(folder, file), issues);
    if (!source) return [];
    const { id } = source.scenario;
    if (id !== file.replace(/\.\w+$/, ""))
      issues.error(source.place(["id"]), { code: "bad-id", message: `"${id}" is not the name of the file` });
    return [source];
  });
  issues.refuse("bad-scenario", "The scenarios cannot be used");
  return sources;
}
