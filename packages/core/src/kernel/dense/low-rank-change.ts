import { Matrix, solve } from "ml-matrix";
import { ModelError } from "../../errors.ts";
import type { RequirementsOperator } from "../operator.ts";
import { measureResidual } from "../residual.ts";
import { type Solution, type SolveOptions, solveOutput } from "../solver.ts";

/** A change of requirements of low rank, `ΔA = U Vᵀ`. Shapes: `U`, `V` n×k, column after column. */
export interface LowRankChange {
  U: Float64Array;
  V: Float64Array;
}

/** A residual at which nothing of a solution is left. */
const LOST = 1e-3;

/** Who is bought from instead of whom: a share of what a region's producers take of one product. */
export interface SupplierSwitch {
  product: number;
  buyer: number;
  from: number;
  to: number;
  /** Of what `from` sells to the buyer, [0, 1]. */
  share: number;
}

/**
 * The change of a dense table where producers of a region turn to another supplier: of rank one, whatever the sectors.
 *
 * Shapes: `A` n×n row-major, N sectors a region.
 */
export function switchSupplier(
  { A, n }: { A: ArrayLike<number>; n: number },
  N: number,
  { product, buyer, from, to, share }: SupplierSwitch,
): LowRankChange {
  const [U, V] = [new Float64Array(n), new Float64Array(n)];
  const row = (from * N + product) * n;
  for (let j = buyer * N; j < (buyer + 1) * N; j++) V[j] = share * A[row + j];
  U[to * N + product] += 1;
  U[from * N + product] -= 1;
  return { U, V };
}

/**
 * Solve `X = (A + U Vᵀ) X + Y` from the solution of A alone: as many solves as the change has ranks, whatever the columns
 * (Woodbury): `X = X₀ + Z (I − Vᵀ Z)⁻¹ Vᵀ X₀`, `Z = (I − A)⁻¹ U`.
 *
 * Shapes: `Y`, `X0` n×m, column after column.
 *
 * @throws {ModelError} As `solveOutput`; `not-productive` if the changed table has no solution.
 * @see Sherman & Morrison (1950), Ann. Math. Stat. 21(1); docs/method.md#accounts
 */
export function solveChanged(
  A: RequirementsOperator,
  { U, V }: LowRankChange,
  { Y, X0 }: { Y: Float64Array; X0: Float64Array },
  options: SolveOptions = {},
): Solution {
  const { n } = A;
  const { X: Z, rounds } = solveOutput(A, U, options);
  const core = Matrix.eye(U.length / n).sub(multiplyTransposed(V, Z, n));
  const amounts = solve(core, multiplyTransposed(V, X0, n));
  const X = addProduct(X0.slice(), Z, amounts, n);
  const R = new Float64Array(X.length);
  const multiply = (columns: Float64Array, out: Float64Array) => {
    A.multiply(columns, out);
    addProduct(out, U, multiplyTransposed(V, columns, n), n);
  };
  const residual = measureResidual(n, multiply, { Y, X, R });
  // Next to a table without solution the small system is next to singular: its answer fits nothing.
  if (!(residual < LOST)) throw new ModelError("not-productive", "The changed table uses up more than it makes.");
  return { X, R, residual, rounds };
}

/** `Vᵀ X`, k×m. */
function multiplyTransposed(V: Float64Array, X: Float64Array, n: number): Matrix {
  const product = Matrix.zeros(V.length / n, X.length / n);
  for (let k = 0; k < product.rows; k++)
    for (let c = 0; c < product.columns; c++) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += V[k * n + i] * X[c * n + i];
      product.set(k, c, sum);
    }
  return product;
}

/** `X += U M`. */
function addProduct(X: Float64Array, U: Float64Array, M: Matrix, n: number): Float64Array {
  for (let k = 0; k < M.rows; k++)
    for (let c = 0; c < M.columns; c++) {
      const amount = M.get(k, c);
      for (let i = 0; i < n; i++) X[c * n + i] += U[k * n + i] * amount;
    }
  return X;
}
