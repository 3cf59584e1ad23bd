import { Matrix } from "ml-matrix";

/** An orthonormal basis of a Krylov space, and what the matrix does inside it. */
export interface KrylovSpace {
  /** `H = Vᵀ K V`, m×m. */
  H: Matrix;
  /** Columns of V, m of them, n each. */
  basis: readonly Float64Array[];
}

/**
 * A Krylov space of K from a fixed start vector, so that results repeat.
 *
 * @param apply `out = K v`, both of length `size`.
 * @see Saad (2011), Numerical Methods for Large Eigenvalue Problems, §6.2
 */
export function buildKrylovSpace(
  size: number,
  apply: (v: Float64Array, out: Float64Array) => void,
  dimension: number,
): KrylovSpace {
  const steps = Math.min(dimension, size);
  const basis = [startVector(size)];
  const H = Matrix.zeros(steps, steps);
  const w = new Float64Array(size);
  for (let j = 0; j < steps; j++) {
    apply(basis[j], w);
    for (let i = 0; i <= j; i++) {
      const h = dot(basis[i], w);
      H.set(i, j, h);
      addTo(w, -h, basis[i]);
    }
    const norm = Math.sqrt(dot(w, w));
    if (j + 1 === steps || norm < 1e-12) break;
    H.set(j + 1, j, norm);
    basis.push(w.map((value) => value / norm));
  }
  const last = basis.length - 1;
  return { H: H.subMatrix(0, last, 0, last), basis };
}

/** Positive, so that it is not orthogonal to the Perron vector, and uneven, so that it sees the other end too. */
function startVector(size: number): Float64Array {
  const v = Float64Array.from({ length: size }, (_, i) => 1 + 0.9 * Math.sin(12.9898 * (i + 1)));
  const norm = Math.sqrt(dot(v, v));
  return v.map((value) => value / norm);
}

/** `w += factor · v`. */
export function addTo(w: Float64Array, factor: number, v: Float64Array): void {
  for (let t = 0; t < w.length; t++) w[t] += factor * v[t];
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
