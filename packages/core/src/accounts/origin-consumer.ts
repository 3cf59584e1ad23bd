import { checkLength, countSectors } from "./shapes.ts";

/**
 * Emissions by origin and consumer, `C[r,c] = Σ_{i∈r} S_i (X_c)_i`.
 *
 * Shapes: `S` n; `X` n×R, consumer after consumer; `C` R×R row-major, `C[r·R + c]`. Units: t CO₂.
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see Peters (2008), Ecol. Econ. 65(1); docs/method.md#accounts
 */
export function calcOriginConsumer(S: Float64Array, X: Float64Array, R: number): Float64Array {
  checkLength("X", X, S.length * R);
  const C = new Float64Array(R * R);
  fillOriginConsumer(C, S, X, 0);
  return C;
}

/**
 * The columns of {@link calcOriginConsumer} for consumers from `first` on, into C.
 *
 * Shapes: `C` R×R row-major; `S` n; `X` n×m, m consumers.
 *
 * @throws {ModelError} `shape-mismatch`.
 */
export function fillOriginConsumer(C: Float64Array, S: Float64Array, X: Float64Array, first: number): void {
  const n = S.length;
  const R = Math.sqrt(C.length);
  const N = countSectors(n, R);
  const count = countSectors(X.length, n);
  for (let p = 0; p < count; p++)
    for (let r = 0; r < R; r++) {
      let sum = 0;
      for (let i = r * N; i < (r + 1) * N; i++) sum += S[i] * X[p * n + i];
      C[r * R + first + p] = sum;
    }
}

/**
 * Emissions by origin sector and consumer, `S_i (X_c)_i`: what {@link calcOriginConsumer} sums up.
 *
 * Shapes: `S` n; `X` and the result n×R, consumer after consumer. Units: t CO₂.
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see docs/method.md#accounts
 */
export function calcOriginSectorConsumer(S: Float64Array, X: Float64Array): Float64Array {
  const n = S.length;
  checkLength("X", X, n * Math.ceil(X.length / n));
  return X.map((output, at) => S[at % n] * output);
}

/**
 * Emissions of each region that a column of driven output causes, `Σ_{i∈r} S_i X_i`. With the output that foreign
 * exports drive this is `D_abroad`.
 *
 * Shapes: `S`, `X` n; result R. Units: t CO₂.
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see docs/method.md#accounts
 */
export function calcEmissionsDriven(S: Float64Array, X: Float64Array, R: number): Float64Array {
  checkLength("X", X, S.length);
  return sumByRegion(
    S.map((intensity, i) => intensity * X[i]),
    R,
  );
}

/**
 * Production-based emissions `D_pba[r] = Σ_{i∈r} F_i`, household direct emissions not included.
 *
 * Shapes: `F` n; result R. Units: t CO₂.
 *
 * @throws {ModelError} `shape-mismatch`.
 * @see docs/method.md#accounts
 */
export function calcProduction(F: Float64Array, R: number): Float64Array {
  return sumByRegion(F, R);
}

/** Sum of each region's rows. Shapes: n → R. */
export function sumByRegion(values: Float64Array, R: number): Float64Array {
  const N = countSectors(values.length, R);
  const sums = new Float64Array(R);
  for (let i = 0; i < values.length; i++) sums[Math.floor(i / N)] += values[i];
  return sums;
}
