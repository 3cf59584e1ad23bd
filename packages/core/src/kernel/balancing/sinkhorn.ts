import { ModelError } from "../../errors.ts";
import { type KernelProduct, makeKernelProduct } from "./kernel-product.ts";
import { checkCarriers, checkKernel, checkMarginals } from "./marginals.ts";
import { Relaxation } from "./relaxation.ts";

export interface SinkhornOptions {
  /** Largest relative miss of a row or column sum that counts as balanced. */
  tolerance?: number;
  maxRounds?: number;
  /** Speed up slow problems by over-relaxation, its strength taken from the observed rate. On by default. */
  relax?: boolean;
}

/** What a kernel is scaled to. Shapes: `u` rows, `v` columns. Units: `u`, `v` alike. */
export interface Totals {
  u: Float64Array;
  v: Float64Array;
  /** Column factors to begin with, such as those of a neighbouring problem; ones by default. */
  start?: Float64Array;
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
 * Scale a non-negative kernel to given row and column sums: several problems at once, side by side through every product,
 * each as it would be alone.
 *
 * Columns are scaled last: their sums hold to rounding, and the residual is that of the rows. A row or column whose
 * total is 0 gets the factor 0.
 *
 * Shapes: `K` row-major |u|×|v|; `r` like `u`, `s` like `v`.
 *
 * @throws {ModelError} `shape-mismatch`, also where Σu ≠ Σv; `not-finite` for a gap or a negative number;
 *   `not-converged` after `maxRounds`, or where a row or column with a total has an empty kernel.
 * @see Sinkhorn (1967), Amer. Math. Monthly 74, 402-405; docs/method.md#oracles
 */
export function solveSinkhorn(
  K: Float64Array,
  problems: readonly Totals[],
  { tolerance = 1e-10, maxRounds = 10_000, relax = true }: SinkhornOptions = {},
): ScalingFactors[] {
  for (const { u, v } of problems) checkMarginals(K.length, u, v);
  checkKernel(K);
  const multiply = makeKernelProduct(K, problems[0].v.length, problems.length);
  checkCarriers(multiply, problems);
  const all = problems.map((totals) => new Scaling(totals, relax));
  // The last, plain column step moves the rows by no more than the columns were off.
  const aim = tolerance / 4;
  for (let open = all, round = 0; open.length > 0 && round < maxRounds; round++) {
    scaleAll(open, multiply);
    open = open.filter(({ miss }) => miss > aim);
  }
  return finish(all, multiply, tolerance);
}

/** One problem on its way. */
class Scaling {
  readonly totals: Totals;
  readonly r: Float64Array;
  readonly s: Float64Array;
  readonly relaxation: Relaxation;
  /** How far the factors were off before the last round. */
  miss = Infinity;
  rounds = 0;

  constructor(totals: Totals, relax: boolean) {
    this.totals = totals;
    this.r = totals.u.map((total) => (total === 0 ? 0 : 1));
    this.s = startFactors(totals);
    this.relaxation = new Relaxation(relax);
  }
}

/** A round: rows, then columns. */
function scaleAll(open: readonly Scaling[], multiply: KernelProduct): void {
  const omegas = open.map(({ relaxation, miss }) => relaxation.next(miss));
  const sums = (of: "r" | "s") =>
    multiply(
      open.map((each) => each[of]),
      of === "r",
    );
  const misses = sums("s").map((row, p) => scale(open[p].r, row, open[p].totals.u, omegas[p]));
  sums("r").forEach((column, p) => {
    const each = open[p];
    each.miss = Math.max(misses[p], scale(each.s, column, each.totals.v, omegas[p]));
    each.rounds++;
  });
}

function finish(all: readonly Scaling[], multiply: KernelProduct, tolerance: number): ScalingFactors[] {
  multiply(
    all.map(({ r }) => r),
    true,
  ).forEach((column, p) => {
    scale(all[p].s, column, all[p].totals.v, 1);
  });
  const reached = multiply(
    all.map(({ s }) => s),
    false,
  );
  return all.map(({ r, s, rounds, totals }, p) => {
    const residual = measureMiss(r, reached[p], totals.u);
    if (!(residual <= tolerance))
      throw new ModelError(
        "not-converged",
        `Row sums still miss their totals by ${residual.toExponential(1)} after ${rounds} rounds (wanted ${tolerance}). ` +
          "Zeros of the kernel may make the totals impossible; otherwise allow more rounds.",
      );
    return { r, s, residual, rounds };
  });
}

function startFactors({ v, start }: Totals): Float64Array {
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
