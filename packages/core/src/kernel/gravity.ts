/** `d^{−θ}` for each θ asked for, computed once: products of one kind share it. Shapes: R×R. */
export function cacheDistanceKernels(distances: Float64Array): (friction: number) => Float64Array {
  const kernels = new Map<number, Float64Array>();
  return (friction) => {
    const known = kernels.get(friction) ?? distances.map((km) => km ** -friction);
    kernels.set(friction, known);
    return known;
  };
}

/**
 * Trade shares of every product: `T[k][r][s] = f_r d_rs^{−θ} / Σ_r' f_r' d_r's^{−θ}`, columns summing to one.
 *
 * The supplier factors alone determine them: buyers' factors cancel.
 *
 * Shapes: `supplier` N×R, `distances` R×R, result N×R×R.
 */
export function calcTradeShares(supplier: Float64Array, distances: Float64Array, friction: Float64Array): Float64Array {
  const N = friction.length;
  const R = supplier.length / N;
  const T = new Float64Array(N * R * R);
  const kernelOf = cacheDistanceKernels(distances);
  for (let k = 0; k < N; k++) {
    const K = kernelOf(friction[k]);
    const sums = new Float64Array(R);
    for (let r = 0; r < R; r++)
      for (let s = 0; s < R; s++) {
        const weight = supplier[k * R + r] * K[r * R + s];
        T[(k * R + r) * R + s] = weight;
        sums[s] += weight;
      }
    for (let r = 0; r < R; r++) for (let s = 0; s < R; s++) T[(k * R + r) * R + s] /= sums[s];
  }
  return T;
}
