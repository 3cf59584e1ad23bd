import { EigenvalueDecomposition } from "ml-matrix";
import { buildKrylovSpace } from "./arnoldi.ts";
import type { FixedPoint, Spectrum } from "./operator.ts";

/** The extreme eigenvalues of requirements matrices settle to a percent well before this. */
const DIMENSION = 16;

/** Estimate the ends of the spectrum of a fixed point, seen through one column of its panel. */
export function estimatePanelSpectrum(K: FixedPoint): Spectrum {
  const { H } = buildKrylovSpace(K.n, applyColumn(K), DIMENSION);
  const { realEigenvalues, imaginaryEigenvalues } = new EigenvalueDecomposition(H);
  return readSpectrum(realEigenvalues, imaginaryEigenvalues);
}

/** `out = K v` by the first column of the panel. */
export function applyColumn(K: FixedPoint): (v: Float64Array, out: Float64Array) => void {
  const { n, width } = K;
  const { d, Kd } = K.space;
  return (v, out) => {
    d.fill(0);
    for (let i = 0; i < n; i++) d[i * width] = v[i];
    K.step();
    for (let i = 0; i < n; i++) out[i] = Kd[i * width];
  };
}

/** Ends and radius of some eigenvalues. */
export function readSpectrum(re: readonly number[], im: readonly number[]): Spectrum {
  return {
    low: Math.min(...re),
    high: Math.max(...re),
    radius: Math.max(...re.map((value, i) => Math.hypot(value, im[i]))),
  };
}
