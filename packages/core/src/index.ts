// What other packages may use. Grouped by layer, lowest first.
export * from "./accounts/classes.ts";
export * from "./accounts/cube.ts";
export * from "./accounts/footprint.ts";
export * from "./accounts/intensity.ts";
export * from "./accounts/mitigation.ts";
export * from "./accounts/origin-consumer.ts";
export * from "./accounts/rescale-prices.ts";
export { calcRegionMeans, solveChainPosition } from "./analysis/chain-position.ts";
export { solveExtraction } from "./analysis/extraction.ts";
export { calcGini, calcLorenz } from "./analysis/inequality.ts";
export { nameRole, solveLinkages } from "./analysis/linkages.ts";
export { findPaths, type Path, type PathSearch } from "./analysis/paths/find-paths.ts";
export { calcCarbonCost, calcCostOfDemand, solvePriceRise } from "./analysis/prices.ts";
export { calcProductFootprints, solveGroupMultipliers } from "./analysis/products.ts";
export { calcSharedResponsibility, solveIncomeResponsibility } from "./analysis/responsibility.ts";
export { calcCityTypes, readGroup } from "./analysis/typology.ts";

export { CATALOG, QUANTITY_GROUPS, type Quantity, type QuantityId } from "./catalog.ts";
export type { CheckResult } from "./checks/check-result.ts";
export {
  checkEmissions,
  checkSolvable,
  checkTotals,
  diagnoseTable,
  type Reference,
} from "./checks/table-diagnostics.ts";
export * from "./errors.ts";
export * from "./estimate/describe-estimate.ts";
export { calcDistance } from "./estimate/distance.ts";
export * from "./estimate/estimate.ts";
export * from "./estimate/facts.ts";

export { PROVINCE_NAMES } from "./estimate/provinces.ts";
export { selectRegions } from "./estimate/regions.ts";
export { RENAMED_UNITS } from "./estimate/renamed-units.ts";
export * from "./estimate/settings.ts";
export * from "./kernel/bound.ts";
export type { FactorChanges } from "./kernel/change-factors.ts";
export type { OriginWeights } from "./kernel/change-trade.ts";
export type { CellUpdates } from "./kernel/dense/cell-updates.ts";
export { DenseMatrix, type Precision, type SharedMatrix } from "./kernel/dense/dense-matrix.ts";
export { findFactors } from "./kernel/dense/find-factors.ts";
export { measureFitDistance } from "./kernel/dense/fit-distance.ts";
export { type Survey, surveyTable } from "./kernel/dense/fit-table.ts";
export { UpdatedRequirements } from "./kernel/dense/updated-requirements.ts";
export * from "./kernel/dense-requirements.ts";
export * from "./kernel/factored-requirements.ts";
export { FactoredSourcing } from "./kernel/factored-sourcing.ts";
export type { Factors } from "./kernel/factors.ts";
export type { Gravity } from "./kernel/gravity.ts";
export { joinOutputs, MovedOutput } from "./kernel/moved-output.ts";
export { openSourcing } from "./kernel/open-sourcing.ts";
export type { FixedPoint, RequirementsOperator, SlowDirections, Spectrum } from "./kernel/operator.ts";
export * from "./kernel/solver.ts";
export type { RankOneMove, Sourcing } from "./kernel/sourcing.ts";
export { estimateSpectralRadius } from "./kernel/spectral-radius.ts";
export { sum } from "./kernel/sum.ts";
export { WeightedSums } from "./kernel/weighted-sums.ts";
export * from "./model/axes.ts";
export * from "./model/build-model.ts";
export * from "./model/complete-table.ts";
export * from "./model/dense-year.ts";
export * from "./model/factored-tables.ts";
export * from "./model/model.ts";
export * from "./near-names.ts";
export { type MassUnit, parseMassUnit } from "./quantities/mass-unit.ts";
export { type MoneyUnit, parseMoneyUnit, requireMoneyUnit } from "./quantities/money-unit.ts";
export { readStressor } from "./quantities/read-stressor.ts";
export {
  CARBON_DIOXIDE,
  nameUnit,
  STRESSOR_KINDS,
  type Stressor,
  type StressorKind,
  stressorSchema,
  unitsSchema,
} from "./quantities/stressor.ts";
export type { StoredNumbers } from "./release/check-array.ts";
export { checkManifest } from "./release/check-manifest.ts";
export * from "./release/dense-arrays.ts";
export * from "./release/dense-manifest.ts";
export * from "./release/draws.ts";
export * from "./release/factored-arrays.ts";
export * from "./release/history/compare-figures.ts";
export * from "./release/history/explain-moves.ts";
export { readHeadlineFigures } from "./release/history/headline-figures.ts";
export * from "./release/history/last-release.ts";
export * from "./release/history/release-record.ts";
export * from "./release/licence.ts";
export * from "./release/manifest.ts";
export * from "./release/results.ts";

export * from "./study/city-result.ts";
export { PAPER } from "./study/paper.ts";
export { sumProvinces } from "./study/province-flows.ts";
export { makeSectorResults } from "./study/sector-result.ts";
export * from "./study/study.ts";
export { frameDense, frameEstimate, listNames, type StudyFrame } from "./study/study-frame.ts";
export { buildStudyModels, buildYearModel, type Tables } from "./study/study-models.ts";
export { summarizeCities, summarizeRegions } from "./study/summarize-cities.ts";
export { summarizeAccounts, summarizeRun } from "./study/summarize-run.ts";
export { type DrawPlan, drawEstimate } from "./uncertainty/draw-estimate.ts";
export { DEVIATIONS } from "./uncertainty/noise.ts";
export { openStream, type RandomStream } from "./uncertainty/random-stream.ts";
export { calcQuantiles, summarizeDraws } from "./uncertainty/summarize-draws.ts";
