import { calcIntensity } from "../../accounts/intensity.ts";
import { solveMultipliers, solveOutput } from "../../kernel/solver.ts";
import { buildModel } from "../../model/build-model.ts";
import type { DenseTable } from "../../model/dense-table.ts";
import type { Model } from "../../model/model.ts";

/** Exact enough that printed digits, not the solver, limit a comparison. */
const TOLERANCE = 1e-14;

/** A small table solved: everything the accounts are calculated from. */
export interface SolvedTable {
  model: Model;
  S: Float64Array;
  /** Output driven by each consumer, n×R, and by exports, n. */
  X: Float64Array;
  Xe: Float64Array;
  M: Float64Array;
}

/** Build and solve a table. */
export function solveTable(table: DenseTable): SolvedTable {
  const { model } = buildModel(table);
  const S = calcIntensity(model.F, model.x, model.axes);
  return {
    model,
    S,
    X: solve(model, model.Y),
    Xe: solve(model, model.e),
    M: solveMultipliers(model.A, S, { tolerance: TOLERANCE }).X,
  };
}

/** `(I − A)⁻¹ Y` of a small model, to rounding. */
export function solve({ A }: Pick<Model, "A">, Y: Float64Array): Float64Array {
  return solveOutput(A, Y, { tolerance: TOLERANCE }).X;
}
