import { askNear, InputError } from "@tributary/core";
import { setEffort } from "../effort.ts";
import { LEVERS } from "../registry.ts";
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
 * @throws {InputError} `unknown-lever`; `not-linear` if no lever is left.
 */
export function listGoalLevers(city: string, excluded: readonly string[] = []): GoalLever[] {
  for (const id of excluded)
    if (!LEVERS.has(id))
      throw new InputError("unknown-lever", `There is no lever "${id}".${askNear(id, LEVERS.keys())}`);
  return [...LEVERS.values()]
    .filter(({ id, linear }) => linear && !excluded.includes(id))
    .map((lever) => ({ lever, settings: lever.defaults(city) }));
}

/** Bounds of a lever's effort as a goal has them. */
export function getBounds({ lever, bounds }: GoalLever): { min: number; max: number } {
  return bounds ?? lever.effort;
}

/**
 * Refuse levers that a linear programme cannot choose.
 *
 * @throws {InputError} `bad-goal` with all issues: `not-linear`, `out-of-range` for bounds and weights.
 */
export function checkGoalLevers(levers: readonly GoalLever[]): void {
  const issues = levers.flatMap((goal) =>
    listFaults(goal).map(({ code, message }) => ({ severity: "error" as const, code, where: goal.lever.id, message })),
  );
  if (issues.length > 0) throw new InputError("bad-goal", "The goal cannot be sought with these levers.", issues);
}

function listFaults(goal: GoalLever): { code: string; message: string }[] {
  const { lever, settings, weight = 1 } = goal;
  const { min, max } = getBounds(goal);
  const { neutral } = lever.effort;
  const faults: { code: string; message: string }[] = [];
  if (!lever.linear)
    faults.push({ code: "not-linear", message: "results do not move in proportion to its effort; state it as it is" });
  if (!(weight > 0)) faults.push({ code: "out-of-range", message: `weight ${weight} is not above 0` });
  if (!(min <= neutral && neutral <= max))
    faults.push({
      code: "out-of-range",
      message: `bounds ${min} to ${max} leave out ${neutral}, where nothing changes`,
    });
  else
    for (const bound of [min, max])
      if (!lever.settings.safeParse(setEffort(lever, settings, bound)).success)
        faults.push({ code: "out-of-range", message: `its settings cannot be as the bound ${bound} has them` });
  return faults;
}
