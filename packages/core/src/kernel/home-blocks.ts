import { inverse, Matrix } from "ml-matrix";
import { ModelError } from "../errors.ts";
import type { Factors } from "./factors.ts";

/**
 * What each region's production for itself amplifies: `H_s = (I − a_s D_s)⁻¹ a_s`, D its home shares.
 *
 * Shapes: R×N×N, like `a`.
 *
 * @throws {ModelError} `not-productive` if a block has no inverse.
 */
export function calcHomeBlocks({ R, N, T, a }: Factors): Float64Array {
  const H = new Float64Array(R * N * N);
  const technology = Matrix.zeros(N, N);
  const leak = Matrix.zeros(N, N);
  for (let s = 0; s < R; s++) {
    for (let i = 0; i < N; i++)
      for (let j = 0; j < N; j++) {
        const cell = a[(s * N + i) * N + j];
        technology.set(i, j, cell);
        leak.set(i, j, (i === j ? 1 : 0) - cell * T[j][s * R + s]);
      }
    H.set(invert(leak, s).mmul(technology).to1DArray(), s * N * N);
  }
  return H;
}

function invert(leak: Matrix, s: number): Matrix {
  try {
    return inverse(leak);
  } catch {
    throw new ModelError("not-productive", `Region ${s + 1} cannot supply itself: I − a D has no inverse.`);
  }
}
