import type { TableSector } from "../lever.ts";
import { say } from "../messages/say.ts";
import { ScenarioError } from "../messages/scenario-error.ts";
import { getLever } from "../registry.ts";
import { resolveSettings } from "../scenario/parse-scenario.ts";
import type { Scenario } from "../scenario/scenario-schema.ts";
import type { Goal } from "./goal.ts";
import { type GoalLever, listGoalLevers } from "./goal-levers.ts";

/** What somebody asks of the levers of a goal, by their ids. */
export interface LeverChoice {
  /** Levers that may be used beside those of the scenario, at their defaults for the city. */
  allowed?: readonly string[];
  /** Levers that are not used; those of the scenario are left out. */
  excluded?: readonly string[];
  /** Levers of the scenario that stay as it states them. */
  kept?: readonly string[];
  bounds?: ReadonlyMap<string, { min: number; max: number }>;
  weights?: ReadonlyMap<string, number>;
}

/**
 * The levers of a goal. A linear programme chooses among those of the scenario that are linear in their effort, and those
 * allowed; where there are none, among all. The others of the scenario stay as it states them.
 *
 * @throws {ScenarioError} `unknown-lever`; `no-levers` where none is left, or one is spoken of that is not chosen among.
 */
export function chooseGoalLevers(
  scenario: Scenario,
  city: string,
  sectors: readonly TableSector[],
  choice: LeverChoice,
): Pick<Goal, "levers" | "fixed"> {
  const { allowed = [], excluded = [], kept = [], bounds = new Map(), weights = new Map() } = choice;
  for (const id of [...allowed, ...excluded, ...kept, ...bounds.keys(), ...weights.keys()]) getLever(id);
  const stated = resolveSettings(scenario).filter(({ lever }) => !excluded.includes(lever.id));
  const fixed = stated.filter(({ lever }) => !lever.linear || kept.includes(lever.id));
  const named = stated.filter((setting) => !fixed.includes(setting));
  const added = allowed
    .filter((id) => !named.some(({ lever }) => lever.id === id))
    .map((id) => ({ lever: getLever(id), settings: getLever(id).defaults(city, sectors) }));
  const own = [...named, ...added];
  const levers: GoalLever[] = own.length > 0 ? own : listGoalLevers(city, sectors, [...excluded, ...kept]);
  if (levers.length === 0)
    throw new ScenarioError(
      "no-levers",
      say((words) => words.noLevers()),
    );
  for (const id of [...bounds.keys(), ...weights.keys()]) requireChosen(id, levers);
  return {
    fixed,
    levers: levers.map((goal) => ({ ...goal, bounds: bounds.get(goal.lever.id), weight: weights.get(goal.lever.id) })),
  };
}

function requireChosen(id: string, levers: readonly GoalLever[]): void {
  const ids = levers.map(({ lever }) => lever.id);
  if (!ids.includes(id))
    throw new ScenarioError(
      "no-levers",
      say((words) => words.notChosenAmong(id, ids)),
    );
}
