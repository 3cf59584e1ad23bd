import { ModelError } from "../errors.ts";
import { type Factors, listTrade } from "./factors.ts";
import type { Numbers } from "./panel-product.ts";

/**
 * Whether every share and coefficient is ≥ 0; of shares that a gravity model makes, every factor.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite`.
 */
export function checkFactors(factors: Factors): boolean {
  const { R, N, a } = factors;
  const { kernels, kernelOf, supplier, buyer, home } = listTrade(factors);
  const perProduct = [supplier, buyer, ...(home ? [home] : [])];
  if (
    kernelOf.length !== N ||
    kernels.some(({ length }) => length !== R * R) ||
    perProduct.some(({ length }) => length !== N * R) ||
    a.length !== R * N * N
  )
    throw new ModelError(
      "shape-mismatch",
      `Shares of ${kernelOf.length} products, of ${kernels[0]?.length ?? 0} pairs each, and ${a.length} cells of technology were given; ` +
        `${R} regions × ${N} sectors need ${N}, ${R * R} and ${R * N * N}.`,
    );
  const least = [
    ...[...kernels, ...perProduct].map((values) => findLeast(values, "share")),
    findLeast(a, "coefficient"),
  ];
  return least.every((cell) => cell >= 0);
}

/** Whether all regions produce alike. */
export function isAlike({ R, N, a }: Factors): boolean {
  const size = N * N;
  for (let at = size; at < R * size; at++) if (a[at] !== a[at - size]) return false;
  return true;
}

/** @throws {ModelError} `not-finite` at the first gap. */
function findLeast(values: Numbers, what: string): number {
  let least = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]))
      throw new ModelError("not-finite", `A ${what} of the requirements is ${values[i]} (cell ${i}).`);
    if (values[i] < least) least = values[i];
  }
  return least;
}
