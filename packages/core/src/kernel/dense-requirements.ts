import { ModelError } from "../errors.ts";
import type { FixedPoint, RequirementsOperator } from "./operator.ts";
import { type MatrixView, multiplyPanel, PANEL_WIDTH } from "./panel-product.ts";
import { checkColumns, makeWorkspace, packPanel, unpackPanel, viewBlocks, wholePanel } from "./panels.ts";

/**
 * Requirements stored cell by cell. The fixed point is `x = A x + y` itself.
 *
 * Shapes: `A` n×n row-major, row sells to column. Units: CNY/CNY.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite` if a cell has a gap.
 */
export class DenseRequirements implements RequirementsOperator {
  readonly kind = "dense";
  readonly n: number;
  readonly nonNegative: boolean;
  readonly A: Float64Array;

  constructor(A: Float64Array) {
    const n = Math.round(Math.sqrt(A.length));
    if (n * n !== A.length)
      throw new ModelError("shape-mismatch", `A requirements matrix must be square; ${A.length} cells are not.`);
    const gap = A.findIndex((cell) => !Number.isFinite(cell));
    if (gap >= 0) throw new ModelError("not-finite", `A[${Math.floor(gap / n)},${gap % n}] is ${A[gap]}.`);
    this.n = n;
    this.A = A;
    this.nonNegative = A.every((cell) => cell >= 0);
  }

  multiply(X: Float64Array, out: Float64Array): void {
    this.#product(this.#view(false), X, out);
  }

  multiplyTransposed(X: Float64Array, out: Float64Array): void {
    this.#product(this.#view(true), X, out);
  }

  forward(): FixedPoint {
    return this.#fixedPoint(this.#view(false));
  }

  backward(): FixedPoint {
    return this.#fixedPoint(this.#view(true));
  }

  #view(transposed: boolean): MatrixView {
    return viewBlocks(this.A, this.n, transposed);
  }

  #product(M: MatrixView, X: Float64Array, out: Float64Array): void {
    const { n } = this;
    checkColumns(n, X, out);
    const x = new Float64Array(n * PANEL_WIDTH);
    const y = new Float64Array(n * PANEL_WIDTH);
    for (let first = 0; first < X.length / n; first += PANEL_WIDTH) {
      packPanel(X, first, n, 1, x);
      multiplyPanel(M, wholePanel(x), wholePanel(y));
      unpackPanel(y, first, n, 1, out);
    }
  }

  #fixedPoint(M: MatrixView): FixedPoint {
    const { n } = this;
    const space = makeWorkspace(() => new Float64Array(n * PANEL_WIDTH));
    return {
      n,
      width: PANEL_WIDTH,
      space,
      load: (Y, first) => packPanel(Y, first, n, 1, space.b),
      step: (z, out) => multiplyPanel(M, wholePanel(z), wholePanel(out)),
      store: (_Y, first, X) => unpackPanel(space.z, first, n, 1, X),
    };
  }
}
