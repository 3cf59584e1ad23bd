import { ModelError } from "../../errors.ts";
import { checkKernel, checkMarginals } from "./marginals.ts";
import { Relaxation } from "./relaxation.ts";

export interface SinkhornOptions {
  /** Largest relative miss of a row or column sum that counts as balanced. */
  tolerance?: number;
  maxRounds?: number;
  /** Column factors to begin with, such as those of a neighbouring problem; ones by default. */
  start?: Float64Array;
  /** Speed up slow problems by over-relaxation, its strength taken from the observed rate. On by default. */
  relax?: boolean;
}

/** Factors with `Σ_j r_i K_ij s_j = u_i` and `Σ_i r_i K_ij s_j = v_j`. */
export interface ScalingFactors {
  r: Float64Array;
  s: Float64Array;
  /** Largest relative miss of a row sum. */
  residual: number;
  rounds: number;
}

/**
 * Scale a non-negative kernel to given row and column sums.
 *
 * Columns are scaled last: their sums hold to rounding, and the residual is that of the rows. A row or column whose
 * total is 0 gets the factor 0.
 *
 * Shapes: `K` row-major |u|×|v|; `r` like `u`, `s` like `v`. Units: `u`, `v` alike.
 *
 * @throws {ModelError} `shape-mismatch`, also where Σu ≠ Σv; `not-finite` for a gap or a negative number;
 *   `not-converged` after `maxRounds`, or where a row or column with a total has an empty kernel.
 * @see Sinkhorn (1967), Amer. Math. Monthly 74, 402-405; docs/method.md#oracles
 */
export function solveSinkhorn(
  K: Float64Array,
  u: Float64Array,
  v: Float64Array,
  { tolerance = 1e-10, maxRounds = 10_000, start, relax = true }: SinkhornOptions = {},
): ScalingFactors {
  checkMarginals(K.length, u, v);
  checkKernel(K, u, v);
  const r = u.map((total) => (total === 0 ? 0 : 1));
  const s = startFactors(v, start);
  const relaxation = new Relaxation(relax);
  // The last, plain column step moves the rows by no more than the columns were off.
  const aim = tolerance / 4;
  let rounds = 0;
  for (let miss = Infinity; !(miss <= aim) && rounds < maxRounds; rounds++) {
    const omega = relaxation.next(miss);
    miss = Math.max(scale(r, sumRows(K, s, r.length), u, omega), scale(s, sumColumns(K, r, s.length), v, omega));
    if (Number.isNaN(miss)) break;
  }
  scale(s, sumColumns(K, r, s.length), v, 1);
  const residual = measureMiss(r, sumRows(K, s, r.length), u);
  if (!(residual <= tolerance))
    throw new ModelError(
      "not-converged",
      `Row sums still miss their totals by ${residual.toExponential(1)} after ${rounds} rounds (wanted ${tolerance}). ` +
        "Zeros of the kernel may make the totals impossible; otherwise allow more rounds.",
    );
  return { r, s, residual, rounds };
}

function startFactors(v: Float64Array, start: Float64Array | undefined): Float64Array {
  if (start && start.length !== v.length)
    throw new ModelError("shape-mismatch", `${start.length} starting factors were given for ${v.length} columns.`);
  return v.map((total, j) => (total === 0 ? 0 : start && start[j] > 0 ? start[j] : 1));
}

/** `f ← f^{1−ω} (total / sum)^ω`; gives how far the factors were off before. */
function scale(f: Float64Array, sums: Float64Array, totals: Float64Array, omega: number): number {
  const miss = measureMiss(f, sums, totals);
  for (let i = 0; i < f.length; i++) {
    if (totals[i] === 0) continue;
    const target = totals[i] / sums[i];
    f[i] = omega === 1 ? target : target * (f[i] / target) ** (1 - omega);
  }
  return miss;
}

function measureMiss(f: Float64Array, sums: Float64Array, totals: Float64Array): number {
  let worst = 0;
  for (let i = 0; i < f.length; i++) {
    if (totals[i] === 0) continue;
    const miss = Math.abs((f[i] * sums[i]) / totals[i] - 1);
    if (!(miss <= worst)) worst = miss;
  }
  return worst;
}

/** `Σ_j K_ij s_j`. Four sums at once: one alone would wait for itself at every term. */
function sumRows(K: Float64Array, s: Float64Array, rows: number): Float64Array {
  const columns = s.length;
  const sums = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const row = i * columns;
    let [a, b, c, d] = [0, 0, 0, 0];
    let j = 0;
    for (; j + 4 <= columns; j += 4) {
      a += K[row + j] * s[j];
      b += K[row + j + 1] * s[j + 1];
      c += K[row + j + 2] * s[j + 2];
      d += K[row + j + 3] * s[j + 3];
    }
    for (; j < columns; j++) a += K[row + j] * s[j];
    sums[i] = a + b + (c + d);
  }
  return sums;
}

function sumColumns(K: Float64Array, r: Float64Array, columns: number): Float64Array {
  const sums = new Float64Array(columns);
  for (let i = 0; i < r.length; i++) {
    const factor = r[i];
    const row = i * columns;
    for (let j = 0; j < columns; j++) sums[j] += factor * K[row + j];
  }
  return sums;
}
