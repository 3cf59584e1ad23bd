import { inverse, Matrix } from "ml-matrix";
import { ModelError } from "../errors.ts";
import type { FixedPoint, RequirementsOperator } from "./operator.ts";
import { type MatrixView, multiplyPanel, PANEL_WIDTH, type PanelView } from "./panel-product.ts";
import { addPanels, packPanel, unpackPanel } from "./panels.ts";

/**
 * What a requirements matrix is made of where trade is by product (Chenery-Moses): `A^{rs}_{ij} = T^{rs}_i a^s_{ij}`.
 *
 * Shapes: `T` N×R×R, `T[(k·R + r)·R + s]` share of product k that region s takes from r; `a` R×N×N,
 * `a[(s·N + i)·N + j]` use of product i per unit of output j in region s.
 */
export interface Factors {
  R: number;
  N: number;
  T: Float64Array;
  a: Float64Array;
}

/**
 * Requirements kept as trade shares times technology: 4.6 million cells stand for 168 million, the n×n matrix is never formed.
 *
 * The solver's fixed point holds the home trade exactly: with `T = D + O` (home, other regions), `z = a x` obeys
 * `z = H (O z + Y)`, `H_s = (I − a_s D_s)⁻¹ a_s`, and `x = T z + Y`.
 *
 * @throws {ModelError} `shape-mismatch`; `not-finite` if a share or coefficient has a gap; `not-productive` if a home
 *   block has no inverse.
 * @see docs/method.md#accounts; Miller & Blair (2009), §3.4 (Chenery-Moses)
 */
export class FactoredRequirements implements RequirementsOperator {
  readonly kind = "factored";
  readonly n: number;
  readonly nonNegative: boolean;
  readonly factors: Factors;
  #home: Float64Array | undefined;

  constructor(factors: Factors) {
    const { R, N, T, a } = factors;
    if (T.length !== N * R * R || a.length !== R * N * N)
      throw new ModelError(
        "shape-mismatch",
        `Shares have ${T.length} and technology ${a.length} cells; ${R} regions × ${N} sectors need ${N * R * R} and ${R * N * N}.`,
      );
    this.factors = factors;
    this.n = R * N;
    this.nonNegative = isNonNegative(T, "share") && isNonNegative(a, "coefficient");
  }

