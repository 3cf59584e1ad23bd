import { DenseRequirements } from "../../kernel/dense-requirements.ts";
import { FactoredRequirements } from "../../kernel/factored-requirements.ts";
import type { Factors } from "../../kernel/factors.ts";
import type { RequirementsOperator } from "../../kernel/operator.ts";

/** One cell of a column of A: sector `i` sells `a` per unit of output of the column's sector. */
interface Input {
  i: number;
  a: number;
}

/** The inputs of sector `j` that carry enough: every `i` with `A_ij · M_i ≥ least`, in the order of the table where it is dense, by product where it is factored. */
export type ListInputs = (j: number, least: number) => Input[];

/**
 * Ways from a sector to its suppliers that need not go through all n rows where the table is factored.
 *
 * Shapes: `M` n. Units: those of `M`.
 *
 * @see docs/method.md#paths
 */
export function indexInputs(A: RequirementsOperator, M: Float64Array): ListInputs {
  if (A instanceof FactoredRequirements) return indexFactors(A.factors, M);
  if (A instanceof DenseRequirements) return scanColumns(A, M);
  throw new TypeError(`Operators of kind ${A.kind} have no columns to look at.`);
}

function scanColumns({ A, n }: DenseRequirements, M: Float64Array): ListInputs {
  return (j, least) => {
    const inputs: Input[] = [];
    for (let i = 0; i < n; i++) {
      const a = A[i * n + j];
      if (a !== 0 && a * M[i] >= least) inputs.push({ i, a });
    }
    return inputs;
  };
}

/** The most that a unit of product `k` bought in region `s` can carry is kept: few products of a column need a closer look. */
function indexFactors({ R, N, T, a }: Factors, M: Float64Array): ListInputs {
  const most = new Float64Array(N * R).fill(Number.NaN);
  const findMost = (k: number, s: number): number => {
    let largest = 0;
    for (let r = 0; r < R; r++) largest = Math.max(largest, T[k][r * R + s] * M[r * N + k]);
    most[k * R + s] = largest;
    return largest;
  };
  return (j, least) => {
    const s = Math.floor(j / N);
    const inputs: Input[] = [];
    for (let k = 0; k < N; k++) {
      const use = a[(s * N + k) * N + (j % N)];
      const known = most[k * R + s];
      if (use === 0 || use * (Number.isNaN(known) ? findMost(k, s) : known) < least) continue;
      for (let r = 0; r < R; r++) {
        const cell = T[k][r * R + s] * use;
        if (cell !== 0 && cell * M[r * N + k] >= least) inputs.push({ i: r * N + k, a: cell });
      }
    }
    return inputs;
  };
}
