import { ModelError } from "../errors.ts";
import { divide } from "./home-blocks.ts";
import type { RankOneMove } from "./sourcing.ts";

/** What every move takes from where, as columns: the right-hand sides of `Z = (I − A)⁻¹ U`. Shapes: n×m. */
export function joinOutputs(moves: readonly RankOneMove[], n: number): Float64Array {
  const U = new Float64Array(n * moves.length);
  for (const [m, { outputs }] of moves.entries()) U.set(outputs, m * n);
  return U;
}

/**
 * Output of a table that changes by a few moves of rank one, from that of the table as it was: one solve a move, whatever the
 * columns (Woodbury), `x' = x + Z (I − Vᵀ Z)⁻¹ Vᵀ x`.
 *
 * Shapes: `Z` n×m, column after column, for m moves; N sectors a region.
 *
 * @throws {ModelError} `not-productive` if the changed table has no solution.
 * @see Sherman & Morrison (1950), Ann. Math. Stat. 21(1); docs/method.md#levers
 */
export class MovedOutput {
  readonly #moves: readonly RankOneMove[];
  readonly #N: number;
  readonly #Z: Float64Array;
  /** `(I − Vᵀ Z)⁻¹`, m×m row-major. */
  readonly #spread: Float64Array;

  constructor(moves: readonly RankOneMove[], Z: Float64Array, N: number) {
    this.#moves = moves;
    this.#N = N;
    this.#Z = Z;
    this.#spread = this.#invertCore();
  }

  /** `x` becomes the output of the changed table. Shapes: n. */
  move(x: Float64Array): void {
    const m = this.#moves.length;
    const used = this.#use(x);
    for (let p = 0; p < m; p++) {
      let amount = 0;
      for (let q = 0; q < m; q++) amount += this.#spread[p * m + q] * used[q];
      for (let i = 0, at = p * x.length; i < x.length; i++, at++) x[i] += amount * this.#Z[at];
    }
  }

  #invertCore(): Float64Array {
    const m = this.#moves.length;
    const [core, inverse] = [new Float64Array(m * m), new Float64Array(m * m)];
    const n = this.#Z.length / m;
    for (let q = 0; q < m; q++) {
      const used = this.#use(this.#Z.subarray(q * n, (q + 1) * n));
      for (let p = 0; p < m; p++) core[p * m + q] = (p === q ? 1 : 0) - used[p];
      inverse[q * m + q] = 1;
    }
    if (divide(core, inverse, m)) return inverse;
    throw new ModelError("not-productive", "The changed table uses up more than it makes.");
  }

  /** `Vᵀ x`: what each move needs for an output. */
  #use(x: Float64Array): Float64Array {
    return Float64Array.from(this.#moves, ({ s, inputs }) =>
      inputs.reduce((sum, use, j) => sum + use * x[s * this.#N + j], 0),
    );
  }
}
