import type { RequirementsOperator } from "./operator.ts";

export interface RadiusOptions {
  /** Change of the estimate, relative, at which it counts as settled. */
  tolerance?: number;
  maxRounds?: number;
}

/** Share of the identity mixed into A: cycles (buyer and seller taking turns) then settle too. */
const SHIFT = 0.1;

/**
 * Estimate the spectral radius of A by power iteration through products only: below 1 the table has a solution.
 *
 * For A ≥ 0 the iteration settles on the radius itself. With negative cells the leading eigenvalues may be complex;
 * then it is the mean growth of the last half of the rounds.
 *
 * @returns The radius and the last relative change of the estimate: `settled` says whether it met the tolerance.
 * @see Miller & Blair (2009), §2.4; docs/method.md#diagnostics
 */
export function estimateSpectralRadius(
  A: RequirementsOperator,
  { tolerance = 1e-8, maxRounds = 2000 }: RadiusOptions = {},
): { radius: number; change: number; settled: boolean; rounds: number } {
  const shift = A.nonNegative ? SHIFT : 0;
  const growth: number[] = [];
  // Uneven, so that it is not by accident orthogonal to what it looks for.
  let x = Float64Array.from({ length: A.n }, (_, i) => (1 + (i % 7) / 10) / A.n);
  let next = new Float64Array(A.n);
  let change = Infinity;
  while (change > tolerance && growth.length < maxRounds) {
    A.multiply(x, next);
    let size = 0;
    for (let i = 0; i < A.n; i++) {
      next[i] += shift * x[i];
      size += Math.abs(next[i]);
    }
    if (size === 0) return { radius: 0, change: 0, settled: true, rounds: growth.length };
    for (let i = 0; i < A.n; i++) next[i] /= size;
    change = measureChange(growth, size);
    growth.push(size);
    [x, next] = [next, x];
  }
  const radius = (A.nonNegative ? growth[growth.length - 1] : meanGrowth(growth)) - shift;
  return { radius, change, settled: change <= tolerance, rounds: growth.length };
}

/** One quiet step may be chance; three in a row are not. */
function measureChange(growth: readonly number[], size: number): number {
  const recent = growth.slice(-3);
  return recent.length < 3 ? Infinity : Math.max(...recent.map((value) => Math.abs(value / size - 1)));
}

function meanGrowth(growth: readonly number[]): number {
  const recent = growth.slice(growth.length >> 1);
  return Math.exp(recent.reduce((sum, value) => sum + Math.log(value), 0) / recent.length);
}
