import { ModelError } from "../errors.ts";

/** `out = A X`, or `Aᵀ X`, of as many columns as X holds. */
export type Product = (X: Float64Array, out: Float64Array) => void;

/** Columns of n each: right-hand sides, solutions, and what these leave open. */
export interface Columns {
  Y: Float64Array;
  X: Float64Array;
  R: Float64Array;
}

/**
 * `R = Y + A X − X` from `X` itself.
 *
 * @returns The worst column's largest residual over the largest entry of its right-hand side; columns without one count
 *   as met.
 */
export function measureResidual(n: number, multiply: Product, { Y, X, R }: Columns): number {
  multiply(X, R);
  let worst = 0;
  for (let at = 0; at < Y.length; at += n) {
    let [size, left] = [0, 0];
    for (let i = at; i < at + n; i++) {
      R[i] += Y[i] - X[i];
      size = Math.max(size, Math.abs(Y[i]));
      left = Math.max(left, Math.abs(R[i]));
    }
    const open = size > 0 ? left / size : 0;
    if (!(open <= worst)) worst = open;
  }
  return worst;
}

/** Largest absolute entry; NaN where there is a gap. */
export function findLargest(values: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    const value = Math.abs(values[i]);
    if (value > largest) largest = value;
    else if (Number.isNaN(value)) return value;
  }
  return largest;
}

/**
 * Where a solve begins: the guess, or zeros; zeros anyway where there is nothing to solve.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite` if a right-hand side or the guess has a gap.
 */
export function startColumns(n: number, Y: Float64Array, guess: Float64Array | undefined): Float64Array {
  if (Y.length % n !== 0)
    throw new ModelError("shape-mismatch", `A right-hand side of ${Y.length} numbers is not made of columns of ${n}.`);
  if (guess && guess.length !== Y.length)
    throw new ModelError("shape-mismatch", `A start of ${guess.length} numbers was given for ${Y.length}.`);
  if (!Number.isFinite(findLargest(Y))) throw new ModelError("not-finite", "The right-hand side has a gap.");
  const X = guess?.slice() ?? new Float64Array(Y.length);
  if (guess && !Number.isFinite(findLargest(X)))
    throw new ModelError("not-finite", "The start of the solve has a gap.");
  if (guess)
    for (let at = 0; at < Y.length; at += n) if (findLargest(Y.subarray(at, at + n)) === 0) X.fill(0, at, at + n);
  return X;
}
