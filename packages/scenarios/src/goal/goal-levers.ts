import { setEffort } from "../effort.ts";
import type { Lever, TableSector } from "../lever.ts";
import { say } from "../messages/say.ts";
import { ScenarioError, type ToldIssue } from "../messages/scenario-error.ts";
import { getLever, LEVERS } from "../registry.ts";
import type { Text } from "../remark.ts";
import type { Setting } from "../run/apply-levers.ts";

/** A lever that a goal may use, at settings whose effort is to be found. */
export interface GoalLever extends Setting {
  /** Bounds of the effort; those of the slider by default. */
  bounds?: { min: number; max: number };
  /** What going all the way to the bound counts for; 1 by default. */
  weight?: number;
}

/**
 * All levers that a linear programme may choose, at their defaults for a city.
 *
 * @param excluded Ids of levers that may not be used.
 * @throws {ScenarioError} `unknown-lever`.
 */
export function listGoalLevers(
  city: string,
  sectors: readonly TableSector[],
  excluded: readonly string[] = [],
): GoalLever[] {
  for (const id of excluded) getLever(id);
  return [...LEVERS.values()]
    .filter(({ id, linear }) => linear && !excluded.includes(id))
    .flatMap((lever) => takeDefaults(lever, city, sectors));
}

/** A lever at its defaults; none where the table has no sector that it is about. */
function takeDefaults(lever: Lever, city: string, sectors: readonly TableSector[]): GoalLever[] {
  try {
    return [{ lever, settings: lever.defaults(city, sectors) }];
  } catch (error) {
    if (error instanceof ScenarioError && error.code === "no-power-sector") return [];
    throw error;
  }
}

/** Bounds of a lever's effort as a goal has them. */
export function getBounds({ lever, bounds }: GoalLever): { min: number; max: number } {
  return bounds ?? lever.effort;
}

/**
 * Refuse levers that a linear programme cannot choose.
 *
 * @throws {ScenarioError} `bad-goal` with all issues: `not-linear`, `out-of-range` for bounds and weights.
 */
export function checkGoalLevers(levers: readonly GoalLever[]): void {
  const issues = levers.flatMap(listFaults);
  const text = say((words) => words.badGoal());
  if (issues.length > 0) throw new ScenarioError("bad-goal", text, { issues });
}

function listFaults(goal: GoalLever): ToldIssue[] {
  const { lever, settings, weight = 1 } = goal;
  const { min, max } = getBounds(goal);
  const { neutral } = lever.effort;
  const faults: ToldIssue[] = [];
  const fault = (code: string, text: Text) => faults.push({ code, where: lever.id, text });
  if (!lever.linear)
    fault(
      "not-linear",
      say((words) => words.notLinear()),
    );
  if (!(weight > 0))
    fault(
      "out-of-range",
      say((words) => words.badWeight(weight)),
    );
  if (!(min <= neutral && neutral <= max))
    fault(
      "out-of-range",
      say((words) => words.boundsLeaveOut(min, max, neutral)),
    );
  else
    for (const bound of [min, max])
      if (!lever.settings.safeParse(setEffort(lever, settings, bound)).success)
        fault(
          "out-of-range",
          say((words) => words.boundNotAllowed(bound)),
        );
  return faults;
}