  multiply(X: Float64Array, out: Float64Array): void {
    this.#product(X, out, (x, y, z) => {
      this.#useTechnology(this.factors.a, x, z);
      this.#trade(z, y);
    });
  }

  multiplyTransposed(X: Float64Array, out: Float64Array): void {
    this.#product(X, out, (x, y, z) => {
      this.#tradeBack(x, z);
      this.#useTechnology(this.factors.a, z, y, true);
    });
  }

  forward(): FixedPoint {
    const { n } = this;
    const { R, N } = this.factors;
    const H = this.#homeInverses();
    const panelSize = n * PANEL_WIDTH;
    const scratch = new Float64Array(panelSize);
    return {
      n,
      width: PANEL_WIDTH,
      panelSize,
      load: (Y, first, b) => {
        packPanel(Y, first, R, N, scratch);
        this.#useTechnology(H, scratch, b);
      },
      step: (z, out) => {
        this.#trade(z, scratch);
        this.#removeHome(z, scratch);
        this.#useTechnology(H, scratch, out);
      },
      store: (z, Y, first, X) => {
        this.#trade(z, scratch);
        const y = new Float64Array(panelSize);
        packPanel(Y, first, R, N, y);
        addPanels(y, scratch);
        unpackPanel(scratch, first, R, N, X);
      },
    };
  }

  /** With `g = aᵀ Tᵀ m`: `g = Hᵀ (Oᵀ g + Tᵀ S)` and `m = g + S`. */
  backward(): FixedPoint {
    const { n } = this;
    const { R, N } = this.factors;
    const H = this.#homeInverses();
    const panelSize = n * PANEL_WIDTH;
    const scratch = new Float64Array(panelSize);
    return {
      n,
      width: PANEL_WIDTH,
      panelSize,
      load: (S, first, b) => {
        packPanel(S, first, R, N, b);
        this.#tradeBack(b, scratch);
        this.#useTechnology(H, scratch, b, true);
      },
      step: (g, out) => {
        this.#tradeBack(g, scratch);
        this.#removeHome(g, scratch);
        this.#useTechnology(H, scratch, out, true);
      },
      store: (g, S, first, M) => {
        packPanel(S, first, R, N, scratch);
        addPanels(g, scratch);
        unpackPanel(scratch, first, R, N, M);
      },
    };
  }

  #product(
    X: Float64Array,
    out: Float64Array,
    apply: (x: Float64Array, y: Float64Array, z: Float64Array) => void,
  ): void {
    if (X.length % this.n !== 0 || X.length !== out.length)
      throw new ModelError(
        "shape-mismatch",
        `A product with columns of ${this.n} rows was asked for ${X.length} numbers into ${out.length}.`,
      );
    const { R, N } = this.factors;
    const [x, y, z] = Array.from({ length: 3 }, () => new Float64Array(this.n * PANEL_WIDTH));
    for (let first = 0; first < X.length / this.n; first += PANEL_WIDTH) {
      packPanel(X, first, R, N, x);
      apply(x, y, z);
      unpackPanel(y, first, R, N, out);
    }
  }

  /** `out = T z`, product by product. */
  #trade(z: Float64Array, out: Float64Array, transposed = false): void {
    const { R, N, T } = this.factors;
    const M: MatrixView = {
      data: T,
      offset: 0,
      rowStride: transposed ? 1 : R,
      columnStride: transposed ? R : 1,
      rows: R,
      columns: R,
    };
    const from: PanelView = { data: z, offset: 0, stride: PANEL_WIDTH };
    const to: PanelView = { data: out, offset: 0, stride: PANEL_WIDTH };
    for (let k = 0; k < N; k++) {
      M.offset = k * R * R;
      from.offset = to.offset = k * R * PANEL_WIDTH;
      multiplyPanel(M, from, to);
    }
  }

  /** `out = Tᵀ z`. */
  #tradeBack(z: Float64Array, out: Float64Array): void {
    this.#trade(z, out, true);
  }

  /** `out = B z` for region blocks B, N×N each: technology, or the home inverses. */
  #useTechnology(blocks: Float64Array, z: Float64Array, out: Float64Array, transposed = false): void {
    const { R, N } = this.factors;
    const M: MatrixView = {
      data: blocks,
      offset: 0,
      rowStride: transposed ? 1 : N,
      columnStride: transposed ? N : 1,
      rows: N,
      columns: N,
    };
    const from: PanelView = { data: z, offset: 0, stride: R * PANEL_WIDTH };
    const to: PanelView = { data: out, offset: 0, stride: R * PANEL_WIDTH };
    for (let s = 0; s < R; s++) {
      M.offset = s * N * N;
      from.offset = to.offset = s * PANEL_WIDTH;
      multiplyPanel(M, from, to);
    }
  }

  /** `out −= D z`: what a region buys from itself is already in H. */
  #removeHome(z: Float64Array, out: Float64Array): void {
    const { R, N, T } = this.factors;
    for (let k = 0; k < N; k++)
      for (let s = 0; s < R; s++) {
        const share = T[(k * R + s) * R + s];
        const at = (k * R + s) * PANEL_WIDTH;
        for (let p = 0; p < PANEL_WIDTH; p++) out[at + p] -= share * z[at + p];
      }
  }

  #homeInverses(): Float64Array {
    this.#home ??= calcHomeInverses(this.factors);
    return this.#home;
  }
}

/** `H_s = (I − a_s D_s)⁻¹ a_s` for every region s, R×N×N. */
function calcHomeInverses({ R, N, T, a }: Factors): Float64Array {
  const H = new Float64Array(R * N * N);
  const block = Matrix.zeros(N, N);
  const leak = Matrix.zeros(N, N);
  for (let s = 0; s < R; s++) {
    for (let i = 0; i < N; i++)
      for (let j = 0; j < N; j++) {
        const cell = a[(s * N + i) * N + j];
        block.set(i, j, cell);
        leak.set(i, j, (i === j ? 1 : 0) - cell * T[(j * R + s) * R + s]);
      }
    const home = invertHome(leak, s).mmul(block);
    for (let i = 0; i < N; i++) for (let j = 0; j < N; j++) H[(s * N + i) * N + j] = home.get(i, j);
  }
  return H;
}

function invertHome(leak: Matrix, s: number): Matrix {
  try {
    return inverse(leak);
  } catch {
    throw new ModelError("not-productive", `Region ${s + 1} cannot supply itself: I − a D has no inverse.`);
  }
}

function isNonNegative(values: Float64Array, what: string): boolean {
  let least = 0;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]))
      throw new ModelError("not-finite", `A ${what} of the requirements is ${values[i]} (cell ${i}).`);
    if (values[i] < least) least = values[i];
  }
  return least >= 0;
}
