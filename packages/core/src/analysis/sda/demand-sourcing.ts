import { checkLength, countSectors } from "../../accounts/shapes.ts";
import { calcShare } from "./trade-share.ts";

/**
 * The part of `ΔY` that is a change of where products are bought, `½ (l¹b¹ + l⁰b⁰) ∘ ΔT_Y`: level and mix held at their
 * mean. `l b` of a product is what the consumer buys of it from everywhere.
 *
 * Shapes: `Y0`, `Y1`, result n×m, consumer after consumer; n rows of R regions. Units: 10⁴ CNY at constant prices.
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see docs/method.md#decompositions
 */
export function calcDemandSourcing(Y0: Float64Array, Y1: Float64Array, n: number, R: number): Float64Array {
  checkLength("Y1", Y1, Y0.length);
  const N = countSectors(n, R);
  const count = countSectors(Y0.length, n);
  const d = new Float64Array(Y0.length);
  for (let c = 0; c < count; c++)
    for (let k = 0; k < N; k++) {
      const first = c * n + k;
      const q0 = sumOrigins(Y0, first, N, R);
      const q1 = sumOrigins(Y1, first, N, R);
      for (let at = first; at < (c + 1) * n; at += N)
        d[at] = ((q0 + q1) / 2) * (calcShare(Y1[at], q1) - calcShare(Y0[at], q0));
    }
  return d;
}

function sumOrigins(Y: Float64Array, first: number, N: number, R: number): number {
  let sum = 0;
  for (let r = 0; r < R; r++) sum += Y[first + r * N];
  return sum;
}
