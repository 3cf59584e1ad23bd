// What other packages may use. Grouped by layer, lowest first.
export { calcRegionMeans, solveChainPosition } from "./analysis/chain-position.ts";

export type { CheckResult } from "./checks/check-result.ts";
export { diagnoseTable } from "./checks/table-diagnostics.ts";
export * from "./errors.ts";
export * from "./estimate/describe-estimate.ts";
export { calcDistance } from "./estimate/distance.ts";
export * from "./estimate/estimate.ts";
export * from "./estimate/facts.ts";
export { PROVINCE_NAMES } from "./estimate/provinces.ts";
export * from "./estimate/settings.ts";
export * from "./kernel/bound.ts";
export * from "./kernel/dense-requirements.ts";
export * from "./kernel/factored-requirements.ts";
export type { Factors } from "./kernel/factors.ts";
export type { Gravity } from "./kernel/gravity.ts";
export type { FixedPoint, RequirementsOperator } from "./kernel/operator.ts";
export * from "./kernel/solver.ts";
export { estimateSpectralRadius } from "./kernel/spectral-radius.ts";
export type { Spectrum } from "./kernel/spectrum.ts";
export * from "./model/axes.ts";
export * from "./model/build-model.ts";
export * from "./model/factored-tables.ts";
export * from "./model/model.ts";
export * from "./release/factored-arrays.ts";
export * from "./release/manifest.ts";
export * from "./release/results.ts";

export { makeCityResults } from "./study/city-result.ts";
export { PAPER } from "./study/paper.ts";
export * from "./study/study.ts";
export { buildStudyModels } from "./study/study-models.ts";
export { summarizeCities } from "./study/summarize-cities.ts";
export { summarizeRun } from "./study/summarize-run.ts";
