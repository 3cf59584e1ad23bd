import { checkLength } from "../accounts/shapes.ts";
import type { RequirementsOperator } from "../kernel/operator.ts";
import { type SolveOptions, solveMultipliers } from "../kernel/solver.ts";

/**
 * Solve Leontief's price model for a rise of costs: `Δp = Aᵀ Δp + c`, every cost passed on in full.
 *
 * Static: quantities, technology and suppliers stay as they are.
 *
 * Shapes: `cost`, result n. Units: `cost` per unit of output; `rise` over the price of the base, which is 1.
 *
 * @throws {ModelError} As the solver.
 * @see Miller & Blair (2009), §2.6; docs/method.md#prices
 */
export function solvePriceRise(
  A: RequirementsOperator,
  cost: Float64Array,
  options: SolveOptions = {},
): { rise: Float64Array; residual: number } {
  const { X, residual } = solveMultipliers(A, cost, options);
  return { rise: X, residual };
}

/**
 * Cost of a carbon price on the emissions of each sector.
 *
 * Shapes: `S`, result n. Units: `S` t per unit of flows, `price` of a currency per t, `scale` units of the currency in one unit of
 * flows; result of the currency per unit of the currency of output.
 *
 * @see docs/method.md#prices
 */
export function calcCarbonCost(S: Float64Array, price: number, scale: number): Float64Array {
  return S.map((intensity) => (intensity * price) / scale);
}

/**
 * Rise of what each consumer pays for the final demand it has; NaN where it has none.
 *
 * Shapes: `rise` n; `Y` n×R, consumer after consumer; result R. Units: 1.
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see docs/method.md#prices
 */
export function calcCostOfDemand(rise: Float64Array, Y: Float64Array, R: number): Float64Array {
  const n = rise.length;
  checkLength("Y", Y, n * R);
  return Float64Array.from({ length: R }, (_, c) => {
    let [paid, more] = [0, 0];
    for (let i = 0; i < n; i++) {
      paid += Y[c * n + i];
      more += Y[c * n + i] * rise[i];
    }
    return more / paid;
  });
}
