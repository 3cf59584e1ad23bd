import { ModelError } from "../errors.ts";
import { checkLength } from "./shapes.ts";

/**
 * Restate amounts in another price basis: each row divided by its price index. For Y, e, x, v and for output that was
 * driven by demand of the same year.
 *
 * Output of crossed years (one year's requirements, the other's demand) is *not* a rescaling: solve it again, with
 * `L′Y = p̂⁻¹ L (p̂ Y)` for requirements of the rescaled year — the right-hand side restated with 1/p, the solution with p.
 *
 * Shapes: `p` n; `amounts` n or n×columns, column after column. Units: 10⁴ CNY in the basis of `p`.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite` if an index is not a positive number.
 * @see docs/method.md#accounts
 */
export function rescaleAmounts(amounts: Float64Array, p: Float64Array): Float64Array {
  checkIndex(p);
  const n = p.length;
  checkLength("amounts", amounts, n * Math.ceil(amounts.length / n));
  const rescaled = new Float64Array(amounts.length);
  for (let from = 0; from < amounts.length; from += n)
    for (let i = 0; i < Math.min(n, amounts.length - from); i++) rescaled[from + i] = amounts[from + i] / p[i];
  return rescaled;
}

/**
 * Restate intensities (S, M: tonnes per amount) in another price basis: multiplied by the index.
 *
 * Shapes: `S`, `p` n. Units: t CO₂ per 10⁴ CNY in the basis of `p`.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite` if an index is not a positive number.
 * @see docs/method.md#accounts
 */
export function rescaleIntensity(S: Float64Array, p: Float64Array): Float64Array {
  checkIndex(p);
  checkLength("S", S, p.length);
  return S.map((intensity, i) => intensity * p[i]);
}

/**
 * Price index of every row from one of each sector.
 *
 * Shapes: `bySector` N; result R·N. Units: 1.
 */
export function repeatBySector(bySector: Float64Array, R: number): Float64Array {
  const p = new Float64Array(bySector.length * R);
  for (let r = 0; r < R; r++) p.set(bySector, r * bySector.length);
  return p;
}

function checkIndex(p: Float64Array): void {
  const at = p.findIndex((index) => !(index > 0 && index < Infinity));
  if (at >= 0) throw new ModelError("not-finite", `Price index ${at} is ${p[at]}; it must be a positive number.`);
}
