export * from "./baseline/baseline.ts";
export * from "./baseline/convert-price.ts";
export * from "./baseline/open-baseline.ts";
export * from "./baseline/open-table-baseline.ts";
export * from "./baseline/state.ts";
export { type CityDraws, drawCity } from "./draws/draw-city.ts";
export {
  DRAWS_AT_ONCE,
  type DrawEffects,
  DrawWeigher,
  makeDrawEffects,
  storeEffects,
} from "./draws/draw-effects.ts";
export { drawTables, type KeptDraws } from "./draws/draw-tables.ts";
export { type DrawInput, prepareDraws } from "./draws/prepare-draws.ts";
export { DRAW_QUANTILES, type DrawTerms, INTENSITY_SPREAD, needsSolves, readDrawTerms } from "./draws/spreads.ts";
export { type DrawnChanges, type DrawSummary, summarizeEffects } from "./draws/summarize-effects.ts";
export * from "./effort.ts";
export { checkTargetUnit } from "./goal/check-target-unit.ts";
export * from "./goal/choose-goal-levers.ts";
export * from "./goal/describe-goal.ts";
export * from "./goal/goal.ts";
export { type GoalLever, listGoalLevers } from "./goal/goal-levers.ts";
export { loadHighs } from "./goal/load-highs.ts";
export { makeGoalScenario } from "./goal/make-goal-scenario.ts";
export type { SolveProgram } from "./goal/program.ts";
export { seekGoal } from "./goal/seek-goal.ts";
export type { Target } from "./goal/target.ts";
export * from "./lever.ts";
export { decodeLink, encodeLink, type OpenedLink } from "./link/link.ts";
export { say, sayModelError } from "./messages/say.ts";
export { ScenarioError } from "./messages/scenario-error.ts";
export * from "./registry.ts";
export * from "./remark.ts";
export * from "./results/iamc-names.ts";
export * from "./results/list-iamc-rows.ts";
export * from "./results/make-result.ts";
export * from "./results/scenario-result.ts";
export * from "./run/accounts.ts";
export * from "./run/answer-city.ts";
export * from "./run/answer-scenario.ts";
export * from "./run/apply-levers.ts";
export type { Standing } from "./run/classes.ts";
export type { ContributionMethod, Contributions } from "./run/contributions.ts";
export { calcLedger, type Ledger } from "./run/ledger.ts";
export { encodeScenario, orderScenario } from "./scenario/encode-scenario.ts";
export { listCautions } from "./scenario/list-cautions.ts";
export { listDifferences, type SettingDifference } from "./scenario/list-differences.ts";
export { type Checked, checkScenarioFile, parseScenario, resolveSettings } from "./scenario/parse-scenario.ts";
export { formatPath, type Path, type Problem } from "./scenario/problem.ts";
export { type LoadScenario, type NamedFile, resolveExtends } from "./scenario/resolve-extends.ts";
export * from "./scenario/scenario-schema.ts";
export { suitsRelease } from "./scenario/suits-release.ts";
export * from "./selectors/region-selector.ts";
export * from "./selectors/sector-selector.ts";
export * from "./selectors/supplier-selector.ts";
