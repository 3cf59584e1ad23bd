import type { DenseRequirements } from "../dense-requirements.ts";
import type { FixedPoint, RequirementsOperator, Spectrum } from "../operator.ts";
import { addUpdates, type CellUpdates } from "./cell-updates.ts";

/**
 * A surveyed dense table of which some cells are others. The matrix stands where it stood: products add what differs, and
 * the residual is corrected by the same fitted table.
 *
 * It takes turns with its table: a fixed point throws `stale` once either was asked for another.
 */
export class UpdatedRequirements implements RequirementsOperator {
  readonly kind = "dense";
  readonly n: number;
  readonly nonNegative: boolean;
  readonly table: DenseRequirements;
  readonly updates: CellUpdates;

  constructor(table: DenseRequirements, updates: CellUpdates, nonNegative: boolean) {
    this.n = table.n;
    this.table = table;
    this.updates = updates;
    this.nonNegative = nonNegative;
  }

  get spectrum(): Spectrum {
    return this.table.spectrum;
  }

  get roundings(): number {
    return this.table.roundings + this.updates.amounts.length;
  }

  multiply(X: Float64Array, out: Float64Array): void {
    this.table.multiply(X, out);
    addUpdates(this.updates, { n: this.n, width: 1, transposed: false }, X, out);
  }

  multiplyTransposed(X: Float64Array, out: Float64Array): void {
    this.table.multiplyTransposed(X, out);
    addUpdates(this.updates, { n: this.n, width: 1, transposed: true }, X, out);
  }

  /** A cell that is less than it was is what it was, less something. */
  multiplySizes(X: Float64Array, out: Float64Array): void {
    this.table.multiplyTransposed(X, out);
    const amounts = this.updates.amounts.map(Math.abs);
    addUpdates({ ...this.updates, amounts }, { n: this.n, width: 1, transposed: true }, X, out);
  }

  chooseWidth(columns: number): number {
    return this.table.chooseWidth(columns);
  }

  forward(columns: number): FixedPoint {
    return this.table.openPoint(columns, false, this.updates);
  }

  backward(columns: number): FixedPoint {
    return this.table.openPoint(columns, true, this.updates);
  }
}
