import { ModelError } from "../errors.ts";
import { advance } from "./advance.ts";
import type { CellUpdates } from "./dense/cell-updates.ts";
import { ColumnCorrection, type KernelFit, layFit } from "./dense/column-correction.ts";
import { CorrectedFixedPoint } from "./dense/corrected-fixed-point.ts";
import { DenseMatrix } from "./dense/dense-matrix.ts";
import { DenseProducts, FEW_COLUMNS, PANELS } from "./dense/dense-products.ts";
import { type Survey, surveyTable, type TableFit, type TableLayout } from "./dense/fit-table.ts";
import { PARTS } from "./dense/job.ts";
import { PanelCorrection } from "./dense/panel-correction.ts";
import type { FixedPoint, RequirementsOperator, Spectrum } from "./operator.ts";
import { multiplyPanel, type Numbers, PANEL_WIDTH } from "./panel-product.ts";
import { addPanel, measureColumns, packPanel, viewBlocks, wholePanel } from "./panels.ts";
import { estimatePanelSpectrum } from "./spectrum.ts";
import { guardPoint, Turns } from "./turns.ts";

/** Below this many rows a fit costs more than it saves. */
const WORTH_A_FIT = 1000;
/** More sectors than this make home blocks that are no longer small. */
const SMALL_BLOCK = 250;

/**
 * Requirements stored cell by cell, in single or double precision.
 *
 * A large table of regions is solved through the factored table that is nearest to it; else the fixed point is
 * `x = A x + y` itself.
 *
 * Shapes: `A` n×n row-major, row sells to column. Units: CNY/CNY.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite` if a cell has a gap; as `surveyTable`.
 * @see docs/decisions/0014-dense-tables.md
 */
export class DenseRequirements implements RequirementsOperator {
  readonly kind = "dense";
  readonly n: number;
  readonly nonNegative: boolean;
  readonly A: Numbers;
  readonly matrix: DenseMatrix;
  /** Where a factored table was fitted. */
  readonly survey: Survey | undefined;
  /** Whether its own matrix was looked through. */
  readonly #surveyed: boolean;
  readonly #products: DenseProducts;
  readonly #plain = new Map<boolean, FixedPoint>();
  readonly #corrected = new Map<string, { point: CorrectedFixedPoint; turns: Turns }>();
  #fit: KernelFit | undefined;
  #spectrum: Spectrum | undefined;

  /** @param known Regions of the table, or what its survey has found: then it is not looked through again. */
  constructor(A: Numbers | DenseMatrix, known?: TableLayout | Survey) {
    this.matrix = A instanceof DenseMatrix ? A : DenseMatrix.wrap(A, checkSquare(A));
    this.n = this.matrix.n;
    this.A = this.matrix.cells;
    this.#products = new DenseProducts(this.matrix);
    this.#surveyed = known !== undefined && !("fit" in known);
    if (known && "fit" in known) this.survey = known;
    else if (known && isWorthAFit(this.n, known.R)) this.survey = surveyTable(this.matrix, known);
    this.nonNegative = this.survey?.nonNegative ?? checkCells(this.A, this.n);
  }

  /** A row of products added up, then sums of threads. */
  get roundings(): number {
    return this.n + PARTS;
  }

  multiply(X: Float64Array, out: Float64Array): void {
    this.#products.multiply(X, out, false);
  }

  multiplyTransposed(X: Float64Array, out: Float64Array): void {
    this.#products.multiply(X, out, true);
  }

  chooseWidth(columns: number): number {
    if (!this.survey) return PANEL_WIDTH;
    return columns <= FEW_COLUMNS ? columns : PANELS * PANEL_WIDTH;
  }

  forward(columns: number): FixedPoint {
    return this.openPoint(columns, false);
  }

  backward(columns: number): FixedPoint {
    return this.openPoint(columns, true);
  }

  get spectrum(): Spectrum {
    // What a correction leaves is small on both sides of zero: its rounds are plain ones.
    this.#spectrum ??= this.survey
      ? { low: 0, high: 0, radius: this.survey.largestColumn }
      : estimatePanelSpectrum(this.forward(1));
    return this.#spectrum;
  }

  /** The fixed point of A, or Aᵀ, with some cells of a surveyed table being others, until the next is asked for. */
  openPoint(columns: number, transposed: boolean, updates?: CellUpdates): FixedPoint {
    const { survey, matrix } = this;
    if (!survey) return keep(this.#plain, transposed, () => openPlain(this.A, this.n, transposed));
    const width = Math.min(columns, FEW_COLUMNS + 1);
    const make = () => {
      const few = transposed || width <= FEW_COLUMNS;
      const correction = few
        ? new ColumnCorrection(matrix, this.#keepFit(survey.fit), transposed, Math.min(width, FEW_COLUMNS))
        : new PanelCorrection(survey.fit, transposed);
      const point = new CorrectedFixedPoint(matrix, this.#products, correction, transposed, width);
      return { point, turns: new Turns() };
    };
    const { point, turns } = keep(this.#corrected, `${width} ${transposed}`, make);
    return guardPoint(point.wear(updates), turns.take());
  }

  #keepFit(fit: TableFit): KernelFit {
    this.#fit ??= layFit(this.matrix, fit, this.#surveyed);
    return this.#fit;
  }
}

function isWorthAFit(n: number, R: number): boolean {
  return n >= WORTH_A_FIT && R > 1 && n / R <= SMALL_BLOCK;
}

function checkSquare(A: Numbers): number {
  const n = Math.round(Math.sqrt(A.length));
  if (n * n === A.length) return n;
  throw new ModelError("shape-mismatch", `A requirements matrix must be square; ${A.length} cells are not.`);
}

/** @returns Whether no cell is negative. */
function checkCells(A: Numbers, n: number): boolean {
  let least = 0;
  for (let at = 0; at < A.length; at++) {
    if (!Number.isFinite(A[at])) throw new ModelError("not-finite", `A[${Math.floor(at / n)},${at % n}] is ${A[at]}.`);
    if (A[at] < least) least = A[at];
  }
  return least >= 0;
}

/** `x = A x + y` itself. */
function openPlain(A: Numbers, n: number, transposed: boolean): FixedPoint {
  const M = viewBlocks(A, n, transposed);
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

function keep<K, T>(kept: Map<K, T>, key: K, make: () => T): T {
  const known = kept.get(key) ?? make();
  kept.set(key, known);
  return known;
}
