import { ModelError } from "../errors.ts";
import { type Factors, listTrade } from "./factors.ts";
import { calcHomeShares } from "./gravity.ts";

/** A pivot below this part of the block's largest cell counts as zero. */
const SINGULAR = 1e-14;

/**
 * What each region's production for itself amplifies: `H_s = (I − a_s D_s)⁻¹ a_s`, D its home shares.
 *
 * Shapes: R×N×N, like `a`.
 *
 * @param known Blocks of other factors; only the regions listed in `changed` are calculated anew.
 * @throws {ModelError} `not-productive` if a block has no inverse.
 */
export function calcHomeBlocks(
  factors: Factors,
  known?: Float64Array,
  changed: Iterable<number> = Array(factors.R).keys(),
): Float64Array {
  const { R, N, a } = factors;
  const shares = calcHomeShares(listTrade(factors));
  const H = known?.slice() ?? new Float64Array(R * N * N);
  const leak = new Float64Array(N * N);
  for (const s of changed) {
    const block = H.subarray(s * N * N, (s + 1) * N * N);
    block.set(a.subarray(s * N * N, (s + 1) * N * N));
    for (let i = 0; i < N; i++)
      for (let j = 0; j < N; j++) leak[i * N + j] = (i === j ? 1 : 0) - block[i * N + j] * shares[j * R + s];
    if (!divide(leak, block, N))
      throw new ModelError("not-productive", `Region ${s + 1} cannot supply itself: I − a D has no inverse.`);
  }
  return H;
}

/**
 * `B ← M⁻¹ B` by Gauss-Jordan with row pivots; M is used up. Shapes: N×N each.
 *
 * @returns Whether M has an inverse.
 */
export function divide(M: Float64Array, B: Float64Array, N: number): boolean {
  const least = SINGULAR * M.reduce((largest, cell) => Math.max(largest, Math.abs(cell)), 0);
  for (let p = 0; p < N; p++) {
    let pivot = p;
    for (let i = p + 1; i < N; i++) if (Math.abs(M[i * N + p]) > Math.abs(M[pivot * N + p])) pivot = i;
    if (!(Math.abs(M[pivot * N + p]) > least)) return false;
    const scale = 1 / M[pivot * N + p];
    for (const X of [M, B]) {
      swapRows(X, p, pivot, N);
      for (let j = p * N; j < (p + 1) * N; j++) X[j] *= scale;
    }
    for (let i = 0; i < N; i++) {
      const factor = M[i * N + p];
      if (i === p || factor === 0) continue;
      for (let j = p; j < N; j++) M[i * N + j] -= factor * M[p * N + j];
      for (let j = 0; j < N; j++) B[i * N + j] -= factor * B[p * N + j];
    }
  }
  return true;
}

function swapRows(X: Float64Array, first: number, second: number, N: number): void {
  if (first === second) return;
  const kept = X.slice(first * N, (first + 1) * N);
  X.copyWithin(first * N, second * N, (second + 1) * N);
  X.set(kept, second * N);
}
