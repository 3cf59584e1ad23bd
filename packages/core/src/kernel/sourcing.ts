import type { FactorChanges } from "./change-factors.ts";
import type { RequirementsOperator } from "./operator.ts";

/**
 * Requirements as who buys where, and how much of what: the two sides that levers change,
 * `A^{rs}_{ij} = T^r_{ib} a^s_{ij}`, b the buyer whom sector j of region s belongs to.
 *
 * Where trade is by product (Chenery-Moses), a region is one buyer, b = s. Of a table that is known cell by cell every
 * sector of every region is one, b = s·N + j.
 */
export interface Sourcing {
  /** Buyers of a region: 1 or N. */
  readonly buyersOfRegion: number;
  /** Share of what buyer b takes of product k that comes from region r; 0 where b takes nothing. */
  share(k: number, r: number, b: number): number;
  /** Use of product i per unit of output j in region s, CNY/CNY; not to be written to. Shapes: N×N. */
  technologyOf(s: number): Float64Array;
  /**
   * The same table with some buyers and regions doing otherwise.
   *
   * @param changes Shares stand under `k·B + b`, B all buyers.
   * @throws {ModelError} `shape-mismatch`; `not-finite` if a change has a gap.
   */
  change(changes: FactorChanges): RequirementsOperator;
  /** What the same changes add to A, as moves of rank one; undefined where they are more than `most`. */
  listMoves(changes: FactorChanges, most: number): RankOneMove[] | undefined;
}

/**
 * What a region's sectors buy in another way, of rank one: `ΔA = Σ u vᵀ`, u by origin row and v by the sectors of region s.
 *
 * Shapes: `outputs` n, `inputs` N.
 */
export interface RankOneMove {
  s: number;
  outputs: Float64Array;
  inputs: Float64Array;
}
