import type { Factors } from "../factors.ts";
import type { DenseMatrix } from "./dense-matrix.ts";
import { sumTable, type TableLayout } from "./fit-table.ts";

/** How far a cell may be from its share times use, of itself: as far as rounding of cells, shares and sums carries. */
const ROUNDING = { single: 12 * 2 ** -24, double: 1e-12 };
/** Numbers that single precision no longer has all digits of. */
const NOTHING = 1e-37;

/**
 * Trade shares and technology of a table that is made of them, `A^{rs}_{ij} = T^{rs}_i a^s_{ij}`; null where a single cell is
 * not, to within the rounding of its storage.
 *
 * @see docs/decisions/0021-levers-on-dense-tables.md
 */
export function findFactors(matrix: DenseMatrix, layout: TableLayout): Factors | null {
  const { R } = layout;
  if (R < 2) return null;
  const N = matrix.n / R;
  const { use: a, shares } = sumTable(matrix, layout, "double");
  const T = Array.from({ length: N }, (_, k) => shares.subarray(k * R * R, (k + 1) * R * R));
  const factors = { R, N, T, a };
  return isMadeOf(matrix, factors) ? factors : null;
}

function isMadeOf({ cells, n, precision }: DenseMatrix, { R, N, T, a }: Factors): boolean {
  const within = ROUNDING[precision];
  for (let i = 0, at = 0; i < n; i++) {
    const [r, k] = [Math.floor(i / N), i % N];
    for (let s = 0; s < R; s++) {
      const share = T[k][r * R + s];
      const use = (s * N + k) * N;
      for (let j = 0; j < N; j++, at++) {
        const cell = cells[at];
        if (!(Math.abs(cell - share * a[use + j]) <= within * Math.abs(cell) + NOTHING)) return false;
      }
    }
  }
  return true;
}
