import { DenseRequirements } from "../dense-requirements.ts";
import type { FixedPoint, RequirementsOperator, Spectrum } from "../operator.ts";
import type { Numbers } from "../panel-product.ts";
import { type CheckTurn, guardPoint, Turns } from "../turns.ts";

/** Writes the cells of a changed table. */
type WriteCells = (cells: Numbers) => void;

/**
 * A second matrix beside a surveyed one, in which tables take turns that differ in many cells: whoever computes writes its
 * cells first, unless they are there. All are corrected by the fit of the table that they come from.
 */
export class SpareMatrix {
  readonly #table: DenseRequirements;
  readonly #turns = new Turns();
  #last: { holder: RewrittenRequirements; check: CheckTurn } | undefined;

  constructor({ matrix, survey }: DenseRequirements) {
    const spare = matrix.allocateLike();
    matrix.enlist(spare);
    this.#table = new DenseRequirements(spare, survey);
  }

  get n(): number {
    return this.#table.n;
  }

  get spectrum(): Spectrum {
    return this.#table.spectrum;
  }

  get roundings(): number {
    return this.#table.roundings;
  }

  chooseWidth(columns: number): number {
    return this.#table.chooseWidth(columns);
  }

  /** The table of this matrix, with the cells of who asks, for as long as `check` does not throw. */
  lay(holder: RewrittenRequirements, write: WriteCells): { table: DenseRequirements; check: CheckTurn } {
    if (this.#last?.holder !== holder) {
      this.#last = { holder, check: this.#turns.take() };
      write(this.#table.matrix.cells);
    }
    return { table: this.#table, check: this.#last.check };
  }
}

/** A changed table that takes turns in a spare matrix: what it hands out throws `stale` once another has computed. */
export class RewrittenRequirements implements RequirementsOperator {
  readonly kind = "dense";
  readonly n: number;
  readonly nonNegative: boolean;
  readonly #spare: SpareMatrix;
  readonly #write: WriteCells;

  constructor(spare: SpareMatrix, write: WriteCells, nonNegative: boolean) {
    this.n = spare.n;
    this.nonNegative = nonNegative;
    this.#spare = spare;
    this.#write = write;
  }

  get spectrum(): Spectrum {
    return this.#spare.spectrum;
  }

  get roundings(): number {
    return this.#spare.roundings;
  }

  settle(): { table: DenseRequirements; check: CheckTurn } {
    return this.#spare.lay(this, this.#write);
  }

  multiply(X: Float64Array, out: Float64Array): void {
    this.settle().table.multiply(X, out);
  }

  multiplyTransposed(X: Float64Array, out: Float64Array): void {
    this.settle().table.multiplyTransposed(X, out);
  }

  chooseWidth(columns: number): number {
    return this.#spare.chooseWidth(columns);
  }

  forward(columns: number): FixedPoint {
    const { table, check } = this.settle();
    return guardPoint(table.forward(columns), check);
  }

  backward(columns: number): FixedPoint {
    const { table, check } = this.settle();
    return guardPoint(table.backward(columns), check);
  }
}
