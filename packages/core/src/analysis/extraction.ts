import { checkLength } from "../accounts/shapes.ts";
import { ModelError } from "../errors.ts";
import type { RequirementsOperator } from "../kernel/operator.ts";
import { findLargest } from "../kernel/residual.ts";
import type { SolveOptions } from "../kernel/solver.ts";

/** What remains when some rows of a table are gone. */
export interface Extraction {
  /** Output that each row loses; an extracted row loses all it had. Shapes: n. Units: 10⁴ CNY. */
  loss: Float64Array;
  /** Largest entry of what the solve leaves open, over the largest of its right-hand side [1]. */
  residual: number;
  rounds: number;
}

const DEFAULTS = { tolerance: 1e-10, maxRounds: 2000 };

/**
 * Take rows out of the table, with their columns and their final demand, and solve what the rest loses.
 *
 * With K the rows taken out and P the rest, `x̄ = (I − A_PP)⁻¹ f_P`, so that the loss obeys
 * `d = P A d + P A x_K`: solved by iteration, which converges wherever the whole table does, without building a second
 * table.
 *
 * Shapes: `x` n; `isOut(i)` for rows 0 … n − 1. Units: 10⁴ CNY.
 *
 * @throws {ModelError} `shape-mismatch`; `not-converged`.
 * @see Miller & Blair (2009), §12.2.5; Dietzenbacher & Lahr (2013), Econ. Syst. Res. 25(3); docs/method.md#extraction
 */
export function solveExtraction(
  A: RequirementsOperator,
  x: Float64Array,
  isOut: (row: number) => boolean,
  options: Pick<SolveOptions, "tolerance" | "maxRounds"> = {},
): Extraction {
  checkLength("x", x, A.n);
  const { tolerance, maxRounds } = { ...DEFAULTS, ...options };
  const taken = x.map((output, i) => (isOut(i) ? output : 0));
  const sold = new Float64Array(A.n);
  /** `P A d`. */
  const passOn = (d: Float64Array): Float64Array => {
    A.multiply(d, sold);
    return sold.map((value, i) => (isOut(i) ? 0 : value));
  };
  const first = passOn(taken);
  const scale = findLargest(first);
  let loss = first;
  for (let rounds = 1; rounds <= maxRounds; rounds++) {
    const next = passOn(loss).map((value, i) => value + first[i]);
    const open = findLargest(next.map((value, i) => value - loss[i]));
    if (open <= tolerance * scale) {
      const residual = scale > 0 ? open / scale : 0;
      return { loss: loss.map((value, i) => value + taken[i]), residual, rounds };
    }
    loss = next;
  }
  throw new ModelError("not-converged", `The loss of the rest did not settle in ${maxRounds} rounds.`);
}
