import { ModelError } from "../../errors.ts";
import { checkFinite, checkMarginals } from "./marginals.ts";
import type { Balanced } from "./ras.ts";

export interface GrasOptions {
  /** Largest miss of a row sum, relative to the absolute content of its row. */
  tolerance?: number;
  maxRounds?: number;
}

/**
 * Biproportional fit of a matrix with negative cells: positive cells are scaled by `r s`, negative ones by `1/(r s)`,
 * so that no cell changes its sign.
 *
 * Shapes: `Z0` row-major |u|×|v|. Units: those of `u` and `v`.
 *
 * @throws {ModelError} `shape-mismatch`, also where Σu ≠ Σv; `not-finite`; `not-converged` after `maxRounds`, or where
 *   the signs of a row or column cannot give its total.
 * @see Junius & Oosterhaven (2003), Econ. Syst. Res. 15(1); Lenzen, Wood & Gallego (2007), 19(4); docs/method.md#oracles
 */
export function balanceGras(
  Z0: Float64Array,
  u: Float64Array,
  v: Float64Array,
  { tolerance = 1e-10, maxRounds = 10_000 }: GrasOptions = {},
): Balanced {
  checkMarginals(Z0.length, u, v);
  checkFinite(Z0, "cell of the start matrix");
  const r = new Float64Array(u.length).fill(1);
  const s = new Float64Array(v.length).fill(1);
  let rounds = 0;
  let residual = Infinity;
  while (!(residual <= tolerance) && rounds < maxRounds) {
    scaleSide(r, sumSigned(Z0, s, u.length, false), u);
    scaleSide(s, sumSigned(Z0, r, v.length, true), v);
    residual = measureMiss(r, sumSigned(Z0, s, u.length, false), u);
    rounds++;
    if (Number.isNaN(residual)) break;
  }
  if (!(residual <= tolerance))
    throw new ModelError(
      "not-converged",
      `Row sums still miss their totals by ${residual.toExponential(1)} after ${rounds} rounds (wanted ${tolerance}). ` +
        "A total whose sign no cell of its row or column has cannot be reached.",
    );
  const Z = Z0.map((cell, at) => scaleCell(cell, r[Math.floor(at / v.length)] * s[at % v.length]));
  return { Z, residual, rounds };
}

/** What a row (or column) holds under the factors of the other side: `f·positive − negative/f`. */
interface SignedSums {
  positive: Float64Array;
  negative: Float64Array;
}

function sumSigned(Z: Float64Array, other: Float64Array, length: number, byColumn: boolean): SignedSums {
  const positive = new Float64Array(length);
  const negative = new Float64Array(length);
  const columns = byColumn ? length : other.length;
  for (let at = 0; at < Z.length; at++) {
    const i = Math.floor(at / columns);
    const j = at % columns;
    const [own, across] = byColumn ? [j, i] : [i, j];
    if (Z[at] > 0) positive[own] += Z[at] * other[across];
    else if (Z[at] < 0) negative[own] -= Z[at] / other[across];
  }
  return { positive, negative };
}

/** The positive root of `positive·f² − total·f − negative = 0`. */
function scaleSide(f: Float64Array, { positive, negative }: SignedSums, totals: Float64Array): void {
  for (let i = 0; i < f.length; i++) {
    const [p, n, total] = [positive[i], negative[i], totals[i]];
    if (p === 0 && n === 0) {
      if (total !== 0)
        throw new ModelError("not-converged", `A total of ${total} has no cell that could carry it (number ${i}).`);
    } else f[i] = solveQuadratic(p, n, total);
    if (!(f[i] > 0 && f[i] < Infinity))
      throw new ModelError(
        "not-converged",
        `The total ${total} cannot be reached with the signs of its cells (number ${i}).`,
      );
  }
}

/** The form that adds numbers of one sign: no digits are lost when one side dominates. */
function solveQuadratic(p: number, n: number, total: number): number {
  const root = Math.sqrt(total * total + 4 * p * n);
  return total > 0 ? (total + root) / (2 * p) : (2 * n) / (root - total);
}

function measureMiss(f: Float64Array, { positive, negative }: SignedSums, totals: Float64Array): number {
  let worst = 0;
  for (let i = 0; i < f.length; i++) {
    const [p, n] = [f[i] * positive[i], negative[i] / f[i]];
    if (p + n === 0) continue;
    const miss = Math.abs(p - n - totals[i]) / (p + n);
    if (!(miss <= worst)) worst = miss;
  }
  return worst;
}

function scaleCell(cell: number, factor: number): number {
  return cell > 0 ? cell * factor : cell / factor;
}
