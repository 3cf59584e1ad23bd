import type { Numbers } from "../panel-product.ts";
import type { TableFit } from "./fit-table.ts";

/**
 * How far a dense table is from the factored one that was fitted to it, home trade included: the flows that differ, over
 * all flows. 0 (the rounding of storage) where the table is factored.
 *
 * Shapes: `A` n×n row-major; `weights` n: output.
 *
 * @see docs/method.md#diagnostics
 */
export function measureFitDistance(A: Numbers, { R, N, T, home, a }: TableFit, weights: Float64Array): number {
  let [apart, all] = [0, 0];
  for (let r = 0, cell = 0; r < R; r++)
    for (let i = 0; i < N; i++)
      for (let s = 0; s < R; s++) {
        const share = r === s ? home[i * R + s] : T[i][r * R + s];
        const use = (s * N + i) * N;
        for (let j = 0; j < N; j++, cell++) {
          const weight = Math.abs(weights[s * N + j]);
          apart += weight * Math.abs(A[cell] - share * a[use + j]);
          all += weight * Math.abs(A[cell]);
        }
      }
  return all > 0 ? apart / all : 0;
}
