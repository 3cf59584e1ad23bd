import type { Baseline } from "../baseline/baseline.ts";
import { setEffort } from "../effort.ts";
import { applyLevers, type Setting } from "../run/apply-levers.ts";
import { findRegion } from "../selectors/region-selector.ts";
import type { Goal } from "./goal.ts";
import { type GoalLever, getBounds } from "./goal-levers.ts";
import { calcWanted, measureTarget } from "./target.ts";

/** Part of the way over which a slope is measured. */
const STEP = 0.01;
/** Slopes below this part of what is wanted are rounding. */
const NOISE = 1e-7;

/** The account at some efforts, and how it changes over the whole way of each lever, t CO₂. */
export interface Point {
  value: number;
  slopes: number[];
}

/**
 * The efforts of a goal's levers as parts u of their ways, 0 at neutral to 1 at the bound towards which the account
 * falls; and the engine that says what they do.
 */
export class GoalEfforts {
  readonly goal: Goal;
  readonly baseline: Baseline;
  /** Index of the city. */
  readonly c: number;
  readonly before: number;
  readonly wanted: number;
  /** What nearness is measured by, t CO₂. */
  readonly scale: number;
  /** Where each lever's way ends. */
  readonly bounds: readonly number[];

  /** @throws {InputError} `unknown-region`; as the levers. */
  constructor(baseline: Baseline, goal: Goal) {
    this.baseline = baseline;
    this.goal = goal;
    this.c = findRegion(baseline, goal.target.city);
    this.before = this.#measureSettings([]);
    this.wanted = calcWanted(goal.target, this.before);
    this.scale = Math.abs(this.wanted) || Math.abs(this.before);
    this.bounds = goal.levers.map((lever) => this.#chooseBound(lever));
  }

  /** The levers that stay as stated, and the others at these parts of their ways, those at neutral left out. */
  listSettings(u: readonly number[]): Setting[] {
    const moved = this.goal.levers.flatMap((lever, j) => (u[j] === 0 ? [] : [setAt(lever, this.getEffort(j, u[j]))]));
    return [...(this.goal.fixed ?? []), ...moved];
  }

  getEffort(j: number, part: number): number {
    const { neutral } = this.goal.levers[j].lever.effort;
    return neutral + part * (this.bounds[j] - neutral);
  }

  measure(u: readonly number[]): number {
    return this.#measureSettings(this.listSettings(u));
  }

  linearise(u: readonly number[]): Point {
    const value = this.measure(u);
    const slopes = u.map((part, j) => {
      const step = part > 1 - STEP ? -STEP : STEP;
      const slope = (this.measure(u.with(j, part + step)) - value) / step;
      return Math.abs(slope) > NOISE * this.scale ? slope : 0;
    });
    return { value, slopes };
  }

  #measureSettings(settings: readonly Setting[]): number {
    return measureTarget(applyLevers(this.baseline, settings), this.c, this.goal.target.quantity);
  }

  /** The bound towards which the account falls, beside the levers that stay as stated. */
  #chooseBound(goal: GoalLever): number {
    const { min, max } = getBounds(goal);
    const { neutral } = goal.lever.effort;
    if (max === neutral) return min;
    const moved = setAt(goal, neutral + STEP * (max - neutral));
    const fixed = this.goal.fixed ?? [];
    return this.#measureSettings([...fixed, moved]) <= this.#measureSettings(fixed) ? max : min;
  }
}

function setAt({ lever, settings }: GoalLever, effort: number): Setting {
  return { lever, settings: setEffort(lever, settings, effort) };
}
