import { parseScenario } from "../scenario/parse-scenario.ts";
import type { LeverEntry, Scenario } from "../scenario/scenario-schema.ts";
import type { GoalAnswer } from "./goal.ts";

/** What follows the id of a scenario whose efforts were sought. */
const SUFFIX = "-goal";
const LONGEST_ID = 80;

/** The scenario that reaches a goal: the levers found in place of those that were stated, the target beside them. */
export function makeGoalScenario(scenario: Scenario, { target, settings }: GoalAnswer): Scenario {
  return parseScenario({
    ...scenario,
    id: scenario.id.slice(0, LONGEST_ID - SUFFIX.length).replace(/-$/, "") + SUFFIX,
    levers: settings.map(({ lever, settings: stated }): LeverEntry => ({ lever: lever.id, ...(stated as object) })),
    target,
  });
}
