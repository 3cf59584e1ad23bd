// What a thread that only solves needs: loading the whole package would take ten times the memory.
export { ModelError, type ModelErrorCode } from "../errors.ts";
export type { CellUpdates } from "./dense/cell-updates.ts";
export { DenseMatrix, type SharedMatrix } from "./dense/dense-matrix.ts";
export type { Survey } from "./dense/fit-table.ts";
export { leadTeam, makeTeamMemory, serveTeam } from "./dense/thread-team.ts";
export { UpdatedRequirements } from "./dense/updated-requirements.ts";
export { DenseRequirements } from "./dense-requirements.ts";
export { FactoredRequirements } from "./factored-requirements.ts";
export type { Factors } from "./factors.ts";
export type { Gravity } from "./gravity.ts";
export { GravityFactors } from "./gravity-factors.ts";
export type { RequirementsOperator, SlowDirections } from "./operator.ts";
export { type SolveOptions, solveOutput } from "./solver.ts";
