import { ModelError } from "../../errors.ts";
import { sum } from "../sum.ts";

/** Row and column totals may differ by rounding only: else no matrix has them. */
const TOTALS_AGREE = 1e-9;

/**
 * Refuse totals that no matrix of this size can have.
 *
 * @throws {ModelError} `shape-mismatch` for a wrong number of cells or Σu ≠ Σv; `not-finite`.
 */
export function checkMarginals(cells: number, u: Float64Array, v: Float64Array): void {
  if (cells !== u.length * v.length)
    throw new ModelError(
      "shape-mismatch",
      `${cells} cells were given for ${u.length} row totals and ${v.length} column totals.`,
    );
  checkFinite(u, "row total");
  checkFinite(v, "column total");
  const [rows, columns] = [sum(u), sum(v)];
  const size = Math.max(sum(u.map(Math.abs)), sum(v.map(Math.abs)));
  if (Math.abs(rows - columns) > TOTALS_AGREE * size)
    throw new ModelError("shape-mismatch", `Row totals add to ${rows} but column totals to ${columns}.`);
}

/**
 * Refuse a kernel that cannot be scaled: gaps, negative numbers, a total with nothing to carry it.
 *
 * Shapes: `K` row-major |u|×|v|.
 *
 * @throws {ModelError} `not-finite`; `not-converged` for an empty row or column with a total.
 */
export function checkKernel(K: Float64Array, u: Float64Array, v: Float64Array): void {
  const rowSums = new Float64Array(u.length);
  const columnSums = new Float64Array(v.length);
  checkFinite(K, "cell of the kernel");
  for (const [values, what] of [
    [K, "cell of the kernel"],
    [u, "row total"],
    [v, "column total"],
  ] as const) {
    const at = values.findIndex((value) => value < 0);
    if (at >= 0)
      throw new ModelError("not-finite", `A ${what} is ${values[at]} (number ${at}); use GRAS for signed data.`);
  }
  for (let i = 0; i < u.length; i++)
    for (let j = 0; j < v.length; j++) {
      // A cell that meets an empty row or column carries nothing.
      if (v[j] > 0) rowSums[i] += K[i * v.length + j];
      if (u[i] > 0) columnSums[j] += K[i * v.length + j];
    }
  checkCarried(rowSums, u, "Row");
  checkCarried(columnSums, v, "Column");
}

function checkCarried(sums: Float64Array, totals: Float64Array, what: string): void {
  const at = sums.findIndex((carried, i) => carried === 0 && totals[i] > 0);
  if (at >= 0)
    throw new ModelError("not-converged", `${what} ${at} has the total ${totals[at]} but no cell that could carry it.`);
}

/** @throws {ModelError} `not-finite`, naming what has the gap. */
export function checkFinite(values: Float64Array, what: string): void {
  const at = values.findIndex((value) => !Number.isFinite(value));
  if (at >= 0) throw new ModelError("not-finite", `A ${what} is ${values[at]} (number ${at}).`);
}
