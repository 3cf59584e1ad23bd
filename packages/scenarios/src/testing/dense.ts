import { Matrix, solve } from "ml-matrix";
import { expect } from "vitest";
import type { State } from "../baseline/state.ts";
import { answerCity } from "../run/answer-city.ts";

/** A table written out: intensity n, requirements n×n, final demand n×R. */
export interface DenseState {
  S: Float64Array;
  A: Matrix;
  Y: Matrix;
}

/** A state written out, to be changed by hand or solved whole. */
export function expandState(state: State): DenseState {
  const { R, N, n } = state.baseline;
  const [A, Y] = [Matrix.zeros(n, n), Matrix.zeros(n, R)];
  for (let r = 0; r < R; r++)
    for (let s = 0; s < R; s++)
      for (let i = 0; i < N; i++)
        for (let j = 0; j < N; j++)
          A.set(r * N + i, s * N + j, state.share(i, r, state.baseline.buyerOf(s, j)) * state.technology(s, i, j));
  for (let c = 0; c < R; c++) for (const [i, value] of state.demand(c).entries()) Y.set(i, c, value);
  return { S: state.S.slice(), A, Y };
}

/** Origin × consumer by LU of the whole system, R×R. */
export function solveDense({ S, A, Y }: DenseState): Matrix {
  const X = solve(Matrix.eye(A.rows).sub(A), Y);
  const N = A.rows / Y.columns;
  const C = Matrix.zeros(Y.columns, Y.columns);
  for (let i = 0; i < A.rows; i++)
    for (let c = 0; c < Y.columns; c++) {
      const r = Math.floor(i / N);
      C.set(r, c, C.get(r, c) + S[i] * X.get(i, c));
    }
  return C;
}

/** The engine's answer is that of the dense table: every footprint, and every origin of city c, to 1e-9. */
export function expectDense(state: State, dense: DenseState, c = 1): void {
  const { R, N } = state.baseline;
  const C = solveDense(dense);
  const { footprints, origins } = answerCity(state, c, { tolerance: 1e-12 });
  const expectNear = (actual: number, expected: number) =>
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
  for (let r = 0; r < R; r++) {
    expectNear(footprints[r], C.getColumnVector(r).sum());
    expectNear(
      origins.subarray(r * N, (r + 1) * N).reduce((sum, part) => sum + part, 0),
      C.get(r, c),
    );
  }
}
