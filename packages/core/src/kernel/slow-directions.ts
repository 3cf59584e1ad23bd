import { EigenvalueDecomposition, inverse, Matrix, QrDecomposition } from "ml-matrix";
import { addTo, buildKrylovSpace, dot } from "./arnoldi.ts";
import type { FixedPoint, SlowDirections } from "./operator.ts";
import { applyColumn, readSpectrum } from "./spectrum.ts";

/** Directions at the most: eigenvalues beyond lie so close together that another one gains little. */
export const MOST = 8;
const DIMENSION = 32;

/**
 * Find the slow directions of a fixed point from a Krylov space of its transpose.
 *
 * @param forward One column wide.
 * @param backward The same, transposed.
 * @see Saad (2003), Iterative Methods for Sparse Linear Systems, §9.4 and Saad (2011), §6.2; docs/decisions/0012-slow-directions.md
 */
export function findSlowDirections(forward: FixedPoint, backward: FixedPoint): SlowDirections {
  const { H, basis } = buildKrylovSpace(backward.n, applyColumn(backward), DIMENSION);
  const { eigenvectorMatrix, realEigenvalues: re, imaginaryEigenvalues: im } = new EigenvalueDecomposition(H);
  const order = [...re.keys()].sort((a, b) => Math.hypot(re[b], im[b]) - Math.hypot(re[a], im[a]) || a - b);
  const count = countWhole(order, im);
  const rows = [...basis.keys()];
  const inside = new QrDecomposition(eigenvectorMatrix.selection(rows, order.slice(0, count))).orthogonalMatrix;
  const U = combine(basis, inside);
  const KU = U.map((u) => applyTo(forward, u));
  const solved = inverse(project(U, KU));
  const rest = order.slice(count);
  return {
    count,
    weights: join(U),
    steps: join(combine(U, solved)),
    made: join(combine(KU, solved)),
    rest: readSpectrum(
      rest.map((i) => re[i]),
      rest.map((i) => im[i]),
    ),
    whole: readSpectrum(re, im),
  };
}

/** As many as are allowed, without tearing a pair of complex ones. */
function countWhole(order: readonly number[], im: readonly number[]): number {
  const complex = order.slice(0, MOST).filter((i) => im[i] !== 0).length;
  return Math.min(MOST, order.length) - (complex % 2);
}

function applyTo(K: FixedPoint, v: Float64Array): Float64Array {
  const out = new Float64Array(v.length);
  applyColumn(K)(v, out);
  return out;
}

/** `Uᵀ (I − K) U` of orthonormal U. */
function project(U: readonly Float64Array[], KU: readonly Float64Array[]): Matrix {
  const M = Matrix.eye(U.length);
  for (const [a, u] of U.entries()) for (const [b, Ku] of KU.entries()) M.set(a, b, M.get(a, b) - dot(u, Ku));
  return M;
}

/** Columns of `V W`. */
function combine(V: readonly Float64Array[], W: Matrix): Float64Array[] {
  return Array.from({ length: W.columns }, (_, c) => {
    const sum = new Float64Array(V[0].length);
    for (const [j, v] of V.entries()) addTo(sum, W.get(j, c), v);
    return sum;
  });
}

function join(columns: readonly Float64Array[]): Float32Array {
  const n = columns[0].length;
  const joined = new Float32Array(n * columns.length);
  for (const [c, column] of columns.entries()) joined.set(column, c * n);
  return joined;
}
