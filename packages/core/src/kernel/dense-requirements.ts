import { ModelError } from "../errors.ts";
import { advance } from "./advance.ts";
import type { FixedPoint, RequirementsOperator, Spectrum } from "./operator.ts";
import { type MatrixView, multiplyPanel, PANEL_WIDTH } from "./panel-product.ts";
import { addPanel, checkColumns, measureColumns, packPanel, unpackPanel, viewBlocks, wholePanel } from "./panels.ts";
import { estimatePanelSpectrum } from "./spectrum.ts";

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
  #spectrum: Spectrum | undefined;

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

  chooseWidth(): number {
    return PANEL_WIDTH;
  }

  forward(): FixedPoint {
    return this.#fixedPoint(this.#view(false));
  }

  backward(): FixedPoint {
    return this.#fixedPoint(this.#view(true));
  }

  get spectrum(): Spectrum {
    this.#spectrum ??= estimatePanelSpectrum(this.forward());
    return this.#spectrum;
  }

  #view(transposed: boolean): MatrixView {
    return viewBlocks(this.A, this.n, transposed);
  }

  #product(M: MatrixView, X: Float64Array, out: Float64Array): void {
    const { n } = this;
    checkColumns(n, X, out);
    const [x, y] = [new Float64Array(n * PANEL_WIDTH), new Float64Array(n * PANEL_WIDTH)];
    for (let from = 0; from < X.length; from += x.length) {
      packPanel(X.subarray(from, from + x.length), n, PANEL_WIDTH, x);
      multiplyPanel(M, wholePanel(x), wholePanel(y), PANEL_WIDTH);
      unpackPanel(y, n, PANEL_WIDTH, out.subarray(from, from + x.length));
    }
  }

  #fixedPoint(M: MatrixView): FixedPoint {
    const { n } = this;
    const takePanel = () => new Float64Array(n * PANEL_WIDTH);
    const space = { z: takePanel(), r: takePanel(), d: takePanel(), Kd: takePanel() };
    let sizes: Float64Array = new Float64Array();
    return {
      n,
      width: PANEL_WIDTH,
      accuracy: 1e-12,
      space,
      load(Y) {
        sizes = measureColumns(Y, n);
        packPanel(Y, n, PANEL_WIDTH, space.r, sizes);
      },
      step: () => multiplyPanel(M, wholePanel(space.d), wholePanel(space.Kd), PANEL_WIDTH),
      advance: (keep, add) => advance(space, keep, add),
      addTo: (X) => addPanel(space.z, n, PANEL_WIDTH, sizes, X),
    };
  }
}
