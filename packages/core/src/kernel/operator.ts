import type { Numbers } from "./panel-product.ts";

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
  /** Operations that a cell's part of a product in double precision goes through at the most. */
  readonly roundings: number;
  /** Spectrum of both fixed points: one is the other's transpose. */
  readonly spectrum: Spectrum;
  /** What the forward fixed point is slowest in; worth finding for many columns. None where that gains nothing. */
  readonly slow?: SlowDirections | undefined;
  /** `out = A X`, as many columns as `X` holds. */
  multiply(X: Float64Array, out: Float64Array): void;
  /** `out = Aᵀ X`. */
  multiplyTransposed(X: Float64Array, out: Float64Array): void;
  /** `out = Bᵀ X`, B the sizes of what a product adds up where some of it cancels; it is Aᵀ elsewhere. */
  multiplySizes?(X: Float64Array, out: Float64Array): void;
  /** Right-hand sides that are carried together where so many are left. */
  chooseWidth(columns: number): number;
  /** The fixed point whose solution gives `(I − A)⁻¹ Y`, as wide as suits so many columns of Y. */
  forward(columns: number): FixedPoint;
  /** The fixed point whose solution gives `(I − Aᵀ)⁻¹ S`. */
  backward(columns: number): FixedPoint;
  /** Lay out ahead what a solve of so many columns for output needs, where that takes long. */
  prepare?(columns: number): void;
  /** Of a table that takes turns with others in one memory: what computes for it, and whether it still does. */
  settle?(): { table: RequirementsOperator; check: () => void };
}

/**
 * `(I − A) x = y` rewritten as `z = K z + b(y)`, `x = x(z, y)`, with K as small as the form of A allows.
 * Works on panels: `width` right-hand sides side by side.
 */
export interface FixedPoint {
  readonly n: number;
  /** Right-hand sides that are carried together. */
  readonly width: number;
  /** Smallest residual that its precision can reach in one go. */
  readonly accuracy: number;
  /** Its spectrum, where that is not the operator's. */
  readonly spectrum?: Spectrum;
  /** Panels that the methods work on: one at a time, by whoever asked last. Used by another, they throw `stale`. */
  readonly space: Workspace;
  /** `space.r = b(Y)` of up to `width` columns, each over its own largest entry; missing columns are zero. */
  load(Y: Float64Array): void;
  /** `space.d` and `space.Kd`: the step that takes slow directions out of `space.r`, and what K makes of it. */
  leap?(slow: SlowDirections): void;
  /** `space.Kd = K d`. */
  step(): void;
  /** See `advance`. */
  advance(keep: number, add: number): number;
  /** `z += d`, without what K makes of it: where the solution is measured afterwards, the last product tells nothing more. */
  conclude?(): void;
  /** Adds the columns that `space.z` stands for to `X`, in the unit of the columns that were loaded. */
  addTo(X: Float64Array): void;
}

/** A panel each for the solution, its residual, the direction and the product. */
export interface Workspace {
  z: Numbers;
  r: Numbers;
  d: Numbers;
  Kd: Numbers;
}

/** Ends of the real parts of a spectrum, and its largest modulus. */
export interface Spectrum {
  low: number;
  high: number;
  radius: number;
}

/**
 * What an iteration is slowest in: left eigenvectors of K's largest eigenvalues, orthonormal, the columns of U.
 *
 * A first step `d = U (Uᵀ(I−K)U)⁻¹ Uᵀ r` leaves a residual without them, and no later step brings them back.
 *
 * Shapes: k×n each, direction after direction.
 */
export interface SlowDirections {
  /** k. */
  count: number;
  /** `Uᵀ`: how much of each is in a residual. */
  weights: Float32Array;
  /** `U (Uᵀ(I−K)U)⁻¹`: the step that takes each out. */
  steps: Float32Array;
  /** K times the steps. */
  made: Float32Array;
  /** The spectrum that is left. */
  rest: Spectrum;
  /** All of K's. */
  whole: Spectrum;
}
