import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { FixedPoint, Spectrum } from "./operator.ts";

/** Krylov dimension: the extreme eigenvalues of requirements matrices settle to a percent well before this. */
const DIMENSION = 16;

/**
 * Estimate the ends of a spectrum from a few products (Arnoldi with a fixed start vector, so results repeat).
 *
 * @param apply `out = K v`, both of length `size`.
 * @see Saad (2011), Numerical Methods for Large Eigenvalue Problems, §6.2
 */
function estimateSpectrum(size: number, apply: (v: Float64Array, out: Float64Array) => void): Spectrum {
  const steps = Math.min(DIMENSION, size);
  const basis = [startVector(size)];
  const H = Matrix.zeros(steps, steps);
  const w = new Float64Array(size);
  let filled = 0;
  for (let j = 0; j < steps; j++) {
    apply(basis[j], w);
    filled = j + 1;
    for (let i = 0; i <= j; i++) {
      const h = dot(basis[i], w);
      H.set(i, j, h);
      for (let t = 0; t < size; t++) w[t] -= h * basis[i][t];
    }
    const norm = Math.sqrt(dot(w, w));
    if (j + 1 === steps || norm < 1e-12) break;
    H.set(j + 1, j, norm);
    basis.push(w.map((value) => value / norm));
  }
  return readSpectrum(H.subMatrix(0, filled - 1, 0, filled - 1));
}

/** The spectrum of a fixed point, seen through one column of its panel. */
export function estimatePanelSpectrum(K: FixedPoint): Spectrum {
  const { n, width } = K;
  const { d, Kd } = K.space;
  d.fill(0);
  return estimateSpectrum(n, (v, out) => {
    for (let i = 0; i < n; i++) d[i * width] = v[i];
    K.step();
    for (let i = 0; i < n; i++) out[i] = Kd[i * width];
  });
}

function readSpectrum(H: Matrix): Spectrum {
  const { realEigenvalues: re, imaginaryEigenvalues: im } = new EigenvalueDecomposition(H);
  return {
    low: Math.min(...re),
    high: Math.max(...re),
    radius: Math.max(...re.map((value, i) => Math.hypot(value, im[i]))),
  };
}

/** Positive, so that it is not orthogonal to the Perron vector, and uneven, so that it sees the other end too. */
function startVector(size: number): Float64Array {
  const v = Float64Array.from({ length: size }, (_, i) => 1 + 0.9 * Math.sin(12.9898 * (i + 1)));
  const norm = Math.sqrt(dot(v, v));
  return v.map((value) => value / norm);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
