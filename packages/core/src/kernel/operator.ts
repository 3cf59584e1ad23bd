/**
 * The requirements matrix A of a table, whatever form it is stored in.
 *
 * Shapes: n×n, row sells to column. Blocks of columns are stored column after column: `X[c·n + i]`.
 */
export interface RequirementsOperator {
  readonly kind: "dense" | "factored";
  readonly n: number;
  /** Whether every cell is ≥ 0: then C ≥ 0 and the error bound holds for each of its entries. */
  readonly nonNegative: boolean;
  /** `out = A X`, as many columns as `X` holds. */
  multiply(X: Float64Array, out: Float64Array): void;
  /** `out = Aᵀ X`. */
  multiplyTransposed(X: Float64Array, out: Float64Array): void;
  /** The fixed point whose solution gives `(I − A)⁻¹ Y` column by column. */
  forward(): FixedPoint;
  /** The fixed point whose solution gives `(I − Aᵀ)⁻¹ S`. */
  backward(): FixedPoint;
}

/**
 * `(I − A) x = y` rewritten as `z = K z + b(y)`, `x = x(z, y)`, with K as small as the form of A allows.
 * Works on panels: `width` right-hand sides side by side, in a layout of its own.
 */
export interface FixedPoint {
  readonly n: number;
  /** Right-hand sides that are carried together. */
  readonly width: number;
  /** Panels that `load`, `step` and `store` work on. One set an operator: a fixed point solves one panel at a time. */
  readonly space: Workspace;
  /** `space.b` from up to `width` columns of `Y`, beginning at column `first`; missing columns are zero. */
  load(Y: Float64Array, first: number): void;
  /** `out = K z`. */
  step(z: Float64Array, out: Float64Array): void;
  /** The columns of the solution that `space.z` stands for, written at column `first` of `X`. */
  store(Y: Float64Array, first: number, X: Float64Array): void;
}

/** A panel each for the right-hand side, the solution, its residual, the direction and the product. */
export interface Workspace {
  b: Float64Array;
  z: Float64Array;
  r: Float64Array;
  d: Float64Array;
  Kd: Float64Array;
}
