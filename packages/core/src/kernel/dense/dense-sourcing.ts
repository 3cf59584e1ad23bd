import { checkChanges, type FactorChanges, isNonNegative } from "../change-factors.ts";
import { DenseRequirements } from "../dense-requirements.ts";
import type { RequirementsOperator } from "../operator.ts";
import type { Numbers } from "../panel-product.ts";
import type { RankOneMove, Sourcing } from "../sourcing.ts";
import { DenseMatrix } from "./dense-matrix.ts";
import { collectUpdates, type FoundUpdates } from "./find-updates.ts";
import { listMoves } from "./list-moves.ts";
import { Purchases } from "./purchases.ts";
import { RewrittenRequirements, SpareMatrix } from "./spare-matrix.ts";
import { UpdatedRequirements } from "./updated-requirements.ts";
import { weighCells } from "./weigh-cells.ts";

/**
 * A table that is known cell by cell: every sector of every region has suppliers of its own.
 *
 * A large table that changes in some cells keeps its matrix; one that changes in many is written into a second one, in
 * which changed tables take turns.
 *
 * @throws {ModelError} `shape-mismatch` if the rows are not those of R regions.
 * @see docs/decisions/0021-levers-on-dense-tables.md
 */
export class DenseSourcing implements Sourcing {
  readonly buyersOfRegion: number;
  readonly #table: DenseRequirements;
  readonly #purchases: Purchases;
  #spare: SpareMatrix | undefined;

  constructor(table: DenseRequirements, R: number) {
    this.#table = table;
    this.#purchases = new Purchases(table, R);
    this.buyersOfRegion = this.#purchases.N;
  }

  share(k: number, r: number, b: number): number {
    return this.#purchases.share(k, r, b);
  }

  technologyOf(s: number): Float64Array {
    return this.#purchases.technologyOf(s);
  }

  change(changes: FactorChanges): RequirementsOperator {
    const { R, N, n } = this.#purchases;
    checkChanges({ R, N, buyers: n }, changes);
    const { matrix, survey } = this.#table;
    const write = (cells: Numbers) => this.#write(changes, cells);
    if (!survey) {
      const cells = matrix.cells.slice();
      write(cells);
      return new DenseRequirements(DenseMatrix.wrap(cells, n));
    }
    const found = this.#find(changes);
    if (found) return new UpdatedRequirements(this.#table, found.updates, this.#table.nonNegative && found.nonNegative);
    this.#spare ??= new SpareMatrix(this.#table);
    return new RewrittenRequirements(this.#spare, write, this.#table.nonNegative && isNonNegative(changes));
  }

  listMoves(changes: FactorChanges, most: number): RankOneMove[] | undefined {
    const found = this.#find(changes);
    return found && listMoves(found.updates, this.#purchases, most);
  }

  /** Cells that differ, unless they are many. */
  #find(changes: FactorChanges): FoundUpdates | undefined {
    return changes.weights ? undefined : collectUpdates(this.#purchases, changes);
  }

  #write(changes: FactorChanges, cells: Numbers): void {
    const { N, n, R } = this.#purchases;
    cells.set(this.#table.matrix.cells);
    for (const { k, b, after } of this.#purchases.listChanged(changes))
      for (const [r, cell] of after.entries()) cells[(r * N + k) * n + b] = cell;
    if (changes.weights) weighCells(cells, R, changes.weights);
  }
}
