import { checkLength } from "../accounts/shapes.ts";
import type { RequirementsOperator } from "../kernel/operator.ts";
import { type SolveOptions, solveOutput } from "../kernel/solver.ts";
import { sum } from "../kernel/sum.ts";
import { solveChainPosition } from "./chain-position.ts";

/** Ties of a sector to those that supply it and to those that it supplies. Shapes: n. NaN where nothing is produced. */
export interface Linkages {
  /** Column sums of A: purchases per unit of output [1]. */
  directBackward: Float64Array;
  /** Column sums of L: output anywhere per unit of the sector's final demand [1]. */
  backward: Float64Array;
  /** `backward` over its mean: power of dispersion [1]. */
  power: Float64Array;
  /** Row sums of `B = x̂⁻¹ Z`: sales to sectors per unit of output [1]. */
  directForward: Float64Array;
  /** Row sums of Ghosh's `G = (I − B)⁻¹`: output anywhere that a unit of the sector's primary inputs makes possible [1]. */
  forward: Float64Array;
  /** `forward` over its mean [1]. */
  forwardIndex: Float64Array;
  /** Row sums of L over their mean: sensitivity of dispersion [1]. */
  sensitivity: Float64Array;
  /** The largest residual of the three solves. */
  residual: number;
}

/** What a sector is by its normalised total linkages; 1 is the mean. */
export type LinkageRole = "key" | "backward" | "forward" | "weak";

/**
 * Solve direct and total linkages of every sector, as Rasmussen and Ghosh have them.
 *
 * `G = x̂⁻¹ L x̂`, so that no second matrix is needed: the row sums of G are upstreamness, the column sums of L
 * downstreamness. Means are taken over sectors that produce.
 *
 * Shapes: `x` n.
 *
 * @throws {ModelError} `shape-mismatch`, and as the solver.
 * @see Rasmussen (1957); Miller & Blair (2009), §12.2; docs/method.md#linkages
 */
export function solveLinkages(A: RequirementsOperator, x: Float64Array, options: SolveOptions = {}): Linkages {
  checkLength("x", x, A.n);
  const ones = new Float64Array(A.n).fill(1);
  const { U, Dn, residual } = solveChainPosition(A, x, options);
  const rows = solveOutput(A, ones, options);
  const [purchases, sales] = [new Float64Array(A.n), new Float64Array(A.n)];
  A.multiplyTransposed(ones, purchases);
  A.multiply(x, sales);
  const active = (values: Float64Array) => values.map((value, i) => (x[i] === 0 ? Number.NaN : value));
  const backward = active(Dn);
  return {
    directBackward: active(purchases),
    backward,
    power: normalize(backward),
    directForward: active(sales.map((value, i) => value / x[i])),
    forward: U,
    forwardIndex: normalize(U),
    sensitivity: normalize(active(rows.X)),
    residual: Math.max(residual, rows.residual),
  };
}

/**
 * Role of a sector: `key` if both indices are above their mean, else named after the one that is.
 *
 * @see Miller & Blair (2009), §12.2.4; docs/method.md#linkages
 */
export function nameRole(power: number, forwardIndex: number): LinkageRole {
  if (power > 1) return forwardIndex > 1 ? "key" : "backward";
  return forwardIndex > 1 ? "forward" : "weak";
}

function normalize(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = sum(known) / known.length;
  return values.map((value) => value / mean);
}
