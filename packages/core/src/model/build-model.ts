import { InputError, type Issue } from "../errors.ts";
import { DenseRequirements } from "../kernel/dense-requirements.ts";
import { checkAxes } from "./axes.ts";
import { checkNumbers, checkShapes, checkTable } from "./check-table.ts";
import type { DenseTable } from "./dense-table.ts";
import type { Model } from "./model.ts";

/**
 * Check a dense table and make it a model, `A = Z x̂⁻¹`. A sector without output has an empty column.
 *
 * @returns The model, and what is odd but legitimate about the table, to be published with it.
 * @throws {InputError} As `checkDenseTable`.
 * @see Miller & Blair (2009), §2.2; docs/method.md#accounts
 */
export function buildModel(table: DenseTable): { model: Model; warnings: Issue[] } {
  const { x, warnings } = checkDenseTable(table);
  const { year, axes, Z, Y, YByUse, e, v, F, FY } = table;
  const demandOf = YByUse && ((use: string) => YByUse[use]);
  const finalUses = YByUse && Object.keys(YByUse);
  const A = new DenseRequirements(calcRequirements(Z, x));
  return { model: { year, axes, A, Y, finalUses, demandOf, e, x, v, F, FY }, warnings };
}

/**
 * Refuse a dense table that cannot be used.
 *
 * @param tolerance How far uses may miss output, relative; .001 by default.
 * @returns Its output, stated or the sum of all uses, and what is odd but legitimate about it.
 * @throws {InputError} `shape-mismatch`, `duplicate-label`, `empty-axis`, `not-finite`, `not-balanced`,
 *   `emissions-without-output`, `inputs-without-output`, `uses-do-not-add-up`: the first as the code, all of them listed.
 * @see docs/method.md#diagnostics
 */
export function checkDenseTable(table: DenseTable, tolerance?: number): { x: Float64Array; warnings: Issue[] } {
  checkAxes(table.axes);
  // Each step can be read only if the one before holds.
  refuse(checkShapes(table));
  refuse(checkNumbers(table));
  const use = sumUses(table);
  const x = table.x ?? use;
  const issues = checkTable(table, x, use, tolerance);
  refuse(issues.filter(({ severity }) => severity === "error"));
  return { x, warnings: issues };
}

/**
 * Inputs per unit of output, `A = Z x̂⁻¹`; the column of a sector without output is zero.
 *
 * Shapes: `Z`, `A` n×n row-major; `x` n. Units: CNY/CNY.
 *
 * @param A Where to write them; `Z` itself where memory must not hold two matrices.
 * @see Miller & Blair (2009), §2.2; docs/method.md#accounts
 */
export function calcRequirements(
  Z: Float64Array,
  x: Float64Array,
  A: Float64Array = new Float64Array(Z.length),
): Float64Array {
  const n = x.length;
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) A[i * n + j] = x[j] === 0 ? 0 : Z[i * n + j] / x[j];
  return A;
}

function refuse(errors: Issue[]): void {
  if (errors.length > 0) throw new InputError(errors[0].code, "The table cannot be used as it is.", errors);
}

/** Everything that is sold, `Z1 + Y1 + e`. */
function sumUses({ Z, Y, e }: DenseTable): Float64Array {
  const n = e.length;
  const use = Float64Array.from(e);
  for (let at = 0; at < Z.length; at++) use[Math.floor(at / n)] += Z[at];
  for (let at = 0; at < Y.length; at++) use[at % n] += Y[at];
  return use;
}
