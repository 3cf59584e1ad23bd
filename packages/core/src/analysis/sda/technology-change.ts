import { ModelError } from "../../errors.ts";
import type { DenseMatrix } from "../../kernel/dense/dense-matrix.ts";
import { DenseRequirements } from "../../kernel/dense-requirements.ts";
import { FactoredRequirements } from "../../kernel/factored-requirements.ts";
import type { Factors } from "../../kernel/factors.ts";
import { GravityFactors } from "../../kernel/gravity-factors.ts";
import type { RequirementsOperator } from "../../kernel/operator.ts";
import type { Numbers } from "../../kernel/panel-product.ts";
import { calcShare } from "./trade-share.ts";

/** A change of requirements: only its products mean something. */
export type TechnologyChange = Pick<RequirementsOperator, "n" | "multiply">;

/**
 * The part of `ΔA` that is a change of technology at the mean sourcing of both years, `T̄ ∘ ΔA*`. What is left of ΔA is
 * input sourcing.
 *
 * Two factored tables give the mean of their trade after the difference of technologies; otherwise shares are derived
 * from the cells, `T = A^{rs}_ij / Σ_r A^{rs}_ij`, 0 where nothing is bought.
 *
 * Shapes: n×n, `R` regions. Units: CNY/CNY at constant prices.
 *
 * @throws {ModelError} `shape-mismatch` if the tables differ in size or one is factored and the other not.
 * @see Oosterhaven & van der Linden (1997), Econ. Syst. Res. 9(1); docs/method.md#decompositions
 */
export function buildTechnologyChange(A0: RequirementsOperator, A1: RequirementsOperator, R: number): TechnologyChange {
  if (A0.n !== A1.n) throw new ModelError("shape-mismatch", `The tables have ${A0.n} and ${A1.n} rows.`);
  if (A0 instanceof FactoredRequirements && A1 instanceof FactoredRequirements) return changeFactored(A0, A1);
  if (A0 instanceof DenseRequirements && A1 instanceof DenseRequirements)
    return new DenseRequirements(changeDense(A0.matrix, A1.matrix, R));
  throw new ModelError("shape-mismatch", `A ${A0.kind} and a ${A1.kind} table cannot be compared cell by cell.`);
}

/** The trade of either year moves the same change of technology: shares are never written out where a gravity model makes them. */
function changeFactored(
  { factors: f0 }: FactoredRequirements,
  { factors: f1 }: FactoredRequirements,
): TechnologyChange {
  const a = f1.a.map((coefficient, at) => coefficient - f0.a[at]);
  const [first, last] = [f0, f1].map((factors) => new FactoredRequirements(replaceUse(factors, a)));
  return {
    n: first.n,
    multiply(X, out) {
      const other = new Float64Array(out.length);
      first.multiply(X, out);
      last.multiply(X, other);
      for (let at = 0; at < out.length; at++) out[at] = (out[at] + other[at]) / 2;
    },
  };
}

function replaceUse({ R, N, gravity, ...factors }: Factors, a: Float64Array): Factors {
  return gravity ? new GravityFactors({ R, N, a, gravity }) : { R, N, a, T: factors.T };
}

function changeDense(first: DenseMatrix, last: DenseMatrix, R: number): DenseMatrix {
  const { n, cells: A0 } = first;
  const A1 = last.cells;
  const N = n / R;
  const use0 = sumOverOrigins(A0, n, N);
  const use1 = sumOverOrigins(A1, n, N);
  const change = first.allocateLike();
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const at = i * n + j;
      const product = (i % N) * n + j;
      const share = (calcShare(A0[at], use0[product]) + calcShare(A1[at], use1[product])) / 2;
      change.cells[at] = share * (use1[product] - use0[product]);
    }
  return change;
}

/** `A*`: use of each product whatever its origin. Shapes: n×n → N×n. */
function sumOverOrigins(A: Numbers, n: number, N: number): Float64Array {
  const sums = new Float64Array(N * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sums[(i % N) * n + j] += A[i * n + j];
  return sums;
}
