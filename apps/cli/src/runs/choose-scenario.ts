import { formatIssue } from "@tributary/core";
import { suitsRelease } from "@tributary/scenarios";
import type { Output } from "../output.ts";
import { IssueList } from "../sources/issue-list.ts";
import { warnOfCautions } from "../sources/scenarios/check-levers.ts";
import { findScenario } from "../sources/scenarios/find-scenario.ts";
import { readScenario, type ScenarioSource } from "../sources/scenarios/read-scenario.ts";
import type { ScenarioRunner } from "./scenario-runner.ts";

/** The scenario that somebody named, by its file or its id. @throws {InputError} As `findScenario`, `readScenario`. */
export function chooseScenario(typed: string): ScenarioSource {
  return readScenario(findScenario(typed));
}

/**
 * Refuse what a release does not have; say what is hardly meant, and where a scenario is written for another release.
 *
 * @throws {InputError} As `ScenarioRunner.check`.
 */
export function checkScenarios(runner: ScenarioRunner, sources: readonly ScenarioSource[], output: Output): void {
  const idle = runner.check(sources);
  const cautions = new IssueList();
  for (const source of sources) warnOfCautions(source, cautions);
  for (const caution of [...cautions.warnings, ...idle])
    output.message(`${output.colors.yellow("warning")} ${formatIssue(caution)}`);
  for (const { scenario } of sources)
    if (!suitsRelease(scenario.base.release, runner.manifest.id))
      output.message(
        `${output.colors.yellow("warning")} ${scenario.id} is written for ${scenario.base.release}; it is run on ${runner.manifest.id}`,
      );
}
