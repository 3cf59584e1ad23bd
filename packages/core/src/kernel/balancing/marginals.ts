import { ModelError } from "../../errors.ts";
import { sum } from "../sum.ts";
import type { KernelProduct } from "./kernel-product.ts";

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
 * Refuse a kernel that cannot be scaled: gaps, negative numbers.
 *
 * @throws {ModelError} `not-finite`.
 */
export function checkKernel(K: Float64Array): void {
  checkFinite(K, "cell of the kernel");
  checkSigns(K, "cell of the kernel");
}

/**
 * Refuse totals that are negative, or that no cell could carry.
 *
 * @throws {ModelError} `not-finite`; `not-converged` for an empty row or column with a total.
 */
export function checkCarriers(
  multiply: KernelProduct,
  problems: readonly { u: Float64Array; v: Float64Array }[],
): void {
  for (const { u, v } of problems) {
    checkSigns(u, "row total");
    checkSigns(v, "column total");
  }
  // A cell that meets an empty row or column carries nothing.
  const has = (totals: Float64Array) => totals.map((total) => (total > 0 ? 1 : 0));
  const rows = multiply(
    problems.map(({ v }) => has(v)),
    false,
  );
  const columns = multiply(
    problems.map(({ u }) => has(u)),
    true,
  );
  problems.forEach(({ u, v }, p) => {
    checkCarried(rows[p], u, "Row");
    checkCarried(columns[p], v, "Column");
  });
}

function checkSigns(values: Float64Array, what: string): void {
  const at = values.findIndex((value) => value < 0);
  if (at >= 0)
    throw new ModelError("not-finite", `A ${what} is ${values[at]} (number ${at}); use GRAS for signed data.`);
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
