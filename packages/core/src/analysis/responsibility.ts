import { sumByRegion } from "../accounts/origin-consumer.ts";
import { checkLength } from "../accounts/shapes.ts";
import type { RequirementsOperator } from "../kernel/operator.ts";
import { type SolveOptions, solveOutput } from "../kernel/solver.ts";

/** Emissions that primary inputs make possible downstream. Shapes: R. Units: t CO₂. */
export interface IncomeResponsibility {
  /** By value added of the region: `D_iba[r] = Σ_{i∈r} v_i (G S)_i`. */
  income: Float64Array;
  /** By inputs that sectors of the region buy abroad, and whatever else the table does not explain. */
  imports: Float64Array;
  residual: number;
}

/**
 * Responsibility shared between producer and consumer: `α D_pba + (1 − α) D_cba`.
 *
 * Shapes: R. Units: t CO₂; `alpha` share of the producer [1].
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see Kondo, Moriguchi & Shimizu (1998); Ferng (2003), Ecol. Econ. 45(1); docs/method.md#responsibility
 */
export function calcSharedResponsibility(
  production: Float64Array,
  footprint: Float64Array,
  alpha: number,
): Float64Array {
  checkLength("footprint", footprint, production.length);
  return production.map((emitted, r) => alpha * emitted + (1 - alpha) * footprint[r]);
}

/**
 * Solve income-based responsibility: emissions anywhere that a region's value added makes possible, by Ghosh's supply side.
 *
 * `G S = x̂⁻¹ L F` is one ordinary solve. Primary inputs are what a column lacks, `x − Aᵀ1 ∘ x`; those that are not value
 * added are imported inputs. Both parts together are all emissions of production.
 *
 * Shapes: `x`, `v`, `F` n; R regions.
 *
 * @throws {ModelError} `shape-mismatch`, and as the solver.
 * @see Marques, Rodrigues, Lenzen & Domingos (2012), Ecol. Econ. 84; Miller & Blair (2009), §12.1; docs/method.md#responsibility
 */
export function solveIncomeResponsibility(
  A: RequirementsOperator,
  { x, v, F }: { x: Float64Array; v: Float64Array; F: Float64Array },
  R: number,
  options: SolveOptions = {},
): IncomeResponsibility {
  for (const [name, values] of Object.entries({ x, v, F })) checkLength(name, values, A.n);
  const { X, residual } = solveOutput(A, F, options);
  const purchases = new Float64Array(A.n);
  A.multiplyTransposed(new Float64Array(A.n).fill(1), purchases);
  const enabled = X.map((value, i) => (x[i] === 0 ? 0 : value / x[i]));
  const income = enabled.map((perInput, i) => perInput * v[i]);
  const imports = enabled.map((perInput, i) => perInput * (x[i] * (1 - purchases[i]) - v[i]));
  return { income: sumByRegion(income, R), imports: sumByRegion(imports, R), residual };
}
