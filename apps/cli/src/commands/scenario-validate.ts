import { formatIssue } from "@tributary/core";
import { type Baseline, suitsRelease } from "@tributary/scenarios";
import type { Command } from "commander";
import { DEFAULT_PATHS } from "../paths.ts";
import { openScenarioBase } from "../runs/open-scenario-base.ts";
import { IssueList } from "../sources/issue-list.ts";
import { attemptAt, checkLevers, warnOfCautions } from "../sources/scenarios/check-levers.ts";
import { collectScenario, type ScenarioSource } from "../sources/scenarios/read-scenario.ts";
import { encodeJson } from "../store/json.ts";
import { readRelease } from "../store/release-reader.ts";
import type { Context } from "./context.ts";
import { addExamples } from "./examples.ts";
import { folderOption } from "./folder-option.ts";

interface Flags {
  release: string;
  stressor?: string;
  formOnly?: boolean;
  json?: boolean;
}

/** `tributary scenario validate`: what is wrong with scenario files, all of it. */
export function addScenarioValidate(parent: Command, { output }: Context): void {
  const command = parent
    .command("validate")
    .summary("check scenario files, and what they select in a release")
    .description("Check scenario files, and what they select in a release.");
  addExamples(command, ["scenario validate my-idea.yaml", "scenario validate data/scenarios/*.yaml --json"]);
  command.argument("<file...>", "scenarios, YAML or JSON");
  command.addOption(folderOption("--release <dir>", "release to check them against", DEFAULT_PATHS.release));
  command.option("--stressor <name>", "one of the release that it is about (default: the first)");
  command.option("--form-only", "check the form of the files and leave the release aside");
  command.option("--json", "report as JSON");
  command.action((files: string[], { release, stressor, formOnly, json }: Flags) => {
    const issues = new IssueList();
    const sources = files.flatMap((file) => collectScenario(file, issues) ?? []);
    for (const source of sources) warnOfCautions(source, issues);
    const notices = formOnly || sources.length === 0 ? [] : checkAgainst({ release, stressor }, sources, issues);
    for (const notice of notices) output.message(`${output.colors.yellow("warning")} ${notice}`);
    for (const warning of issues.warnings) output.message(`${output.colors.yellow("warning")} ${formatIssue(warning)}`);
    issues.refuse("bad-scenario", "The scenarios cannot be used");
    const valid = sources.map(({ scenario: { id, base, levers } }) => ({ id, base, levers: levers.length }));
    if (json) output.data(encodeJson({ valid, notices, warnings: issues.warnings }, 2));
    else for (const { id, levers } of valid) output.data(`ok  ${id}  ${levers} lever${levers === 1 ? "" : "s"}\n`);
  });
}

/** Try every lever on the release. @returns What is no fault but should be known. */
function checkAgainst({ release, stressor }: Flags, sources: readonly ScenarioSource[], issues: IssueList): string[] {
  const opened = readRelease(release);
  const { manifest } = opened;
  const open = openScenarioBase(opened, stressor);
  const baselines = new Map<number, Baseline>();
  for (const source of sources) {
    const { year } = source.scenario.base;
    attemptAt(source, issues, ["base", "year"], () => {
      const baseline = baselines.get(year) ?? open(year);
      baselines.set(year, baseline);
      checkLevers(source, baseline, issues);
    });
  }
  return sources.flatMap(({ scenario: { id, base } }) =>
    suitsRelease(base.release, manifest.id)
      ? []
      : [`${id} is written for ${base.release}; it is checked against ${manifest.id}`],
  );
}
