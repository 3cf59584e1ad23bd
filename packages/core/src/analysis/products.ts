import { checkLength } from "../accounts/shapes.ts";
import type { RequirementsOperator } from "../kernel/operator.ts";
import { joinColumns } from "../kernel/panels.ts";
import { type SolveOptions, solveMultipliers } from "../kernel/solver.ts";
import type { AxisSector } from "../model/axes.ts";
import { CITY_GROUPS } from "../release/results.ts";
import { readGroup } from "./typology.ts";

/**
 * Multipliers of each of the six sector groups: what a unit of final demand makes that group emit, wherever. They add up
 * to the multipliers of all.
 *
 * Shapes: `S` n; result six times n, one group after another, in the order of `CITY_GROUPS`. Units: those of `S`.
 *
 * @throws {InputError} `unknown-group`. {ModelError} As the solver.
 * @see docs/method.md#paths
 */
export function solveGroupMultipliers(
  A: RequirementsOperator,
  S: Float64Array,
  sectors: readonly AxisSector[],
  options: SolveOptions = {},
): { M: Float64Array; residual: number } {
  const groups = sectors.map(readGroup);
  const columns = CITY_GROUPS.map((group) =>
    S.map((intensity, i) => (groups[i % sectors.length] === group ? intensity : 0)),
  );
  const { X, residual } = solveMultipliers(A, joinColumns(...columns), options);
  return { M: X, residual };
}

/**
 * A footprint by the product that is bought, wherever it is made, and the group of sectors that emits.
 *
 * Shapes: `M` as `solveGroupMultipliers`; `y` n; result N×6, product after product. Units: t CO₂.
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see docs/method.md#paths
 */
export function calcProductFootprints(M: Float64Array, y: Float64Array, N: number): Float64Array {
  const n = y.length;
  const G = CITY_GROUPS.length;
  checkLength("M", M, n * G);
  const emitted = new Float64Array(N * G);
  for (let g = 0; g < G; g++) for (let i = 0; i < n; i++) emitted[(i % N) * G + g] += M[g * n + i] * y[i];
  return emitted;
}
