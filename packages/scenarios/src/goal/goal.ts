import type { CityAnswer } from "../run/answer-city.ts";
import type { Setting } from "../run/apply-levers.ts";
import type { GoalLever } from "./goal-levers.ts";
import type { Target } from "./target.ts";

/** What is to be reached, and with what. */
export interface Goal {
  target: Target;
  /** Levers whose effort is to be found. */
  levers: readonly GoalLever[];
  /** Levers that apply as they are stated, whatever is found. */
  fixed?: readonly Setting[];
}

/** What a goal asks of one lever. */
export interface GoalStep extends Setting {
  effort: number;
  /** Where it would end if it went all the way. */
  bound: number;
  /** Part of the way from neutral to the bound, 0 to 1. */
  used: number;
  weight: number;
  /** Change of the account for a unit of effort towards the bound, at the point found, t CO₂. */
  slope: number;
  /** Whether it gives the next tonne, is at its bound, is not worth its effort, or moves nothing. */
  role: "marginal" | "at-bound" | "unused" | "idle";
}

/** The least effort to a target, run again by the engine. Units: t CO₂. */
export interface GoalAnswer {
  target: Target;
  /** The account in the baseline, as wanted, and as the engine has it with the levers found. */
  before: number;
  wanted: number;
  after: number;
  steps: GoalStep[];
  /** Weighted sum of the parts of the way gone; 1 is one lever of weight 1 from neutral to its bound. */
  effort: number;
  /** Shadow price: effort that a tonne more takes; 0 where the target is met already. */
  price: number;
  /** How often the programme was stated anew. */
  rounds: number;
  /** What the scenario is: levers that stay as stated, then those that are used. */
  settings: Setting[];
  answer: CityAnswer;
}
