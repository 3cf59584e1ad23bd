import { ModelError } from "@tributary/core";
import type { Baseline } from "../baseline/baseline.ts";
import { setEffort } from "../effort.ts";
import { makeAmount } from "../messages/amount.ts";
import { say } from "../messages/say.ts";
import { ScenarioError } from "../messages/scenario-error.ts";
import { answerCity } from "../run/answer-city.ts";
import { applyLevers } from "../run/apply-levers.ts";
import type { Goal, GoalAnswer, GoalStep } from "./goal.ts";
import { GoalEfforts, type Point } from "./goal-efforts.ts";
import { checkGoalLevers } from "./goal-levers.ts";
import type { Program, SolveProgram } from "./program.ts";
import { ACCOUNTS, measureTarget } from "./target.ts";

/** How near the engine must come to what is wanted, as a part of it; never above it. */
const NEARNESS = 1e-6;
const MOST_ROUNDS = 50;

/**
 * Find the least effort that brings a city's account to a target: a linear programme over the levers, stated again at
 * the point found until the engine itself reaches the target.
 *
 * @param solve From `loadHighs`.
 * @throws {ScenarioError} `bad-goal`, `unknown-region`; `target-out-of-reach` with how far all levers get; as the levers.
 * @throws {ModelError} `not-converged` if the points found do not settle; as the solver.
 * @see docs/method.md#goal-seek
 */
export function seekGoal(baseline: Baseline, goal: Goal, solve: SolveProgram): GoalAnswer {
  checkGoalLevers(goal.levers);
  const efforts = new GoalEfforts(baseline, goal);
  let u: readonly number[] = goal.levers.map(() => 0);
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds++) {
    const point = efforts.linearise(u);
    if (rounds === 0 && point.value <= efforts.wanted) return describe(efforts, u, point, { price: 0, rounds });
    const found = solve(makeProgram(efforts, u, point));
    if (found && isReached(efforts, point)) {
      return describe(efforts, u, point, { price: found.price / efforts.scale, rounds });
    }
    const next = found ? dropCrumbs(efforts, found.u, point) : point.slopes.map((slope) => (slope < 0 ? 1 : 0));
    if (!found && next.every((part, j) => part === u[j])) throw refuse(efforts, point);
    u = next;
  }
  throw new ModelError(
    "not-converged",
    `No efforts found came within ${NEARNESS} of the target in ${MOST_ROUNDS} rounds.`,
  );
}

function isReached({ wanted, scale }: GoalEfforts, { value }: Point): boolean {
  return value <= wanted && value >= wanted - NEARNESS * scale;
}

/** A lever without which the target would still count as reached is not used. */
function dropCrumbs({ scale }: GoalEfforts, u: readonly number[], { slopes }: Point): number[] {
  return u.map((part, j) => (Math.abs(slopes[j] * part) < (NEARNESS / 4) * scale ? 0 : part));
}

/** The programme at a point; it aims at the middle of what counts as reached. */
function makeProgram({ goal, wanted, scale }: GoalEfforts, u: readonly number[], { value, slopes }: Point): Program {
  const aim = wanted - (NEARNESS / 2) * scale;
  const here = slopes.reduce((sum, slope, j) => sum + slope * u[j], 0);
  return {
    costs: goal.levers.map(({ weight = 1 }) => weight),
    slopes: slopes.map((slope) => slope / scale),
    limit: (aim - value + here) / scale,
  };
}

/** Run what was found again, and say what each lever's part in it is. */
function describe(
  efforts: GoalEfforts,
  u: readonly number[],
  { slopes }: Point,
  found: Pick<GoalAnswer, "price" | "rounds">,
): GoalAnswer {
  const { baseline, goal, c, before, wanted } = efforts;
  const settings = efforts.listSettings(u);
  const state = applyLevers(baseline, settings);
  const steps = u.map((part, j) => describeStep(efforts, j, part, slopes[j]));
  return {
    ...{ target: goal.target, before, wanted, after: measureTarget(state, c, goal.target.quantity) },
    ...{ steps, effort: steps.reduce((sum, { used, weight }) => sum + used * weight, 0) },
    ...{ ...found, settings, answer: answerCity(state, c) },
  };
}

function describeStep(efforts: GoalEfforts, j: number, used: number, slope: number): GoalStep {
  const { lever, settings, weight = 1 } = efforts.goal.levers[j];
  const [effort, bound] = [efforts.getEffort(j, used), efforts.bounds[j]];
  const way = Math.abs(bound - lever.effort.neutral);
  return {
    ...{ lever, settings: setEffort(lever, settings, effort), effort, bound, used, weight },
    slope: way === 0 ? 0 : slope / way,
    role: slope === 0 ? "idle" : used === 0 ? "unused" : used === 1 ? "at-bound" : "marginal",
  };
}

function refuse({ goal, baseline, c, before, wanted }: GoalEfforts, { value }: Point): ScenarioError {
  const city = baseline.axes.regions[c].name;
  const [reached, asked] = [value, wanted].map((amount) => makeAmount(amount, before, baseline.stressor));
  return new ScenarioError(
    "target-out-of-reach",
    say((words) => words.targetOutOfReach(ACCOUNTS[goal.target.quantity], city, reached, asked)),
  );
}
