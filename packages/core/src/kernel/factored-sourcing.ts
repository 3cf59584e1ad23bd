import type { FactorChanges } from "./change-factors.ts";
import type { FactoredRequirements } from "./factored-requirements.ts";
import type { RequirementsOperator } from "./operator.ts";
import type { RankOneMove, Sourcing } from "./sourcing.ts";

/** Trade by product (Chenery-Moses): all sectors of a region buy a product from the same origins. */
export class FactoredSourcing implements Sourcing {
  readonly buyersOfRegion = 1;
  readonly #table: FactoredRequirements;

  constructor(table: FactoredRequirements) {
    this.#table = table;
  }

  share(k: number, r: number, s: number): number {
    const { R, T } = this.#table.factors;
    return T[k][r * R + s];
  }

  technologyOf(s: number): Float64Array {
    const { N, a } = this.#table.factors;
    return a.subarray(s * N * N, (s + 1) * N * N);
  }

  change(changes: FactorChanges): RequirementsOperator {
    return this.#table.change(changes);
  }

  /** A product that a region buys elsewhere is one move, whatever its sectors; so is one of which it uses less. */
  listMoves({ shares, regions, weights }: FactorChanges, most: number): RankOneMove[] | undefined {
    if (weights || shares.size > most || regions.size > most) return undefined;
    const { R, N } = this.#table.factors;
    const moves: RankOneMove[] = [];
    for (const [key, share] of shares) {
      const [k, s] = [Math.floor(key / R), key % R];
      const inputs = (regions.get(s) ?? this.technologyOf(s)).subarray(k * N, (k + 1) * N);
      moves.push({ s, outputs: this.#place(k, (r) => share[r] - this.share(k, r, s)), inputs });
    }
    for (const [s, technology] of regions) {
      const before = this.technologyOf(s);
      for (let k = 0; k < N; k++) {
        const inputs = technology.slice(k * N, (k + 1) * N).map((use, j) => use - before[k * N + j]);
        if (inputs.every((use) => use === 0)) continue;
        moves.push({ s, outputs: this.#place(k, (r) => this.share(k, r, s)), inputs });
      }
    }
    return moves.length > most ? undefined : moves;
  }

  /** A number by origin of product k, as a column. */
  #place(k: number, of: (r: number) => number): Float64Array {
    const { R, N } = this.#table.factors;
    const column = new Float64Array(R * N);
    for (let r = 0; r < R; r++) column[r * N + k] = of(r);
    return column;
  }
}
