import { ModelError } from "../errors.ts";
import type { Factors } from "./factors.ts";

/**
 * Whether every share and coefficient is ≥ 0.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite`.
 */
export function checkFactors({ R, N, T, a }: Factors): boolean {
  if (T.length !== N || T.some((share) => share.length !== R * R) || a.length !== R * N * N)
    throw new ModelError(
      "shape-mismatch",
      `Shares of ${T.length} products have ${T.reduce((sum, share) => sum + share.length, 0)} and technology ${a.length} cells; ` +
        `${R} regions × ${N} sectors need ${N * R * R} and ${R * N * N}.`,
    );
  const least = [...T.map((shares) => findLeast(shares, "share")), findLeast(a, "coefficient")];
  return least.every((cell) => cell >= 0);
}

/** Whether all regions produce alike. */
export function isAlike({ R, N, a }: Factors): boolean {
  const size = N * N;
  for (let at = size; at < R * size; at++) if (a[at] !== a[at - size]) return false;
  return true;
}

/** @throws {ModelError} `not-finite` at the first gap. */
function findLeast(values: Float64Array, what: string): number {
  let least = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]))
      throw new ModelError("not-finite", `A ${what} of the requirements is ${values[i]} (cell ${i}).`);
    if (values[i] < least) least = values[i];
  }
  return least;
}
