import { InputError } from "@tributary/core/errors";
import {
  applyLevers,
  type Baseline,
  CHANGES_NOTHING,
  checkTargetUnit,
  findRegion,
  listCautions,
  type Path,
  resolveSettings,
  ScenarioError,
} from "@tributary/scenarios";
import type { IssueList } from "../issue-list.ts";
import type { ScenarioSource } from "./read-scenario.ts";

/** Try every lever of a scenario, and its target, on a baseline; what they refuse, and levers without effect, are added to the issues. */
export function checkLevers(source: ScenarioSource, baseline: Baseline, issues: IssueList): void {
  const { scenario } = source;
  for (const [i, setting] of resolveSettings(scenario).entries())
    attemptAt(source, issues, ["levers", i], () => {
      const { remarks } = applyLevers(baseline, [setting]);
      for (const { code, text } of remarks)
        if (code === CHANGES_NOTHING) issues.warn(source.place(["levers", i]), { code, message: text.en });
    });
  const { target } = scenario;
  if (target)
    attemptAt(source, issues, ["target"], () => {
      findRegion(baseline, target.city);
      checkTargetUnit(baseline, target);
    });
}

/** What the scenario states that is allowed and hardly meant becomes a warning at its place. */
export function warnOfCautions({ scenario, place }: ScenarioSource, issues: IssueList): void {
  for (const { path, code, text } of listCautions(scenario)) issues.warn(place(path), { code, message: text.en });
}

/** What is refused becomes an issue at its place: of the setting, or of the word in it that nobody knows. */
export function attemptAt({ place }: ScenarioSource, issues: IssueList, path: Path, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { word, at } = error instanceof ScenarioError ? error : { word: undefined, at: [] };
    issues.error(place([...path, ...at], word), { code: error.code, message: error.message });
  }
}
