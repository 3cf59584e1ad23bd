import {
  type Baseline,
  describeGoal,
  getLever,
  type LeverEntry,
  type SolveProgram,
  seekGoal,
} from "@tributary/scenarios";
import type { Target } from "../state/simulator-state.ts";
import { readSetting } from "./read-setting.ts";

/** A lever that a goal may use: its settings, and the effort at which it ends. */
interface GoalEntry {
  entry: LeverEntry;
  /** Where the way ends that its effort may go. */
  bound: number;
}

/** What is to be reached, and with what. Plain data. */
export interface GoalQuestion {
  target: Target;
  levers: readonly GoalEntry[];
  /** Levers that stay as they are. */
  fixed: readonly LeverEntry[];
}

/** The least effort to a target, in the language of the page. Units: t CO₂. */
export interface GoalReport {
  before: number;
  wanted: number;
  after: number;
  summary: string;
  /** One a lever of the question. */
  steps: { effort: number; role: "marginal" | "at-bound" | "unused" | "idle"; text: string }[];
}

/**
 * Seek a goal and say what was found.
 *
 * @throws {ScenarioError} As `seekGoal`, such as `target-out-of-reach`.
 */
export function answerGoal(
  baseline: Baseline,
  { target, levers, fixed }: GoalQuestion,
  solve: SolveProgram,
  lang: "en" | "zh",
): GoalReport {
  const goal = {
    target,
    levers: levers.map(({ entry, bound }) => {
      const { neutral } = getLever(entry.lever).effort;
      return { ...readSetting(entry), bounds: { min: Math.min(bound, neutral), max: Math.max(bound, neutral) } };
    }),
    fixed: fixed.map(readSetting),
  };
  const answer = seekGoal(baseline, goal, solve);
  const { before, wanted, after, steps } = answer;
  const words = describeGoal(baseline, answer);
  return {
    ...{ before, wanted, after, summary: words.summary[lang] },
    steps: steps.map(({ effort, role }, k) => ({ effort, role, text: words.steps[k]![lang] })),
  };
}
