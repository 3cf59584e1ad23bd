import type { Baseline } from "../baseline/baseline.ts";

/** A producer below this part of its sector's output shows noise, not practice. */
const NEGLIGIBLE = 1e-6;

/** How well the producers of one sector do in the baseline. */
export interface Practice {
  /** Whether this row produces enough for its intensity to mean something. */
  counts(row: number): boolean;
  /** Intensity that this part of the sector's output does not exceed, t CO₂ per 10⁴ CNY; 0 where nobody produces. */
  quantile(p: number): number;
}

/**
 * The spread of intensities in sector k over all regions, weighted by output: `q_p` is the least intensity such that
 * producers at or below it make at least the part p of the sector's output.
 *
 * @see docs/method.md#levers
 */
export function calcPractice(baseline: Baseline, k: number): Practice {
  const known = practices.get(baseline) ?? [];
  practices.set(baseline, known);
  known[k] ??= makePractice(baseline, k);
  return known[k];
}

/** Kept: a slider asks for them at every move. */
const practices = new WeakMap<Baseline, Practice[]>();

function makePractice({ base: { S, x }, R, N }: Baseline, k: number): Practice {
  const rows = Array.from({ length: R }, (_, r) => r * N + k);
  const total = rows.reduce((sum, row) => sum + x[row], 0);
  const counts = (row: number) => x[row] > NEGLIGIBLE * total;
  const producers = rows.filter(counts).sort((a, b) => S[a] - S[b]);
  return {
    counts,
    quantile(p) {
      let made = 0;
      for (const row of producers) {
        made += x[row];
        if (made >= p * total) return S[row];
      }
      return producers.length > 0 ? S[producers[producers.length - 1]] : 0;
    },
  };
}
