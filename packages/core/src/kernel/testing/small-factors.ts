import { inverse, Matrix } from "ml-matrix";
import type { Factors } from "../factors.ts";

/** Uneven but repeatable numbers in (0, 1). */
export const wave = (i: number) => 0.5 + 0.45 * Math.sin(7.3 * i + 0.4 * (i % 7));

/** Shares of one product that add up to one for every buyer, most of them at home. Shapes: R×R. */
export function makeShares(R: number, seed: number): Float64Array {
  const T = Float64Array.from({ length: R * R }, (_, at) => wave(seed + at) + (at % (R + 1) === 0 ? 1 : 0));
  for (let s = 0; s < R; s++) {
    let sum = 0;
    for (let r = 0; r < R; r++) sum += T[r * R + s];
    for (let r = 0; r < R; r++) T[r * R + s] /= sum;
  }
  return T;
}

/** A productive table without a pattern. */
export function makeFactors(R: number, N: number): Factors {
  return {
    R,
    N,
    T: Array.from({ length: N }, (_, k) => makeShares(R, k * R * R)),
    a: Float64Array.from({ length: R * N * N }, (_, i) => (0.8 * wave(i)) / N),
  };
}

/** What each buyer takes of product k, as a change of a table lists it. Shapes: `T` R×R → R under `k·R + s`. */
export function listShares(k: number, T: Float64Array, buyers?: readonly number[]): [number, Float64Array][] {
  const R = Math.sqrt(T.length);
  const all = buyers ?? Array.from({ length: R }, (_, s) => s);
  return all.map((s) => [k * R + s, Float64Array.from({ length: R }, (_, r) => T[r * R + s])]);
}

/** The requirements matrix written out, row-major. */
export function expandFactors({ R, N, T, a }: Factors): Float64Array {
  const n = R * N;
  const A = new Float64Array(n * n);
  for (let r = 0; r < R; r++)
    for (let s = 0; s < R; s++)
      for (let i = 0; i < N; i++)
        for (let j = 0; j < N; j++) A[(r * N + i) * n + s * N + j] = T[i][r * R + s] * a[(s * N + i) * N + j];
  return A;
}

/** `(I − A)⁻¹` by LU. */
export function invertLeontief(A: Float64Array, n: number): Matrix {
  return inverse(Matrix.eye(n).sub(Matrix.from1DArray(n, n, A)));
}
